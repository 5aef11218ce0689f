// The referee of all networks, a process of its own: it knows what customers asked and looks at what each network shows in the
// end. Every question carries a number of its own, and its answer names it: none is lost, two are a repetition.
import { pause } from '../random.ts';
import type { Network } from './providers.ts';

export interface Asked {
  network: Network;
  /** Where the network shows it: a channel, a number, a conversation. */
  place: string;
  token?: string;
  /** The numbers that were asked for, in order. */
  numbers: string[];
}

export interface NetworksJournal {
  webUrls: string[];
  origins: Record<Exclude<Network, 'web'>, string>;
  patienceMs: number;
  conversations: Asked[];
}

export interface Count {
  messages: number;
  lost: number;
  repeated: number;
  reordered: number;
}

export interface NetworksVerdict {
  counts: Record<Network, Count>;
  faults: string[];
}

/** What one place shows against what was asked there. */
export function judgePlace(numbers: readonly string[], said: readonly string[]): Count & { faults: string[] } {
  const named = said.map((text) => new Set(text.match(/ORD-\d+/g) ?? []));
  const timesOf = (number: string) => named.filter((one) => one.has(number)).length;
  const faults: string[] = [];
  let [lost, repeated] = [0, 0];
  for (const number of numbers) {
    const times = timesOf(number);
    if (times === 0) lost += 1;
    if (times > 1) repeated += 1;
    if (times !== 1) faults.push(`${number} was answered ${times} times`);
  }
  const firsts = [...new Set(said.flatMap((text) => text.match(/ORD-\d+/g) ?? []))]
    .map((number) => numbers.indexOf(number))
    .filter((at) => at >= 0);
  const reordered = firsts.filter((place, at) => at > 0 && place < firsts[at - 1]!).length;
  return { messages: numbers.length, lost, repeated, reordered, faults };
}

interface States {
  slack: { posts: { channel: string; botId?: string; text: string }[] };
  sms: { messages: { to: string; direction: string; body: string }[] };
  teams: { posts: { conversation: string; from: string; activity: { text?: string } }[] };
}

async function lookAtNetworks(origins: NetworksJournal['origins']): Promise<States> {
  const entries = Object.entries(origins).map(async ([network, origin]) => [
    network,
    await (await fetch(`${origin}/__control/state`)).json(),
  ]);
  return Object.fromEntries(await Promise.all(entries)) as unknown as States;
}

async function lookAtWeb(urls: readonly string[], { place, token }: Asked): Promise<string[]> {
  const said: string[] = [];
  for (let watermark = '0', attempt = 0; attempt < 400; attempt += 1) {
    const path = `/v3/directline/conversations/${place}/activities?watermark=${watermark}`;
    const response = await fetch(`${urls[attempt % urls.length]}${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    if (!response?.ok) {
      await pause(100);
      continue;
    }
    const page = (await response.json()) as {
      activities: { from: { role: string }; text?: string }[];
      watermark: string;
    };
    said.push(...page.activities.filter((one) => one.from.role === 'bot').map((one) => one.text ?? ''));
    if (page.activities.length === 0 || page.watermark === watermark) return said;
    watermark = page.watermark;
  }
  throw new Error('no server answers the referee');
}

function saidAt({ network, place }: Asked, states: States): string[] {
  if (network === 'slack')
    return states.slack.posts.filter((one) => one.channel === place && one.botId).map((one) => one.text);
  if (network === 'sms')
    return states.sms.messages.filter((one) => one.to === place && one.direction !== 'inbound').map((one) => one.body);
  return states.teams.posts
    .filter((one) => one.conversation === place && one.from === 'bot')
    .map((one) => one.activity.text ?? '');
}

async function countAll(journal: NetworksJournal): Promise<NetworksVerdict> {
  const states = await lookAtNetworks(journal.origins);
  const none = (): Count => ({ messages: 0, lost: 0, repeated: 0, reordered: 0 });
  const counts = { web: none(), slack: none(), sms: none(), teams: none() };
  const faults: string[] = [];
  for (const asked of journal.conversations) {
    const said = asked.network === 'web' ? await lookAtWeb(journal.webUrls, asked) : saidAt(asked, states);
    const one = judgePlace(asked.numbers, said);
    const count = counts[asked.network];
    for (const name of ['messages', 'lost', 'repeated', 'reordered'] as const) count[name] += one[name];
    faults.push(...one.faults.map((fault) => `${asked.network} ${asked.place}: ${fault}`));
    // Silence and an answer that names no number are different faults: what is shown there says which.
    if (one.lost > 0) faults.push(`${asked.network} ${asked.place} shows: ${JSON.stringify(said).slice(0, 2_000)}`);
  }
  return { counts, faults };
}

async function main(): Promise<void> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  const journal = JSON.parse(text) as NetworksJournal;
  const end = Date.now() + journal.patienceMs;
  let verdict = await countAll(journal);
  while (Object.values(verdict.counts).some((one) => one.lost > 0) && Date.now() < end) {
    await pause(500);
    verdict = await countAll(journal);
  }
  process.stdout.write(`${JSON.stringify({ ...verdict, faults: verdict.faults.slice(0, 30) })}\n`);
}

if (process.argv[1] && import.meta.filename === process.argv[1]) await main();
