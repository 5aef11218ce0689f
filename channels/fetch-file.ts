// Fetches a file that a customer sent, from the provider's own hosts only: no redirects, no private addresses, a limit on
// size and time. Whatever is refused is a SupportError that names the reason, never the address.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { SupportError } from '../core/errors.ts';

export interface FilePolicy {
  /** Exact host names, or `.example.com` for what ends so. */
  hosts: readonly string[];
  /** Where the provider may send us on to, once, without credentials. */
  redirectHosts?: readonly string[];
  /** Origins of a stand-in: allowed as they are, loopback included. */
  standIns?: readonly string[];
  maxBytes: number;
  timeoutMs: number;
  /** What the network says it is. A page instead of it is a sign-in page, not the customer's file. */
  expectedType?: string;
}

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  // Ways of writing an IPv4 address as an IPv6 one; ::1 is among the first.
  ['::', 96],
  ['64:ff9b::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Is it an address that only exists inside somebody's network? */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateAddress(mapped);
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * @throws SupportError `file.host`, `file.redirect`, `file.size`, `file.type`, `file.status` (refused) or `file.unreachable` (transient).
 */
export async function fetchFile(
  address: string,
  headers: Record<string, string>,
  policy: FilePolicy,
): Promise<{ content: Buffer; type: string }> {
  const url = await checkAddress(address, policy);
  let response: Response;
  try {
    response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(policy.timeoutMs) });
  } catch (cause) {
    throw new SupportError('file.unreachable', 'the file could not be fetched', { kind: 'transient', cause });
  }
  if (response.status >= 300 && response.status < 400) {
    const elsewhere = response.headers.get('location');
    if (!policy.redirectHosts || !elsewhere) throw refuse('file.redirect', 'the file is somewhere else');
    const { redirectHosts, standIns: _standIns, ...rest } = policy;
    return fetchFile(new URL(elsewhere, url).href, {}, { ...rest, hosts: redirectHosts });
  }
  if (!response.ok) throw refuse('file.status', `the provider answered ${response.status}`);
  const type = typeOf(response);
  if (type === 'text/html' && policy.expectedType && policy.expectedType !== type)
    throw refuse('file.type', 'a page came instead of the file');
  return { content: await readAtMost(response, policy.maxBytes), type };
}

async function checkAddress(address: string, policy: FilePolicy): Promise<URL> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) throw refuse('file.host', 'the file has no address');
  if (policy.standIns?.includes(url.origin)) return url;
  const allowed = policy.hosts.some((host) =>
    host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host,
  );
  if (!allowed || url.protocol !== 'https:' || url.port !== '' || url.username !== '')
    throw refuse('file.host', "the file is not at the provider's own host");
  const found = await lookup(url.hostname, { all: true }).catch((cause: unknown) => {
    throw new SupportError('file.unreachable', 'the host of the file was not found', { kind: 'transient', cause });
  });
  if (found.some((one) => isPrivateAddress(one.address))) throw refuse('file.host', 'the file is at a private address');
  return url;
}

async function readAtMost(response: Response, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of response.body ?? []) {
      bytes += part.length;
      if (bytes > maxBytes) throw refuse('file.size', 'the file is too large');
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof SupportError) throw cause;
    throw new SupportError('file.unreachable', 'the file did not come whole', { kind: 'transient', cause });
  }
  return Buffer.concat(parts);
}

function typeOf(response: Response): string {
  return (response.headers.get('content-type') ?? 'application/octet-stream').split(';')[0]!.trim().toLowerCase();
}

function refuse(code: string, message: string): SupportError {
  return new SupportError(code, message, { kind: 'refused' });
}
