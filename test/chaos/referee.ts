// The referee, a process of its own: it knows what the customers were given ids for, and what the door shows at the end.
// It reads a journal on standard input and prints one JSON line: lost, repeated, reordered.
import { pause } from './random.ts';

export interface Journal {
  urls: string[];
  /** How long the last answers may take, in ms. */
  patienceMs: number;
  conversations: { id: string; token: string; sent: string[] }[];
}

export interface Verdict {
  messages: number;
  lost: number;
  repeated: number;
  reordered: number;
  /** The first few faults, for whoever looks for the cause. */
  faults: string[];
}

interface Shown {
  id: string;
  from: { role: string };
  channelData?: { answers?: string[]; turn?: { id: string } };
}

async function readAll(journal: Journal, conversation: Journal['conversations'][number]): Promise<Shown[]> {
  const shown: Shown[] = [];
  let watermark = '0';
  for (;;) {
    const page = await readPage(
      journal.urls,
      `/v3/directline/conversations/${conversation.id}/activities?watermark=${watermark}`,
      conversation.token,
    );
    shown.push(...page.activities);
    if (page.activities.length === 0 || page.watermark === watermark) return shown;
    watermark = page.watermark;
  }
}

async function readPage(
  urls: string[],
  path: string,
  token: string,
): Promise<{ activities: Shown[]; watermark: string }> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(`${urls[attempt % urls.length]}${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    if (response?.ok) return (await response.json()) as { activities: Shown[]; watermark: string };
    await pause(100);
  }
  throw new Error('no server answers the referee');
}

/** What one conversation shows against what was written in it. */
export function judge(sent: readonly string[], shown: readonly Shown[]): Omit<Verdict, 'messages'> {
  const faults: string[] = [];
  const customers = shown.filter((one) => one.from.role === 'user').map((one) => one.id);
  const turns = new Map<string, string[]>();
  const replyIds = shown.filter((one) => one.from.role === 'bot').map((one) => one.id);
  for (const one of shown) {
    const { answers, turn } = one.channelData ?? {};
    if (one.from.role === 'bot' && answers && turn) turns.set(turn.id, answers);
  }
  const answered = [...turns.values()].flat();
  const count = (list: readonly string[], id: string) => list.filter((other) => other === id).length;
  let lost = 0;
  let repeated = replyIds.length - new Set(replyIds).size;
  for (const id of sent) {
    if (count(customers, id) === 0 || count(answered, id) === 0) {
      lost += 1;
      faults.push(`lost ${id}: shown ${count(customers, id)}, answered ${count(answered, id)}`);
    }
    if (count(customers, id) > 1 || count(answered, id) > 1) {
      repeated += 1;
      faults.push(`repeated ${id}: shown ${count(customers, id)}, answered ${count(answered, id)}`);
    }
  }
  for (const id of customers) if (!sent.includes(id)) repeated += 1;
  return { lost, repeated, reordered: disorder(sent, customers) + disorder(sent, answered), faults };
}

/** How often `seen` steps back against the order of `sent`. */
function disorder(sent: readonly string[], seen: readonly string[]): number {
  const places = seen.map((id) => sent.indexOf(id)).filter((place) => place >= 0);
  return places.filter((place, at) => at > 0 && place < places[at - 1]!).length;
}

async function main(): Promise<void> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  const journal = JSON.parse(text) as Journal;
  const end = Date.now() + journal.patienceMs;
  const verdict: Verdict = { messages: 0, lost: 0, repeated: 0, reordered: 0, faults: [] };
  for (const conversation of journal.conversations) {
    let one = judge(conversation.sent, await readAll(journal, conversation));
    while (one.lost > 0 && Date.now() < end) {
      await pause(250);
      one = judge(conversation.sent, await readAll(journal, conversation));
    }
    verdict.messages += conversation.sent.length;
    verdict.lost += one.lost;
    verdict.repeated += one.repeated;
    verdict.reordered += one.reordered;
    verdict.faults.push(...one.faults.map((fault) => `${conversation.id} ${fault}`));
  }
  verdict.faults = verdict.faults.slice(0, 20);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}

if (process.argv[1] && import.meta.filename === process.argv[1]) await main();
