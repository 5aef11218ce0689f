// Knocks at our own public door as a network would: is the address reachable, does what the proxy makes of a request still pass
// the check of its signature? For the doctor; it says nothing that anybody would hear.
import type { ChannelCheck } from '../models/channel.ts';

const PATIENCE_MS = 8_000;

/** Further accounts have an address of their own. */
export function pathOf(accountId: string): string {
  return accountId === 'default' ? '' : `/${accountId}`;
}

/** `isRight`: is this the answer of a door that believed us? */
export async function knock(
  request: Request,
  isRight: (response: Response) => Promise<boolean> | boolean,
): Promise<ChannelCheck> {
  const { url } = request;
  const name = 'own door';
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' });
    if (await isRight(response)) return { name, ok: true, detail: `${url} takes what is signed` };
    const remedy =
      response.status === 401 || response.status === 403
        ? 'The server there runs with another secret, or the proxy changes host, path or body: see the README of the channel.'
        : 'Check that PUBLIC_URL leads to this server, and that the proxy passes /hooks/ on unchanged.';
    return { name, ok: false, detail: `${url} answers ${response.status}`, remedy };
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown';
    const remedy = 'Start the server; check PUBLIC_URL, DNS, certificate and proxy.';
    return { name, ok: false, detail: `${url} does not answer (${why})`, remedy };
  }
}
