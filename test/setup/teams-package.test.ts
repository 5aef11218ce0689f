// The app package that an admin uploads to Teams: a zip with this bot's manifest within Teams' limits.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildPackage } from '../../scripts/teams/package.ts';

const APP_ID = '11111111-2222-3333-4444-555555555555';

interface Manifest {
  id: string;
  bots: { botId: string; scopes: string[]; commandLists: { commands: { title: string; description: string }[] }[] }[];
  name: { short: string; full: string };
  description: { short: string; full: string };
  validDomains: string[];
  icons: { color: string; outline: string };
}

/** The entries of a zip of stored files, by the central directory. */
function readZip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const entries = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, offset] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('latin1', at + 46, at + 46 + nameLength);
    entries.set(name, bytes.subarray(offset + 30 + nameLength, offset + 30 + nameLength + size));
    at += 46 + nameLength;
  }
  return entries;
}

describe('the Teams app package', () => {
  const built = buildPackage(APP_ID, 'support.example.com');
  const entries = readZip(built);
  const manifest = JSON.parse(entries.get('manifest.json')!.toString()) as Manifest;

  it('holds the manifest of this bot at its root, and nothing is left to fill in', () => {
    assert.deepEqual([...entries.keys()].sort(), ['color.png', 'manifest.json', 'outline.png']);
    assert.deepEqual([manifest.id, manifest.bots[0]!.botId], [APP_ID, APP_ID]);
    assert.deepEqual(manifest.validDomains, ['support.example.com']);
    assert.doesNotMatch(entries.get('manifest.json')!.toString(), /\{\{/);
  });

  it("keeps within Teams' limits", () => {
    const { name, description, bots } = manifest;
    assert.ok(name.short.length <= 30 && name.full.length <= 100);
    assert.ok(description.short.length <= 80 && description.full.length <= 4_000);
    assert.ok(bots[0]!.scopes.length <= 3);
    for (const { title, description: what } of bots[0]!.commandLists[0]!.commands)
      assert.ok(title.length <= 32 && what.length <= 128);
  });

  it('has icons of the sizes that Teams wants', () => {
    for (const [name, side] of [
      ['color.png', 192],
      ['outline.png', 32],
    ] as const) {
      const icon = entries.get(name)!;
      assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [side, side]);
    }
  });

  it('is not built for a wrong id or address', () => {
    for (const [id, host] of [
      ['', 'support.example.com'],
      ['my-bot', 'support.example.com'],
      [APP_ID, ''],
      [APP_ID, 'https://support.example.com'],
      [APP_ID, 'localhost'],
    ] as const)
      assert.throws(() => buildPackage(id, host), /^Error: --(app-id|host) is/);
  });

  it('says in its README what it is built with', () => {
    const readme = readFileSync(new URL('../../channels/teams/README.md', import.meta.url), 'utf8');
    assert.match(readme, /npm run teams:package/);
  });
});
