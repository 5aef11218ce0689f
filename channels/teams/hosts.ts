// Where Teams lives. A serviceUrl comes from outside and is where our token would be sent, so it is checked twice: when a
// conversation is stored, and again when something is sent to it.
import { isLoopback } from '../../core/loopback.ts';

const EXACT = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];
const ENDINGS = ['.botframework.com'];

/** `further`: TEAMS_SERVICE_URLS, hosts or whole addresses; loopback is only taken from there. */
export function isTeamsHost(serviceUrl: string, further: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (further.some((one) => matches(url, one))) return true;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return EXACT.includes(url.hostname) || ENDINGS.some((ending) => url.hostname.endsWith(ending));
}

function matches(url: URL, allowed: string): boolean {
  if (/^https?:\/\//.test(allowed)) return URL.canParse(allowed) && url.origin === new URL(allowed).origin;
  // A bare host speaks TLS at its usual port. A stand-in on this machine does neither (production refuses to start with one).
  if (isLoopback(url.hostname)) return url.hostname === allowed || url.host === allowed;
  return url.protocol === 'https:' && url.host === allowed;
}
