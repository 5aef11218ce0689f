// What should not come in at the web door, row by row: what is sent, and which statuses refuse it.
import { SignJWT } from 'jose';

export interface Bad {
  name: string;
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer | FormData;
  status: number[];
}

interface Visitor {
  /** DIRECTLINE_SECRET. */
  secret: string;
  identitySecret: string;
  token: string;
  conversation: string;
  /** The token of another conversation. */
  other: string;
}

const door = '/v3/directline';
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
export const message = (more: object) => JSON.stringify({ type: 'message', from: { id: 'u' }, text: 'hi', ...more });

export async function listBadRequests({ secret, identitySecret, token, conversation, other }: Visitor): Promise<Bad[]> {
  const bearer = () => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const activities = () => `${door}/conversations/${conversation}/activities`;
  const sign = (claims: Record<string, unknown>, secret = identitySecret, alg = 'HS256') =>
    new SignJWT(claims).setProtectedHeader({ alg }).sign(Buffer.from(secret));
  const hour = Math.floor(Date.now() / 1000) + 3_600;
  const foreign = await new SignJWT({ conv: conversation, user: 'u', exp: hour })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(Buffer.from('another-secret-of-somebody'));
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ conv: conversation, user: 'u', exp: hour })).toString('base64url')}.`;
  const post = (name: string, body: string | Buffer, status = [400], headers: Record<string, string> = {}): Bad => ({
    name,
    method: 'POST',
    path: activities(),
    headers: { ...bearer(), ...headers },
    body,
    status,
  });
  const auth = (name: string, value: string | undefined, status = [401, 403]): Bad[] =>
    [
      ['GET', activities()],
      ['POST', activities()],
      ['POST', `${door}/tokens/refresh`],
      ['GET', `${door}/conversations/${conversation}`],
    ].map(([method, path]) => ({
      name: `${name}: ${method} ${path!.split('/').at(-1)}`,
      method: method!,
      path: path!,
      headers: { 'content-type': 'application/json', ...(value === undefined ? {} : { authorization: value }) },
      ...(method === 'POST' ? { body: message({}) } : {}),
      status,
    }));
  const identities: [string, string][] = [
    ['foreign key', await sign({ sub: 'CUS-1001', exp: hour }, 'not-the-shop-at-all')],
    ['expired', await sign({ sub: 'CUS-1001', exp: 1 })],
    ['without exp', await sign({ sub: 'CUS-1001' })],
    ['without sub', await sign({ exp: hour })],
    ['sub is no text', await sign({ sub: 5 as never, exp: hour })],
    ['not a token', 'abc'],
    ['empty parts', '..'],
    ['unsigned', unsigned],
  ];
  const shapes = [
    '',
    ' ',
    '{',
    '[',
    'null',
    'true',
    '1',
    '"x"',
    '[]',
    '{}',
    '{"type":5}',
    '{"type":"nonsense"}',
    '{"type":null}',
    '{"type":"message","text":5}',
    '{"type":"message","text":{}}',
    '{"type":"message","from":"x"}',
    '{"type":"message","from":{"id":5}}',
    '{"type":"message","locale":9}',
    '{"type":"message","channelData":"x"}',
    '{"type":"message","channelData":{"clientActivityID":7}}',
    '{"type":"message","channelData":{"clientActivityID":""}}',
    '{"type":"message"}{',
    "{'type':'message'}",
    '{"type":"message",}',
    '<xml/>',
    'type=message&text=hi',
    '\u0000',
    '{"type":"message","text":"hi"',
    '{"type":["message"]}',
    '{"type":{"$ne":null}}',
    '{"type":"message","text":{"$gt":""}}',
    '{"type":"message","from":{"id":{"$ne":null}}}',
    '{"type":"message","text":["a"]}',
    '{"text":"hi"}',
  ];
  return [
    ...shapes.map((body, at) => post(`shape ${at} ${body.slice(0, 40)}`, body)),
    post('invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
    post('50,000 characters', message({ text: 'x'.repeat(50_000) }), [413]),
    post('10,001 characters', message({ text: 'x'.repeat(10_001) }), [413]),
    post('deep nesting', nested(100_000), [400, 413]),
    post('deep value', `{"type":"message","text":"x","value":${nested(5_000)}}`, [400, 413]),
    post('a megabyte and more', `"${'x'.repeat(1_200_000)}"`, [413]),
    post('gzip', Buffer.from([0x1f, 0x8b, 8, 0]), [415], { 'content-encoding': 'gzip' }),
    post('br', 'x', [415], { 'content-encoding': 'br' }),
    post('deflate', 'x', [415], { 'content-encoding': 'deflate' }),
    post('an id that is too long', message({ channelData: { clientActivityID: 'x'.repeat(129) } })),
    post('a name that is too long', message({ from: { id: 'u', name: 'x'.repeat(300) } })),
    post('a locale that is too long', message({ locale: 'x'.repeat(36) })),
    ...auth('no token', undefined),
    ...auth('empty token', 'Bearer '),
    ...auth('rubbish', 'Bearer abc.def.ghi'),
    ...auth('foreign token', `Bearer ${foreign}`),
    ...auth('unsigned token', `Bearer ${unsigned}`),
    ...auth('basic', 'Basic dTpw'),
    ...auth('a very long token', `Bearer ${'x'.repeat(7_000)}`),
    {
      name: "another conversation's token reads",
      path: activities(),
      headers: { authorization: `Bearer ${other}` },
      status: [403],
    },
    {
      name: "another conversation's token writes",
      method: 'POST',
      path: activities(),
      headers: { authorization: `Bearer ${other}`, 'content-type': 'application/json' },
      body: message({}),
      status: [403],
    },
    {
      name: "another conversation's token resumes",
      path: `${door}/conversations/${conversation}`,
      headers: { authorization: `Bearer ${other}` },
      status: [403],
    },
    {
      name: 'the secret is not a visitor',
      method: 'POST',
      path: activities(),
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: message({}),
      status: [401, 403],
    },
    {
      name: 'a visitor makes no tokens',
      method: 'POST',
      path: `${door}/tokens/generate`,
      headers: { authorization: `Bearer ${token}` },
      status: [401],
    },
    ...identities.map(
      ([name, identityToken]): Bad => ({
        name: `identity ${name}`,
        method: 'POST',
        path: `${door}/tokens/generate`,
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ identityToken }),
        status: [400, 401, 403],
      }),
    ),
    ...['-1', 'x', '1.5', '1e99', '{}', '%00'].map(
      (mark): Bad => ({
        name: `watermark ${mark}`,
        path: `${activities()}?watermark=${mark}`,
        headers: bearer(),
        status: [400],
      }),
    ),
    ...['PUT', 'DELETE', 'PATCH'].map(
      (method): Bad => ({
        name: `${method} activities`,
        method,
        path: activities(),
        headers: bearer(),
        body: '{}',
        status: [404, 405],
      }),
    ),
    ...[
      '/v3/directline',
      '/v3/directline/',
      '/v3/directline/tokens',
      '/v3/directline/conversations/%E0%A4%A/activities',
      '/v3/directline/../../etc/passwd',
      '/v3/directline/attachments/x',
      '/v3/directline/attachments/x?expires=1&signature=a',
      '//v3/directline/conversations',
      '/hooks/nothing',
      '/hooks/web/../slack',
    ].map((path): Bad => ({ name: path, path, headers: bearer(), status: [400, 401, 403, 404, 405] })),
    {
      name: 'an upload without a form',
      method: 'POST',
      path: `${door}/conversations/${conversation}/upload?userId=u`,
      headers: bearer(),
      body: 'x',
      status: [400, 415],
    },
    {
      name: 'an upload without its boundary',
      method: 'POST',
      path: `${door}/conversations/${conversation}/upload?userId=u`,
      headers: { ...bearer(), 'content-type': 'multipart/form-data' },
      body: 'x',
      status: [400, 415],
    },
    {
      name: 'a truncated upload',
      method: 'POST',
      path: `${door}/conversations/${conversation}/upload?userId=u`,
      headers: { ...bearer(), 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      status: [400],
    },
  ];
}
