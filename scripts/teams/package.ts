// Builds the app package that Teams takes: the manifest with this bot's id and address, and two icons, as one zip. Nothing is
// built that Teams would refuse: the id must be an application id, the address a public host.
// Usage: npm run teams:package -- --app-id 1111… --host support.example.com [--out frontdesk-teams.zip]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crc32 } from 'node:zlib';
import { drawColorIcon, drawOutlineIcon } from './icons.ts';

interface Entry {
  name: string;
  content: Buffer;
}

/** The package's bytes. Throws an Error that says what is wrong with the id or the host. */
export function buildPackage(appId: string, host: string): Buffer {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId))
    throw new Error('--app-id is the Application (client) ID, such as 11111111-2222-3333-4444-555555555555.');
  if (!/^([a-z0-9-]+\.)+[a-z]{2,}$/i.test(host))
    throw new Error('--host is the host of PUBLIC_URL alone, such as support.example.com.');
  const manifest = readFileSync(new URL('../../deploy/teams/manifest.json', import.meta.url), 'utf8')
    .replaceAll('{{APP_ID}}', appId)
    .replaceAll('{{HOST}}', host);
  return zip([
    { name: 'manifest.json', content: Buffer.from(manifest) },
    { name: 'color.png', content: drawColorIcon() },
    { name: 'outline.png', content: drawOutlineIcon() },
  ]);
}

/** 1 January 2026, so that the same input makes the same bytes. */
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;

/** A zip archive of stored (uncompressed) entries: these are three small files. */
function zip(entries: Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version 2.0 can read it
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, path, content];
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path);
    parts.push(...local);
    offset += local.reduce((bytes, part) => bytes + part.length, 0);
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      'app-id': { type: 'string', default: '' },
      host: { type: 'string', default: '' },
      out: { type: 'string', default: 'frontdesk-teams.zip' },
    },
  });
  try {
    writeFileSync(values.out, buildPackage(values['app-id'], values.host));
    process.stdout.write(`${values.out}: upload it in Teams under Apps → Manage your apps → Upload an app.\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.main) main();
