// The signature self-test of a channel: a harmless request, signed as the network signs, goes through our own door, and so does
// a forged one. The door must take the first and refuse the second, or customers are lost or strangers are believed.
import { SupportError } from '../core/errors.ts';
import type { ChannelCheck } from '../models/channel.ts';

export type Door = (request: Request) => Promise<Response>;

/** `signed`: left out where only the network itself can sign. */
export async function testSignature(door: Door, signed: Request | null, forged: Request): Promise<ChannelCheck> {
  const taken = signed ? await statusOf(door, signed) : 200;
  if (taken >= 300)
    return {
      name: 'signature',
      ok: false,
      detail: `our own door answers ${taken} to a signed request`,
      remedy: 'Copy the signing secret or token once more, without blanks around it.',
    };
  const refused = await statusOf(door, forged);
  if (refused !== 401 && refused !== 403)
    return { name: 'signature', ok: false, detail: `our own door answers ${refused} to a forged request` };
  return { name: 'signature', ok: true, detail: signed ? 'signed is taken, forged is refused' : 'forged is refused' };
}

async function statusOf(door: Door, request: Request): Promise<number> {
  try {
    return (await door(request)).status;
  } catch (error) {
    if (error instanceof SupportError && error.status) return error.status;
    throw error;
  }
}
