// The OpenAI stand-in refuses what the real one refuses, and speaks the protocol as the official client understands it.
import assert from 'node:assert/strict';
import { type OpenAiEmulator, startOpenAiEmulator } from '../../emulators/openai/index.ts';

const USER = { role: 'user', content: 'Where is ORD-12345?' };
const TOOL = {
  type: 'function',
  function: {
    name: 'look_up_order',
    parameters: { type: 'object', properties: { orderId: { type: 'string' } }, required: ['orderId'] },
  },
};
const CALLED = {
  role: 'assistant',
  content: null,
  tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look_up_order', arguments: '{}' } }],
};

describe('the OpenAI stand-in', () => {
  let openai: OpenAiEmulator;
  beforeEach(async () => {
    openai = await startOpenAiEmulator();
  });
  afterEach(() => openai.stop());

  const post = (body: unknown, key = openai.apiKey) =>
    fetch(`${openai.url}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const ask = (more: object = {}) => ({ model: 'gpt-4.1-mini', messages: [USER], ...more });

  const REFUSED: [string, unknown, number, RegExp][] = [
    ['no JSON', '{', 400, /parse the JSON/],
    ['a list', [], 400, /parse the JSON/],
    ['a field that does not exist', ask({ temprature: 0 }), 400, /temprature/],
    ['no model', { messages: [USER] }, 400, /model/],
    ['an unknown model', ask({ model: 'gpt-99' }), 404, /does not exist/],
    ['no messages', ask({ messages: [] }), 400, /messages/],
    ['an unknown role', ask({ messages: [{ role: 'robot', content: 'x' }] }), 400, /robot/],
    ['a message without content', ask({ messages: [{ role: 'user', content: null }] }), 400, /content/],
    ['an empty list of tools', ask({ tools: [] }), 400, /tools/],
    ['a bad name of a tool', ask({ tools: [{ type: 'function', function: { name: 'a b' } }] }), 400, /name/],
    ['stream options without a stream', ask({ stream_options: { include_usage: true } }), 400, /stream/],
    ['a call that nobody answers', ask({ messages: [USER, CALLED] }), 400, /tool_call_id/],
    ['a call that is answered too late', ask({ messages: [USER, CALLED, USER] }), 400, /c1/],
    [
      'an answer that nobody called for',
      ask({ messages: [{ role: 'tool', tool_call_id: 'c1', content: '{}' }] }),
      400,
      /preceding/,
    ],
  ];
  for (const [what, body, status, message] of REFUSED)
    it(`refuses ${what}`, async () => {
      const response = await post(body);
      assert.equal(response.status, status);
      const { error } = (await response.json()) as { error: { message: string; type: string } };
      assert.match(error.message, message);
      assert.equal(error.type, 'invalid_request_error');
    });

  it('refuses a wrong key', async () => {
    assert.equal((await post(ask(), 'sk-other')).status, 401);
  });

  it('calls the tool whose arguments it finds, and reads out what came back', async () => {
    const first = (await (await post(ask({ tools: [TOOL] }))).json()) as {
      choices: { message: typeof CALLED; finish_reason: string }[];
    };
    const { message, finish_reason } = first.choices[0]!;
    assert.equal(finish_reason, 'tool_calls');
    assert.equal(message.tool_calls[0]!.function.arguments, '{"orderId":"ORD-12345"}');
    const told = { role: 'tool', tool_call_id: message.tool_calls[0]!.id, content: '{"status":"in transit"}' };
    const second = (await (await post(ask({ tools: [TOOL], messages: [USER, message, told] }))).json()) as {
      choices: { message: { content: string } }[];
    };
    assert.match(second.choices[0]!.message.content, /status: in transit/);
  });

  it('streams in chunks, with the usage last and a proper end', async () => {
    openai.script.push({ text: 'Hello there' });
    const text = await (await post(ask({ stream: true, stream_options: { include_usage: true } }))).text();
    const chunks = text
      .trim()
      .split('\n\n')
      .map((line) => line.replace(/^data: /, ''));
    assert.equal(chunks.pop(), '[DONE]');
    const parsed = chunks.map(
      (chunk) => JSON.parse(chunk) as { choices: { delta: { content?: string } }[]; usage: object | null },
    );
    assert.equal(
      parsed.flatMap((chunk) => chunk.choices.map((choice) => choice.delta.content ?? '')).join(''),
      'Hello there',
    );
    assert.equal(parsed.at(-1)!.choices.length, 0);
    assert.ok(parsed.at(-1)!.usage);
  });

  it('is told over its control address what goes wrong, and what to say', async () => {
    const origin = new URL(openai.url).origin;
    const control = (what: string, body: unknown) =>
      fetch(`${origin}/__control/${what}`, { method: 'POST', body: JSON.stringify(body) });
    await control('trouble', { trouble: '503' });
    assert.equal((await post(ask())).status, 503);
    assert.equal((await control('trouble', { trouble: 'laziness' })).status, 400);
    await control('trouble', { trouble: null });
    await control('say', { text: 'As scripted.' });
    assert.match(await (await post(ask())).text(), /As scripted\./);
    await control('faults', { rateLimited: 1, retryAfterSeconds: 7 });
    const limited = await post(ask());
    assert.deepEqual([limited.status, limited.headers.get('retry-after')], [429, '7']);
  });
});
