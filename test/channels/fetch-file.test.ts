// Files are fetched from the provider's own hosts and nowhere else: whatever address a message names, our server and our
// credentials cannot be sent to another one.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FilePolicy, fetchFile, isPrivateAddress } from '../../channels/fetch-file.ts';
import type { SupportError } from '../../core/errors.ts';

describe('fetching a file', function () {
  this.timeout(10_000);
  let server: Server;
  let origin = '';
  const asked: { url: string; authorization: string | undefined }[] = [];
  let policy: FilePolicy;

  before(async () => {
    server = createServer((request, response) => {
      asked.push({ url: request.url!, authorization: request.headers.authorization });
      const path = request.url!;
      // Not chained: restify, where it shares the process, makes writeHead answer nothing.
      const say = (status: number, headers: Record<string, string>, body = '') => {
        response.writeHead(status, headers);
        response.end(body);
      };
      if (path === '/good') return say(200, { 'content-type': 'image/png; x=y' }, 'png');
      if (path === '/page') return say(200, { 'content-type': 'text/html' }, '<form>sign in</form>');
      if (path.startsWith('/to?')) return say(302, { location: decodeURIComponent(path.slice(4)) });
      if (path === '/status') return say(404, {}, 'secret of the inside');
      if (path === '/large') return say(200, {}, 'x'.repeat(5_000));
      if (path === '/slow') return;
      if (path === '/cut') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('x', () => response.destroy());
        return;
      }
      response.writeHead(200, { 'transfer-encoding': 'chunked' });
      const more = setInterval(() => response.write('x'.repeat(700)), 5);
      response.on('close', () => clearInterval(more));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    policy = { hosts: ['files.example.com', '.cdn.example.com'], standIns: [origin], maxBytes: 2_000, timeoutMs: 700 };
  });
  beforeEach(() => asked.splice(0));
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const refused = async (address: string, code: string, more: Partial<FilePolicy> = {}) => {
    const error = await fetchFile(address, { authorization: 'Bearer ours' }, { ...policy, ...more }).then(
      () => assert.fail(`${address} was fetched`),
      (thrown: unknown) => thrown as SupportError,
    );
    assert.equal(error.code, code, `${address}: ${error.message}`);
    assert.ok(!error.message.includes(address) || address === '', 'the address is in the message');
  };

  it("brings what is at the provider's host, with our credentials", async () => {
    const { content, type } = await fetchFile(`${origin}/good`, { authorization: 'Bearer ours' }, policy);
    assert.deepEqual([content.toString(), type], ['png', 'image/png']);
    assert.equal(asked[0]!.authorization, 'Bearer ours');
  });

  it('goes nowhere else', async () => {
    for (const address of [
      '',
      'nothing',
      '//files.example.com/a',
      'https://evil.example.org/a',
      'https://files.example.com.evil.org/a',
      'https://evilfiles.example.com/a',
      'https://cdn.example.com/a',
      'http://files.example.com/a',
      'https://files.example.com:8443/a',
      'https://user@files.example.com/a',
      'https://files.example.com@evil.org/a',
      'https://evil.org/files.example.com',
      'https://evil.org#files.example.com',
      'https://evil.org\\.cdn.example.com/a',
      'ftp://files.example.com/a',
      'file:///etc/passwd',
      'data:text/plain,hi',
      'http://169.254.169.254/latest/meta-data/',
      'http://[::ffff:169.254.169.254]/',
      'http://2130706433/',
      'http://localhost/',
      'http://127.0.0.1:1/',
      `${origin.replace('127.0.0.1', 'localhost')}/good`,
    ])
      await refused(address, 'file.host');
    assert.deepEqual(asked, []);
  });

  it('refuses a good name that leads to an address inside', async () => {
    await refused('https://localhost/a', 'file.host', { hosts: ['localhost'] });
  });

  it('follows no redirect, and a permitted one only to the permitted hosts and without credentials', async () => {
    for (const to of ['http://169.254.169.254/', `${origin}/good`, '/good', 'https://files.example.com/a'])
      await refused(`${origin}/to?${encodeURIComponent(to)}`, 'file.redirect');
    const redirectHosts = ['.cdn.example.com'];
    for (const to of [
      'http://169.254.169.254/',
      `${origin}/good`,
      'https://files.example.com/a',
      'http://a.cdn.example.com/',
    ])
      await refused(`${origin}/to?${encodeURIComponent(to)}`, 'file.host', { redirectHosts });
    assert.ok(!asked.some((one) => one.url === '/good'), 'it was followed');
  });

  it('takes so many bytes and so much time, and no more', async () => {
    await refused(`${origin}/large`, 'file.size');
    await refused(`${origin}/endless`, 'file.size');
    await refused(`${origin}/slow`, 'file.unreachable');
    await refused(`${origin}/cut`, 'file.unreachable');
  });

  it('does not take a sign-in page or an error for the file', async () => {
    await refused(`${origin}/page`, 'file.type', { expectedType: 'image/png' });
    await refused(`${origin}/status`, 'file.status');
  });

  it('knows what is inside', () => {
    for (const inside of [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:a9fe:a9fe',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'ff02::1',
      'no address',
    ])
      assert.ok(isPrivateAddress(inside), inside);
    for (const outside of ['1.1.1.1', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])
      assert.ok(!isPrivateAddress(outside), outside);
  });
});
