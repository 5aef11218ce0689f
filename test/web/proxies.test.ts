// Whose address counts: the visitor's behind our own proxies, and never one that a visitor wrote.
import assert from 'node:assert/strict';
import { createPeerReader } from '../../web/proxies.ts';

const peerOf = createPeerReader(['127.0.0.0/8', '::1', '10.1.0.0/16']);
const seen = (remoteAddress: string | undefined, forwarded?: string) =>
  peerOf({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress } as never,
  });

describe('the address of who asks', () => {
  const rows: [string, string | undefined, string | undefined, string][] = [
    ['without a proxy', '203.0.113.9', undefined, '203.0.113.9'],
    ['behind a proxy on this machine', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['behind a proxy seen as IPv6', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['behind two proxies of ours', '127.0.0.1', '203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['with an address that the visitor wrote before the proxy did', '127.0.0.1', '8.8.8.8, 203.0.113.9', '203.0.113.9'],
    ['by somebody who is no proxy of ours', '203.0.113.9', '8.8.8.8', '203.0.113.9'],
    ['by a proxy that says nothing', '127.0.0.1', undefined, '127.0.0.1'],
    ['by a proxy that says rubbish', '10.1.2.3', 'unknown', '10.1.2.3'],
    ['over IPv6', '::1', '2001:db8::7', '2001:db8::7'],
    ['when all are proxies', '127.0.0.1', '10.1.0.9', '10.1.0.9'],
    ['when the connection is gone', undefined, '8.8.8.8', ''],
  ];
  for (const [how, remote, forwarded, expected] of rows)
    it(`is right ${how}`, () => assert.equal(seen(remote, forwarded), expected));
});
