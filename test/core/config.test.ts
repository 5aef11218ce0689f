// The environment's one door: every fault at once, by name and never by value, with the rules of production.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../core/config.ts';
import { SupportError } from '../../core/errors.ts';

const BAD = {
  PORT: 'canary-port',
  PUBLIC_URL: 'canary-url',
  TRUSTED_PROXIES: '10.0.0.0/8, canary-proxy',
  ROLE: 'canary-role',
  MONGODB_URI: 'canary-mongodb',
  REDIS_URL: 'canary-redis',
  LOG_LEVEL: 'canary-level',
  NODE_ENV: 'canary-env',
  OPENAI_BASE_URL: 'canary-base',
  WEB_QUIET_WINDOW_MS: 'canary-window',
  WEB_MESSAGES_PER_MINUTE: '0',
  LANE_LEASE_MS: '1.5',
  LANE_CONCURRENCY: '-1',
  CRASH_AT: 'canary-crash',
};

function refusalOf(env: Record<string, string>, folder?: string): SupportError {
  try {
    readConfig(env, folder);
  } catch (error) {
    assert.ok(error instanceof SupportError);
    return error;
  }
  assert.fail('the settings were accepted');
}

describe('config', () => {
  it('needs nothing to be set', () => {
    const config = readConfig({});
    assert.equal(config.PORT, 3978);
    assert.equal(config.HOST, '127.0.0.1');
    assert.equal(config.ROLE, 'all');
    assert.equal(config.MONGODB_URI, undefined);
    assert.ok(Object.isFrozen(config));
  });

  it('names every faulty variable at once', () => {
    const error = refusalOf(BAD);
    assert.equal(error.code, 'config.invalid');
    assert.equal(error.kind, 'refused');
    const lines = error.message.split('\n').slice(1);
    const named = lines.map((line) => line.trim().split(':')[0]);
    assert.deepEqual(named.sort(), Object.keys(BAD).sort());
  });

  it('never repeats a value', () => {
    const error = refusalOf({ ...BAD, OPENAI_API_KEY: 'canary-key', DIRECTLINE_SECRET: 'canary-secret' });
    assert.doesNotMatch(error.message, /canary/);
    assert.doesNotMatch(JSON.stringify(error), /canary/);
  });

  it('refuses providers on this machine in production, in whatever form they are named', () => {
    const production = { NODE_ENV: 'production', DIRECTLINE_SECRET: 'a-secret' };
    for (const place of ['127.0.0.1', 'localhost:4000', 'http://127.0.0.1:4000', 'teams.example.com, http://[::1]:1'])
      assert.match(refusalOf({ ...production, TEAMS_SERVICE_URLS: place }).message, /TEAMS_SERVICE_URLS/);
    assert.ok(readConfig({ ...production, TEAMS_SERVICE_URLS: '127.example.com, teams.example.com' }));
    assert.ok(readConfig({ TEAMS_SERVICE_URLS: '127.0.0.1' }));
  });

  it('counts empty and blank as unset', () => {
    const config = readConfig({ PORT: '', ROLE: '  ', OPENAI_API_KEY: '', REDIS_URL: '' });
    assert.equal(config.PORT, 3978);
    assert.equal(config.ROLE, 'all');
    assert.equal(config.OPENAI_API_KEY, undefined);
    assert.equal(config.REDIS_URL, undefined);
  });

  it('trims what was pasted with blanks around it', () => {
    const config = readConfig({ HOST: ' 0.0.0.0 ', OPENAI_API_KEY: ' a-key\n' });
    assert.equal(config.HOST, '0.0.0.0');
    assert.equal(config.OPENAI_API_KEY?.reveal(), 'a-key');
  });

  it('wraps secrets so that printing the whole config shows none', () => {
    const config = readConfig({
      OPENAI_API_KEY: 'canary-1',
      DIRECTLINE_SECRET: 'canary-2',
      WEB_IDENTITY_SECRET: 'canary-3',
    });
    assert.equal(config.OPENAI_API_KEY?.reveal(), 'canary-1');
    assert.doesNotMatch(JSON.stringify(config), /canary/);
  });

  it("takes a shop's own systems with their secret, over https or on this machine", () => {
    const url = 'https://shop.example.com/api';
    const taken = readConfig({ SHOP_API_URL: url, SHOP_API_KEY: 'canary', SHOP_API_PORTS: 'shop, billing' });
    assert.deepEqual([taken.SHOP_API_URL, taken.SHOP_API_PORTS], [url, 'shop, billing']);
    assert.ok(readConfig({ SHOP_API_URL: 'http://127.0.0.1:4100', SHOP_API_KEY: 'x' }).SHOP_API_URL);
    const faults: [Record<string, string>, RegExp][] = [
      [{ SHOP_API_URL: url }, /SHOP_API_URL: needs SHOP_API_KEY/],
      [{ SHOP_API_KEY: 'x' }, /SHOP_API_URL: needs SHOP_API_KEY/],
      [{ SHOP_API_URL: 'http://shop.example.com', SHOP_API_KEY: 'x' }, /SHOP_API_URL: must begin with https/],
      [{ SHOP_API_URL: 'http://127.0.0.1.example.com', SHOP_API_KEY: 'x' }, /SHOP_API_URL: must begin with https/],
      [{ SHOP_API_PORTS: 'shop' }, /SHOP_API_PORTS: needs SHOP_API_URL/],
      [{ SHOP_API_URL: url, SHOP_API_KEY: 'x', SHOP_API_PORTS: 'shop,tills' }, /SHOP_API_PORTS/],
      [
        { NODE_ENV: 'production', DIRECTLINE_SECRET: 'x', SHOP_API_URL: 'http://localhost:1', SHOP_API_KEY: 'x' },
        /SHOP_API_URL: may not be this machine/,
      ],
    ];
    for (const [env, message] of faults) assert.match(refusalOf(env).message, message);
  });

  describe('in production', () => {
    it('requires the secret of the web door', () => {
      assert.match(refusalOf({ NODE_ENV: 'production' }).message, /DIRECTLINE_SECRET: is required/);
      assert.equal(readConfig({ NODE_ENV: 'production', DIRECTLINE_SECRET: 'a-secret' }).NODE_ENV, 'production');
    });

    it('refuses crash points', () => {
      const env = { DIRECTLINE_SECRET: 'a-secret', CRASH_AT: 'before-commit' };
      assert.match(refusalOf({ ...env, NODE_ENV: 'production' }).message, /CRASH_AT: is refused/);
      assert.equal(readConfig({ ...env, NODE_ENV: 'test' }).CRASH_AT, 'before-commit');
    });

    it('reports its own rules together with every other fault', () => {
      const { message } = refusalOf({ NODE_ENV: 'production', CRASH_AT: 'before-commit', PORT: 'x' });
      for (const name of ['DIRECTLINE_SECRET', 'CRASH_AT', 'PORT']) assert.ok(message.includes(`${name}:`), message);
    });
  });

  describe('with a .env file', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'frontdesk-config-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('fills in what the real environment leaves open', () => {
      writeFileSync(join(folder, '.env'), 'PORT=4000\nROLE=web\n# LOG_LEVEL=debug\n');
      const config = readConfig({ PORT: '5000', ROLE: '' }, folder);
      assert.equal(config.PORT, 5000);
      assert.equal(config.ROLE, 'web');
      assert.equal(config.LOG_LEVEL, 'info');
    });

    it('applies the rules of production that the file switches on', () => {
      writeFileSync(join(folder, '.env'), 'NODE_ENV=production\n');
      assert.match(refusalOf({}, folder).message, /DIRECTLINE_SECRET/);
    });

    it('is not missed when there is none', () => {
      assert.equal(readConfig({}, folder).PORT, 3978);
    });
  });

  it('knows every crash point, with and without a count', () => {
    assert.equal(readConfig({ CRASH_AT: 'after-send:2' }).CRASH_AT, 'after-send:2');
    assert.match(refusalOf({ CRASH_AT: 'after-lunch' }).message, /CRASH_AT: is not a known crash point/);
  });
});
