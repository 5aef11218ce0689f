// Where our server's CPU goes: a sampling profile under the load of the CPU section, summed by package and by function.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from '../load/desk.ts';
import { openMany } from '../load/direct-line.ts';
import { drive } from '../load/drive.ts';
import { createSentences } from '../load/sentences.ts';
import type { Measured, Row } from '../report.ts';
import type { Plan } from './plan.ts';

const SECTION = 'Profile';
const SHOWN = 30;

interface Frame {
  functionName: string;
  url: string;
  lineNumber: number;
}

interface CpuProfile {
  nodes: { id: number; callFrame: Frame; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

export async function measureProfile(plan: Plan): Promise<Measured> {
  const desk = await startDesk('profile');
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-profile-'));
  const file = join(folder, 'cpu.json');
  try {
    const speakers = await openMany(desk.address, plan.lanes, 'profile');
    const next = createSentences('plain', plan.seed);
    await drive(speakers, next, { forMs: plan.warmMs });
    await desk.usage({ ask: 'profile' });
    const driven = await drive(speakers, next, { forMs: plan.roundMs * 2 });
    await desk.usage({ profileTo: file });
    for (const speaker of speakers) speaker.close();
    return report(JSON.parse(readFileSync(file, 'utf8')) as CpuProfile, driven.turns);
  } finally {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(profile: CpuProfile, turns: number): Measured {
  const { byOwner, byFunction, total } = sum(profile);
  const rows: Row[] = [];
  const list = (heading: string, sums: Map<string, number>) => {
    for (const [name, us] of [...sums].sort((one, other) => other[1] - one[1]).slice(0, SHOWN)) {
      const value = `${(us / turns).toFixed(1)} µs · ${((100 * us) / total).toFixed(1)} %`;
      rows.push({ section: `${SECTION}: ${heading}`, what: name, value });
    }
  };
  list('on whose behalf, per turn', byOwner);
  list('self time by function, per turn', byFunction);
  return { rows, figures: { turns, usPerTurn: total / turns }, notes: [] };
}

/** Sums the samples that were not idle, in microseconds. */
function sum(profile: CpuProfile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const selfUs = new Map<number, number>();
  profile.samples.forEach((id, at) => {
    selfUs.set(id, (selfUs.get(id) ?? 0) + (profile.timeDeltas[at] ?? 0));
  });
  const byOwner = new Map<string, number>();
  const byFunction = new Map<string, number>();
  const add = (sums: Map<string, number>, name: string, us: number) => sums.set(name, (sums.get(name) ?? 0) + us);
  let total = 0;
  for (const [id, us] of selfUs) {
    const frame = nodes.get(id)!.callFrame;
    if (frame.functionName === '(idle)' || frame.url === 'node:inspector') continue;
    total += us;
    add(byFunction, `${frame.functionName || '(anonymous)'} ${shortUrl(frame.url)}:${frame.lineNumber + 1}`, us);
    let at: number | undefined = id;
    let owner: string | undefined;
    while (at !== undefined && !owner) {
      owner = ownerOf(nodes.get(at)!.callFrame);
      at = parents.get(at);
    }
    add(byOwner, owner ?? 'node itself', us);
  }
  return { byOwner, byFunction, total };
}

/** The package or the room of ours that a frame belongs to; nothing for the platform, whose callers then count. */
function ownerOf({ url, functionName }: Frame): string | undefined {
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (url.startsWith('node:') || url === '') return undefined;
  const inPackages = url.split('node_modules/').at(-1)!;
  if (inPackages !== url) return /^(@[^/]+\/)?[^/]+/.exec(inPackages)![0];
  return `ours: ${shortUrl(url).split('/').slice(0, 2).join('/')}`;
}

function shortUrl(url: string): string {
  const root = new URL('../../', import.meta.url).href;
  return url.startsWith(root) ? url.slice(root.length) : url;
}
