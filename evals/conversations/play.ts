// Plays a page with the real bot and says what did not hold. A conversation succeeds when everything on its page does.
import type { StoredOrder } from '../../models/shop/shop.ts';
import { codeIn } from '../../test/support/converse.ts';
import { order, type WorldOptions, world } from '../../test/support/world.ts';
import type { Page } from './pages.ts';

export interface Outcome {
  topic: string;
  name: string;
  faults: string[];
  /** A case was opened where none was wanted, or none where one was. */
  needless: boolean;
  missed: boolean;
  /** What was said, for the report. */
  transcript: { who: 'customer' | 'bot'; text: string }[];
}

const LATE_DAYS = 3;

/** `models`: real ones; without them the offline model answers. */
export async function play(page: Page, models?: WorldOptions['models']): Promise<Outcome> {
  const orders = page.given.map(({ id, status, isLate }) =>
    order(id, { status: status as StoredOrder['status'], ...(isLate ? { deliveryDay: -LATE_DAYS } : {}) }),
  );
  const its = world({
    orders,
    ...(page.customerId ? { customer: { shopCustomerId: page.customerId } } : {}),
    ...(models ? { models } : {}),
  });
  const outcome: Outcome = {
    topic: page.topic,
    name: page.name,
    faults: [],
    needless: false,
    missed: false,
    transcript: [],
  };
  for (const line of page.lines) {
    outcome.transcript.push({ who: 'customer', text: line.text });
    await its.customer(line.text.replace('{code}', () => codeIn(its)));
    const said = its.said.splice(0);
    outcome.transcript.push(...said.map(({ text }) => ({ who: 'bot' as const, text })));
    const text = said.map((one) => one.text).join('\n');
    const choices = said.flatMap((one) => one.choices);
    for (const check of line.checks) {
      const fault = await faultOf(check, text, choices, its);
      if (fault) outcome.faults.push(`after «${line.text}»: ${fault}`);
    }
  }
  judgeTools(page, its, outcome);
  judgeCase(page, its, outcome);
  return outcome;
}

type Played = ReturnType<typeof world>;

async function faultOf(
  { kind, text: wanted }: { kind: string; text: string },
  text: string,
  choices: string[],
  its: Played,
): Promise<string | null> {
  const said = text.toLowerCase();
  const parts = wanted.split(' | ');
  switch (kind) {
    case 'bot': {
      const missing = parts.find((part) => !part.split(' / ').some((one) => said.includes(one.toLowerCase())));
      return missing ? `does not say «${missing}» but «${text}»` : null;
    }
    case 'not': {
      const found = parts.find((part) => said.includes(part.toLowerCase()));
      return found ? `says «${found}»` : null;
    }
    case 'choices':
      return choices.includes(wanted) ? null : `does not offer «${wanted}»`;
    default: {
      const [, id, field, value] = /^(\S+)\.(\w+) = (.+)$/.exec(wanted) ?? [];
      const stored = await its.rows<StoredOrder>('shop_orders').findOne({ _id: id });
      const is = String((stored as unknown as Record<string, unknown> | null)?.[field ?? '']);
      return is === value ? null : `${id}.${field} is «${is}», not «${value}»`;
    }
  }
}

function judgeTools({ tools }: Page, its: Played, outcome: Outcome): void {
  if (!tools) return;
  const called = its.turns.flatMap((turn) => turn.tools.map((tool) => tool.name));
  const other = called.find((name) => !tools.includes(name));
  if (other) outcome.faults.push(`calls ${other}`);
}

function judgeCase({ case: wanted }: Page, its: Played, outcome: Outcome): void {
  const [opened] = its.caseOf();
  outcome.needless = wanted === 'none' && opened !== undefined;
  outcome.missed = wanted !== null && wanted !== 'none' && opened === undefined;
  if (outcome.needless) outcome.faults.push(`opens a case (${opened!.reason}) where none is needed`);
  if (outcome.missed) outcome.faults.push('opens no case');
  if (opened && wanted !== null && !['none', 'any'].includes(wanted) && opened.reason !== wanted)
    outcome.faults.push(`opens a case for «${opened.reason}», not «${wanted}»`);
}
