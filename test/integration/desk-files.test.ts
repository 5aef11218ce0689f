// Files between customers and the desk, both ways, over every network and its real SDK: what arrives is what was sent, byte for
// byte, and a colleague reads where a link stands for a file. And what is edited or deleted, where the network can.
import assert from 'node:assert/strict';
import { startTeamsEmulator, type TeamsEmulator } from '../../emulators/teams/index.ts';
import { startTwilioEmulator, type TwilioEmulator } from '../../emulators/twilio/index.ts';
import { ANA, BEN, DESK, eventually, MAYA, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

const PHONE = '+15557654321';
const USER = { id: 'maya-aad', name: 'Maya' };
/** One white dot. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9CNHoHgAAAABJRU5ErkJggg==';
const PICTURE = { name: 'photo.png', type: 'image/png', base64: PNG };
const LETTER = {
  name: 'letter.pdf',
  type: 'application/pdf',
  base64: Buffer.from('%PDF-1.4 letter').toString('base64'),
};

interface Customer {
  say(text: string): Promise<unknown>;
  sendPicture(text: string): Promise<unknown>;
  /** Everything that they have in front of them, links included. */
  sees(): Promise<string[]>;
}

describe('files at the desk', function () {
  this.timeout(60_000);
  let stage: SlackStage;
  let twilio: TwilioEmulator;
  let teams: TeamsEmulator;

  before(async () => {
    twilio = await startTwilioEmulator();
    teams = await startTeamsEmulator();
  });
  after(async () => {
    await twilio.stop();
    await teams.stop();
  });
  beforeEach(async () => {
    twilio.messages.length = 0;
    teams.posts.length = 0;
    stage = await startSlackStage({
      env: { ...twilio.env, ...teams.env },
      settings: (settings) => ({ ...settings, desk: { ...settings.desk, undoSeconds: 0 } }),
    });
    twilio.pointTo(`${stage.origins[0]}/hooks/sms`);
    teams.pointTo(`${stage.origins[0]}/hooks/teams`);
  });
  afterEach(() => stage.remove());

  const phone =
    (whatsapp: boolean): (() => Promise<Customer>) =>
    async () => ({
      say: (text) => twilio.write({ phone: PHONE, text, whatsapp }),
      sendPicture: (text) => twilio.write({ phone: PHONE, text, whatsapp, media: [PICTURE] }),
      sees: async () =>
        twilio.messages
          .filter((one) => one.direction === 'outbound-api')
          .map((one) => [one.body, ...one.media].join('\n')),
    });

  async function web(): Promise<Customer> {
    const origin = stage.origins[0]!;
    const begun = await fetch(`${origin}/v3/directline/conversations`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-secret-of-the-test' },
    });
    const { token, conversationId } = (await begun.json()) as { token: string; conversationId: string };
    const at = `${origin}/v3/directline/conversations/${conversationId}`;
    const headers = { authorization: `Bearer ${token}` };
    const post = async (path: string, body: BodyInit, type?: string) => {
      const answered = await fetch(`${at}${path}`, {
        method: 'POST',
        headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
        body,
      });
      assert.ok(answered.ok, `${path}: ${answered.status}`);
    };
    const activity = (text: string) => JSON.stringify({ type: 'message', from: { id: 'u1' }, text });
    return {
      say: (text) => post('/activities', activity(text), 'application/json'),
      sendPicture: (text) => {
        const form = new FormData();
        form.append('activity', new Blob([activity(text)], { type: 'application/vnd.microsoft.activity' }));
        form.append('file', new Blob([Buffer.from(PNG, 'base64')], { type: PICTURE.type }), PICTURE.name);
        return post('/upload?userId=u1', form);
      },
      sees: async () => {
        const read = await fetch(`${at}/activities`, { headers });
        const { activities } = (await read.json()) as {
          activities: { from: { role: string }; text?: string; attachments: { contentUrl: string; name: string }[] }[];
        };
        return activities
          .filter((one) => one.from.role === 'bot')
          .map(({ text, attachments }) =>
            [text ?? '', ...attachments.map((file) => `${file.name} ${file.contentUrl}`)].join('\n'),
          );
      },
    };
  }

  const customers: Record<string, () => Promise<Customer>> = {
    web,
    sms: phone(false),
    whatsapp: phone(true),
    teams: async () => ({
      say: (text) => teams.write({ user: USER, text }),
      sendPicture: (text) => teams.write({ user: USER, text, files: [PICTURE] }),
      sees: async () => teams.posts.filter((one) => one.from === 'bot').map((one) => String(one.activity.text ?? '')),
    }),
    slack: async () => ({
      say: (text) => stage.slack.people.write({ user: MAYA, to: 'dm', text }),
      sendPicture: (text) => stage.slack.people.write({ user: MAYA, to: 'dm', text, file: PICTURE }),
      sees: async () =>
        stage
          .direct(MAYA)
          .filter((one) => one.user !== MAYA)
          .map((one) => JSON.stringify(one.blocks ?? one.text)),
    }),
  };

  const press = (action: string) => stage.slack.people.press({ user: ANA, channel: DESK, ts: stage.card().ts, action });
  const write = (user: string, text: string, file?: typeof PICTURE) =>
    stage.slack.people.write({ user, to: DESK, text, threadTs: stage.card().ts, ...(file ? { file } : {}) });
  const inThread = (part: string) =>
    eventually(() => {
      const posts = stage.thread(stage.card().ts);
      const found = posts.find((post) => post.text.includes(part));
      assert.ok(found, `«${part}» is not in: ${posts.map((post) => post.text).join(' | ')}`);
      return found;
    }, 12_000);
  const seen = (customer: Customer, part: string) =>
    eventually(async () => {
      const all = await customer.sees();
      const found = all.find((text) => text.includes(part));
      assert.ok(found, `«${part}» is not in: ${all.join(' | ').slice(0, 900)}`);
      return found;
    }, 12_000);
  const fetched = async (said: string): Promise<string> => {
    const link = /https?:\/\/[^\s|>)"\\]+/.exec(said)?.[0].replaceAll('&amp;', '&');
    assert.ok(link, `no link in: ${said}`);
    return Buffer.from(await (await fetch(link)).arrayBuffer()).toString('base64');
  };

  async function takeOver(customer: Customer): Promise<void> {
    await customer.say('A person please');
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:claim'));
    await press('case:claim');
    await seen(customer, 'Ana has joined');
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:resolve'));
  }

  for (const [name, begin] of Object.entries(customers)) {
    it(`${name}: a picture and a document, both ways`, async () => {
      const customer = await begin();
      await takeOver(customer);
      await customer.sendPicture('see PICTURE-1');
      const line = await inThread('PICTURE-1');
      assert.match(line.username ?? '', /\(customer\)/);
      assert.equal(await fetched(line.text), PNG);
      await write(ANA, 'your LABEL-1', PICTURE);
      assert.equal(await fetched(await seen(customer, 'LABEL-1')), PNG);
      await write(ANA, 'your LETTER-1', LETTER);
      const letter = await seen(customer, 'LETTER-1');
      assert.equal(await fetched(letter), LETTER.base64);
      if (name === 'web' || name === 'whatsapp') return; // a file there is a file
      const note = await inThread('file as a link');
      assert.match(note.text, /What the customer got \((\d segments?, )?1 file as a link\): your L(ABEL|ETTER)-1/);
    });

    it(`${name}: a file without a word, from both sides`, async () => {
      const customer = await begin();
      await takeOver(customer);
      await customer.sendPicture('');
      assert.equal(await fetched((await inThread('📎')).text), PNG);
      const before = (await customer.sees()).length;
      await write(ANA, '', PICTURE);
      await eventually(async () => assert.ok((await customer.sees()).length > before), 12_000);
      assert.equal(await fetched((await customer.sees()).at(-1)!), PNG);
    });
  }

  it('teams: what the customer edits and deletes is shown in the thread', async () => {
    const customer = await customers.teams!();
    await takeOver(customer);
    const { id } = await teams.write({ user: USER, text: 'my parcel is empty' });
    await inThread('my parcel is empty');
    assert.equal((await teams.change({ user: USER, id, text: 'my parcel was open' })).status, 202);
    await inThread('_(edited)_ my parcel was open');
    await teams.change({ user: USER, id, text: null });
    await inThread('_(deleted a message)_');
  });

  for (const name of ['teams', 'slack'])
    it(`${name}: a corrected line keeps its file, and a deleted one takes it along`, async () => {
      const customer = await customers[name]!();
      await takeOver(customer);
      const { ts } = await write(ANA, 'your LABEL-2, 10 euros', PICTURE);
      await seen(customer, '10 euros');
      await stage.slack.people.edit({ channel: DESK, ts, text: 'your LABEL-2, 12 euros' });
      assert.equal(await fetched(await seen(customer, '12 euros')), PNG);
      await stage.slack.people.remove({ channel: DESK, ts });
      await eventually(async () => assert.ok(!(await customer.sees()).some((text) => text.includes('LABEL-2'))));
    });

  it('keeps the files of others and of notes inside, and sends them on purpose', async () => {
    const customer = await customers.web!();
    await takeOver(customer);
    await write(ANA, '! INNER-1 for us', PICTURE);
    const { ts } = await write(BEN, 'INNER-2 for us', LETTER);
    await write(ANA, 'OUT-1');
    await seen(customer, 'OUT-1');
    assert.ok(!(await customer.sees()).some((text) => /INNER|photo|letter/.test(text)));
    await stage.slack.people.shortcut({ user: BEN, channel: DESK, ts, callbackId: 'case_send' });
    assert.equal(await fetched(await seen(customer, 'INNER-2')), LETTER.base64);
  });
});
