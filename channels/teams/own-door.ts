// Whether Teams would get through to us. Only Microsoft can sign, so a request without a token is sent, to our own public address
// for the doctor and to the door itself for the admin page: a door that is there and checks refuses it.
import type { ChannelCheck } from '../../models/channel.ts';
import { knock } from '../knock.ts';
import { type Door, testSignature } from '../self-test.ts';

export function knockWithoutToken(url: string): Promise<ChannelCheck> {
  return knock(
    withoutToken(url),
    (response) => response.status === 401 && response.headers.get('content-type')?.includes('json') === true,
  );
}

export function selfTest(door: Door): Promise<ChannelCheck> {
  return testSignature(door, null, withoutToken('http://self.test/hooks/teams'));
}

function withoutToken(url: string): Request {
  const headers = { 'content-type': 'application/json' };
  return new Request(url, { method: 'POST', headers, body: '{"type":"message"}' });
}
