// Is this the machine itself? Asked of addresses that others name; only a stand-in lives here, and never in production.
import { isIP } from 'node:net';

/** `host`: a URL's hostname, or a socket's remote address. */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '');
  return plain === 'localhost' || plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
