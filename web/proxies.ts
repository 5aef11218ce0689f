// Who really asks: the address behind the proxies that we trust. What anybody else writes into X-Forwarded-For is not
// believed, or a visitor could take a new address for each request.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The address of the one who asks; empty when the connection is gone. */
export type PeerOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

/** `trusted`: addresses and networks (`10.0.0.0/8`) of our own proxies. */
export function createPeerReader(trusted: readonly string[]): PeerOf {
  const proxies = new BlockList();
  for (const one of trusted) {
    const [address, bits] = one.split('/') as [string, string?];
    if (bits === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(bits), familyOf(address));
  }
  const isProxy = (address: string) => isIP(address) !== 0 && proxies.check(address, familyOf(address));
  return ({ headers, socket }) => {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    let peer = socket.remoteAddress ?? '';
    // Each proxy writes at the end who asked it: from there back to the first that is none of ours.
    while (isProxy(peer)) {
      const before = forwarded.pop()?.trim() ?? '';
      if (isIP(before) === 0) return peer;
      peer = before;
    }
    return peer;
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
