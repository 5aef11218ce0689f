// stores: embedded
// The claim race: many cases, many people who all press Claim at once, several instances, double clicks and Slack's own
// retries. Each case has one winner, each loser is told, each customer meets one person. `npm run prove -- claims`.
import { parseArgs } from 'node:util';
import type { Case } from '../../models/case.ts';
import type { Lane } from '../../models/lane.ts';
import { type Chance, createChance } from '../chaos/random.ts';
import { DESK, eventually, type SlackStage, startSlackStage } from '../support/slack-stage.ts';
import { makeStaff, type StandingCase, standCases } from './cases.ts';
import { type Click, click } from './clicks.ts';
import { shuffled } from './order.ts';

export interface ClaimsReport {
  cases: number;
  people: number;
  instances: number;
  clicks: number;
  retries: number;
  /** Cases without exactly one claim in their history. */
  notOneWinner: string[];
  /** Losers' clicks that nobody answered. */
  untold: string[];
  /** Clicks that were answered more than once: nobody can ask Slack whether a private line arrived. */
  toldTwice: string[];
  /** Winners who were told that somebody else was quicker. */
  wronglyTold: string[];
  /** Customers who did not meet the winner, once. */
  wrongVoice: string[];
  /** Cards that do not name the winner. */
  wrongCard: string[];
  /** Requests that were not answered with 200. */
  unanswered: number;
  seconds: number;
}

export interface ClaimsSize {
  cases: number;
  people: number;
  instances: number;
  seed: number;
}

const CASES_AT_ONCE = 8;

export async function proveClaims(size: ClaimsSize): Promise<ClaimsReport> {
  const began = Date.now();
  const chance = createChance(size.seed);
  const { people, ids } = makeStaff(size.people);
  const stage = await startSlackStage({
    instances: size.instances,
    workspace: { people, group: { id: 'S0DESK001', members: ids } },
  });
  try {
    const cases = await standCases(stage, size.cases);
    await settled(stage, (one) => one.status === 'open', size.cases);
    const race = { clicks: 0, retries: 0, unanswered: 0, pressed: new Map<string, number>() };
    for (let at = 0; at < cases.length; at += CASES_AT_ONCE)
      await Promise.all(cases.slice(at, at + CASES_AT_ONCE).map((one) => raceFor(stage, one, ids, chance, race)));
    await settled(stage, (one) => one.status === 'claimed', size.cases);
    // What was kept on disk while the stores were slow comes a moment later.
    const judged = () => judge(stage, cases, ids, race.pressed);
    const verdict = await eventually(async () => {
      const now = await judged();
      if (now.untold.length > 0) throw new Error('not everybody was told yet');
      return now;
    }, 30_000).catch(judged);
    const { clicks, retries, unanswered } = race;
    const seconds = Math.round((Date.now() - began) / 1000);
    return { ...size, clicks, retries, unanswered, ...verdict, seconds };
  } finally {
    await stage.remove();
  }
}

interface Race {
  clicks: number;
  retries: number;
  unanswered: number;
  /** Distinct clicks by case and person. */
  pressed: Map<string, number>;
}

/** Everybody presses at once; some press twice, some clicks come again by Slack's retry, at any instance. */
async function raceFor(stage: SlackStage, one: StandingCase, ids: string[], chance: Chance, race: Race): Promise<void> {
  const anywhere = () => chance.pick(stage.origins);
  const send = async (what: Click, retry: number) => {
    const status = await click(stage, anywhere(), what, retry);
    if (status !== 200) race.unanswered += 1;
  };
  const sends: Promise<void>[] = [];
  for (const user of shuffled(ids, chance)) {
    const times = chance.next() < 0.2 ? 2 : 1;
    for (let again = 0; again < times; again += 1) {
      const what = {
        user,
        channel: DESK,
        card: one.card,
        action: 'case:claim',
        value: one.button,
        actionTs: stage.slack.workspace.nextTs(),
      };
      race.clicks += 1;
      race.pressed.set(`${one.id}|${user}`, (race.pressed.get(`${one.id}|${user}`) ?? 0) + 1);
      sends.push(send(what, 0));
      for (let retry = 1; retry <= 3 && chance.next() < 0.25; retry += 1) {
        race.retries += 1;
        sends.push(send(what, retry));
      }
    }
  }
  await Promise.all(sends);
}

