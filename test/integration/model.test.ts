// A conversation through the web door with a remote model behind it, end to end on real stores: OPENAI_BASE_URL points at
// the stand-in, and nothing else is different.
import assert from 'node:assert/strict';
import { readConfig } from '../../core/config.ts';
import { type OpenAiEmulator, startOpenAiEmulator } from '../../emulators/openai/index.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const LOOK_UP = { calls: [{ name: 'look_up_order', args: { orderId: 'ORD-12345' } }] };
const SECRET = 'a-secret-of-the-test';

interface Shown {
  text?: string;
  from: { role?: string };
  channelData?: { turn?: { agents: { model: string }[]; usage?: { cost: number }; outcome: string } };
}

describe('a model behind the web door', function () {
  this.timeout(60_000);
  let openai: OpenAiEmulator;
  let app: AppStage;

  beforeEach(async () => {
    openai = await startOpenAiEmulator();
    app = await startApp({ OPENAI_API_KEY: openai.apiKey, OPENAI_BASE_URL: openai.url });
  });
  afterEach(async () => {
    await app.remove();
    await openai.stop();
  });

  /** The same server with less patience. */
  async function hurry(env: Record<string, string> = {}): Promise<void> {
    await app.remove();
    const first = settingsFromConfig(readConfig({ NODE_ENV: 'test', WEB_QUIET_WINDOW_MS: '0' }));
    const model = { ...first.model, progressAfterMs: 600, answerMs: 1_500 };
    app = await startApp(
      { OPENAI_API_KEY: openai.apiKey, OPENAI_BASE_URL: openai.url, ...env },
      { settings: fixedSettings({ ...first, model }) },
    );
  }

  /** A visitor with a conversation of their own, over Direct Line. */
  async function visitor(id: string) {
    const call = async (path: string, token: string, body?: unknown) => {
      const response = await fetch(`${app.origin}/v3/directline${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      assert.equal(response.ok, true, `${path}: ${response.status}`);
      return (await response.json()) as Record<string, unknown>;
    };
    const made = await call('/tokens/generate', SECRET, { user: { id } });
    const { token, conversationId, streamUrl } = (await call('/conversations', made.token as string, {})) as Record<
      string,
      string
    >;
    const heard = async () =>
      ((await call(`/conversations/${conversationId}/activities`, token!)).activities as Shown[]).filter(
        (one) => one.from.role === 'bot',
      );
    const signs: { text?: string; ms: number }[] = [];
    const begun = performance.now();
    const socket = new WebSocket(streamUrl!);
    socket.addEventListener('message', ({ data }) => {
      if (data === '') return;
      for (const { type, text } of (JSON.parse(String(data)) as { activities: { type: string; text?: string }[] })
        .activities)
        if (type === 'typing') signs.push({ ...(text ? { text } : {}), ms: performance.now() - begun });
    });
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    return {
      /** Signs that an answer is being made, as they came. */
      signs,
      /** Says it and waits for the bot's next words. */
      say: async (text: string, waitMs = 10_000): Promise<Shown> => {
        const before = (await heard()).length;
        await call(`/conversations/${conversationId}/activities`, token!, { type: 'message', text, from: { id } });
        return eventually(async () => {
          const all = await heard();
          assert.equal(all.length > before, true, `no answer to «${text}»`);
          return all.at(-1)!;
        }, waitMs);
      },
    };
  }

  it('answers by the model, which has looked the order up', async () => {
    openai.script.push(LOOK_UP, { text: 'ORD-12345 is on its way with UPS.' });
    const shown = await (await visitor('maya')).say('Where is my order ORD-12345?');
    assert.match(shown.text!, /^ORD-12345 is on its way with UPS\./);
    const { turn } = shown.channelData!;
    assert.equal(turn!.agents[0]!.model, 'gpt-4.1-mini');
    assert.equal(turn!.usage!.cost > 0, true);
    const counted = (await app.rows('counters')).map((row) => String(row._id));
    assert.doesNotMatch(counted.join(' '), /maya|web\|/, 'whose count it is can not be read');
    assert.equal(counted.some((id) => id.startsWith('model|')) && counted.some((id) => id.startsWith('model:')), true);
  });

  it('answers as well as ever when the model is away, and in time', async () => {
    openai.setTrouble('500');
    const shown = await (await visitor('maya')).say('Where is my order ORD-12345?');
    assert.match(shown.text!, /ORD-12345 is in transit/);
    assert.equal(shown.channelData!.turn!.agents[0]!.model, 'offline');
  });

  it('lets nothing out that the model has invented', async () => {
    openai.script.push(LOOK_UP, { text: 'I have refunded you $500.' }, { text: 'It comes on July 9.' });
    const shown = await (await visitor('maya')).say('Where is my order ORD-12345?');
    assert.match(shown.text!, /ORD-12345 is in transit/);
    const kept = JSON.stringify(await app.rows('messages'));
    assert.doesNotMatch(kept, /\$500|July 9/);
  });

  it('asks what the model asks, and gives it the answer', async () => {
    openai.script.push({ calls: [{ name: 'ask_customer', args: { question: 'Which order do you mean?' } }] });
    const maya = await visitor('maya');
    assert.match((await maya.say('when does my order arrive?')).text!, /Which order do you mean\?/);
    openai.script.push(LOOK_UP, { text: 'ORD-12345 is in transit.' });
    assert.match((await maya.say('the headphones one')).text!, /ORD-12345 is in transit/);
    assert.match(JSON.stringify(openai.requests[1]!.messages), /Which order do you mean.*the headphones one/s);
  });

  it('brings in a person when the model does, with a case', async () => {
    openai.script.push({ calls: [{ name: 'bring_in_person', args: { summary: 'Wants to pay in three parts.' } }] });
    const shown = await (await visitor('maya')).say('Can I pay my invoice in three parts?');
    assert.equal(shown.channelData!.turn!.outcome, 'escalated');
    await eventually(() => assert.match(app.cards.join('\n'), /three parts/));
  });

  it('shows that it types at once, says after a while that it looks it up, and answers by itself at the deadline', async () => {
    openai.setTrouble('hang');
    await hurry();
    const maya = await visitor('maya');
    const begun = performance.now();
    const [shown, signs] = [await maya.say('Where is my order ORD-12345?'), maya.signs];
    assert.equal(performance.now() - begun < 4_000, true);
    assert.match(shown.text!, /ORD-12345 is in transit/);
    assert.equal(signs[0]!.text, undefined);
    assert.equal(signs[0]!.ms < 1_000, true);
    assert.match(signs.find((sign) => sign.text)!.text!, /Let me look that up/);
    assert.doesNotMatch(JSON.stringify(await app.rows('messages')), /look that up/);
  });

  it('sends one text and no more over SMS, however long the model takes', async () => {
    openai.setTrouble('hang');
    const twilio = await startTwilioEmulator();
    try {
      await hurry(twilio.env);
      twilio.pointTo(`${app.origin}/hooks/sms`);
      await twilio.write({ phone: '+15557654321', text: 'Where is my order ORD-12345?' });
      const sent = () => twilio.messages.filter((message) => message.direction === 'outbound-api');
      await eventually(() => assert.equal(sent().length, 1));
      assert.match(sent()[0]!.body, /ORD-12345 is in transit/);
      await new Promise((resolve) => setTimeout(resolve, 700));
      assert.equal(sent().length, 1);
    } finally {
      await twilio.stop();
    }
  });

  it('keeps card numbers and contact data from the model', async () => {
    openai.script.push({ text: 'Which order is it?' });
    await (await visitor('maya')).say('My order? I am at maya@example.com and my card is 4111 1111 1111 1111');
    assert.doesNotMatch(JSON.stringify(openai.requests), /maya@example|4111 1111 1111/);
  });
});
