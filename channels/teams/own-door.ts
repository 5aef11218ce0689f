// Whether Teams would get through to us. Only Microsoft can sign, so a request without a token is sent to our own public address:
// a door that is there and checks refuses it.
import type { ChannelCheck } from '../../models/channel.ts';
import { knock } from '../knock.ts';

export function knockWithoutToken(url: string): Promise<ChannelCheck> {
  return knock({
    url,
    headers: { 'content-type': 'application/json' },
    body: '{}',
    isRight: (response) => response.status === 401 && response.headers.get('content-type')?.includes('json') === true,
  });
}