/** Waits until all cases are so and no lane has anything left to do. */
async function settled(stage: SlackStage, check: (one: Case) => boolean, count: number): Promise<void> {
  await eventually(
    async () => {
      const found = await stage.cases();
      if (found.length < count || !found.every(check)) throw new Error('not all cases are there yet');
      const busy = await stage.connection
        .collection('lanes')
        .countDocuments({ $or: [{ 'inbox.0': { $exists: true } }, { 'outbox.0': { $exists: true } }] });
      if (busy > 0) throw new Error(`${busy} lanes have work left`);
    },
    60_000 + count * 500,
  );
}

async function judge(stage: SlackStage, cases: StandingCase[], ids: string[], pressed: Race['pressed']) {
  const subjects = new Map((await stage.cases()).map((one) => [one.id, one]));
  const whispers = new Map<string, number>();
  for (const post of stage.slack.workspace.posts) {
    const key = `${post.threadTs}|${post.only}`;
    if (post.only && /took it/.test(post.text)) whispers.set(key, (whispers.get(key) ?? 0) + 1);
  }
  const verdict = {
    notOneWinner: [] as string[],
    untold: [] as string[],
    toldTwice: [] as string[],
    wronglyTold: [] as string[],
    wrongVoice: [] as string[],
    wrongCard: [] as string[],
  };
  for (const { id, card, conversation } of cases) {
    const subject = subjects.get(id)!;
    const claims = subject.history.filter((event) => event.what === 'claim');
    const winner = subject.owner?.id;
    if (claims.length !== 1 || claims[0]!.who !== winner || !winner) verdict.notOneWinner.push(id);
    for (const user of ids) {
      const told = whispers.get(`${card}|${user}`) ?? 0;
      if (user === winner && told > 0) verdict.wronglyTold.push(`${id} ${user}`);
      const clicks = pressed.get(`${id}|${user}`) ?? 0;
      if (user !== winner && told < clicks) verdict.untold.push(`${id} ${user}`);
      if (user !== winner && told > clicks) verdict.toldTwice.push(`${id} ${user}`);
    }
    const laneId = `${conversation.channel}|default|${conversation.nativeId}`;
    if (!(await metOnce(stage, laneId, winner, subject.owner?.name))) verdict.wrongVoice.push(id);
    const shown = JSON.stringify(stage.slack.workspace.find(DESK, card)?.blocks ?? []);
    if (!shown.includes(`${subject.owner?.name} has it`)) verdict.wrongCard.push(id);
  }
  return verdict;
}

/** The customer's lane belongs to the winner since one change of hands, and they read of it once. */
async function metOnce(stage: SlackStage, laneId: string, owner: string | undefined, name: string | undefined) {
  const lane = (await stage.connection.collection('lanes').findOne({ _id: laneId } as never)) as unknown as Lane | null;
  const moved = await stage.connection.collection('messages').find({ laneId }).toArray();
  const rows = [...moved, ...(lane?.pendingMessages ?? [])] as { key?: string; activity?: { text?: string } }[];
  const met = new Set(rows.filter((row) => row.activity?.text?.includes('has joined')).map((row) => row.key));
  const named = rows.filter((row) => row.activity?.text?.includes(`${name} has joined`));
  return lane?.owner === owner && lane?.ownerEpoch === 1 && met.size === 1 && named.length > 0;
}

function isProven(report: ClaimsReport): boolean {
  const { notOneWinner, untold, toldTwice, wronglyTold, wrongVoice, wrongCard } = report;
  const faults = [notOneWinner, untold, toldTwice, wronglyTold, wrongVoice, wrongCard].flat().length;
  return faults === 0 && report.unanswered === 0;
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      cases: { type: 'string', default: '500' },
      people: { type: 'string', default: '20' },
      instances: { type: 'string', default: '3' },
    },
  });
  const report = await proveClaims({
    seed: Number(values.seed),
    cases: Number(values.cases),
    people: Number(values.people),
    instances: Number(values.instances),
  });
  for (const [name, value] of Object.entries(report))
    process.stdout.write(
      `| ${name.padEnd(14)} | ${Array.isArray(value) ? `${value.length} ${value.slice(0, 3)}` : value} |\n`,
    );
  process.exit(isProven(report) ? 0 : 1);
}
