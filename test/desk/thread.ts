// One random play in one case's thread, and what should come of it: the rule of the desk said a second time, without the
// product's words. OUT-n-m may leave and must, once; INNER-n-m must not, whatever happens to it later.
import { TEAM } from '../../emulators/slack/workspace.ts';
import type { Chance } from '../chaos/random.ts';
import { DESK, type SlackStage } from '../support/slack-stage.ts';
import type { StandingCase } from './cases.ts';
import { click, submit, tellEvent, useMenu } from './clicks.ts';
import { shuffled } from './order.ts';

export interface ThreadPlay {
  laneId: string;
  /** Signs that the customer must receive, in this order. */
  outward: string[];
  words: number;
}

interface Said {
  user: string;
  sign: string;
  text: string;
  ts: string;
}

const NOTES = ['! ', '!', '  ! ', 'note: ', 'Note:', 'internal: '];

export async function playThread(
  stage: SlackStage,
  subject: StandingCase,
  ids: string[],
  number: number,
  chance: Chance,
): Promise<ThreadPlay> {
  const { workspace } = stage.slack;
  const anywhere = () => chance.pick(stage.origins);
  const outward: string[] = [];
  const inner: Said[] = [];
  const unheard: Said[] = [];
  let owner: string | null = null;
  let state: 'open' | 'claimed' | 'over' = 'open';
  let words = 0;

  const press = (user: string, action: string) =>
    click(stage, anywhere(), {
      user,
      channel: DESK,
      card: subject.card,
      action,
      // As a person sees it on the newest card: the product compares, and an old one is refused.
      value: JSON.stringify({ case: subject.id, epoch: 999 }),
      actionTs: workspace.nextTs(),
    });

  /** Told once, twice or thrice, under other event ids, at any instance. */
  async function hear({ user, text, ts }: Said): Promise<void> {
    const event = {
      type: 'message',
      channel: DESK,
      channel_type: 'channel',
      user,
      text,
      ts,
      event_ts: ts,
      thread_ts: subject.card,
      team: TEAM,
      ...(chance.next() < 0.1 ? { subtype: 'thread_broadcast' } : {}),
    };
    const times = chance.next() < 0.3 ? chance.between(2, 3) : 1;
    const told = Array.from({ length: times }, (_, retry) =>
      tellEvent(stage, anywhere(), event, `Ev${ts}${chance.between(0, 1)}`, retry),
    );
    await Promise.all(told);
  }

  function write(user: string, isOutward: boolean, prefix = ''): Said {
    words += 1;
    const sign = `${isOutward ? 'OUT' : 'INNER'}-${number}-${words}`;
    const said = { user, sign, text: `${prefix}${sign} and more`, ts: workspace.nextTs() };
    if (isOutward) outward.push(sign);
    else inner.push(said);
    return said;
  }

  const other = () => chance.pick(ids.filter((id) => id !== owner));
  const steps: Record<string, () => Promise<unknown>> = {
    claim: async () => {
      const by = chance.pick(ids);
      await press(by, 'case:claim');
      if (state !== 'open') return;
      owner = by;
      state = 'claimed';
    },
    word: async () => {
      const by = owner && chance.next() < 0.8 ? owner : other();
      await hear(write(by, state === 'claimed' && by === owner));
    },
    note: () => hear(write(owner ?? other(), false, chance.pick(NOTES))),
    other: () => hear(write(other(), false)),
    /** Typed while nobody had the case; Slack is late with it. */
    late: async () => {
      if (state === 'open') unheard.push(write(other(), false));
      else for (const said of unheard.splice(0)) await hear(said);
    },
    edit: async () => {
      const said = inner.length > 0 ? chance.pick(inner) : null;
      if (!said) return;
      const at = workspace.nextTs();
      const message = { type: 'message', user: said.user, ts: said.ts, thread_ts: subject.card };
      await tellEvent(
        stage,
        anywhere(),
        {
          type: 'message',
          subtype: 'message_changed',
          hidden: true,
          channel: DESK,
          channel_type: 'channel',
          ts: at,
          event_ts: at,
          message: { ...message, text: `${said.sign} without a sign of a note`, edited: { user: said.user, ts: at } },
          previous_message: { ...message, text: said.text },
        },
        `Ev${at}`,
      );
    },
    release: async () => {
      const by = owner ?? other();
      await press(by, 'case:release');
      if (state === 'claimed') [owner, state] = [null, 'open'];
    },
    assign: async () => {
      const to = chance.pick(ids);
      await submit(stage, anywhere(), {
        user: chance.pick(ids),
        callbackId: 'case:assign',
        metadata: JSON.stringify({ case: subject.id, epoch: 999 }),
        viewId: `V${workspace.nextTs()}`,
        fields: { to: { selected_user: to } },
      });
      if (state !== 'over') [owner, state] = [to, 'claimed'];
    },
    resolve: async () => {
      if (state !== 'claimed' || chance.next() < 0.5) return;
      await submit(stage, anywhere(), {
        user: owner!,
        callbackId: 'case:return',
        metadata: subject.button,
        viewId: `V${workspace.nextTs()}`,
        fields: {},
      });
      [owner, state] = [null, 'over'];
    },
    reopen: async () => {
      await press(chance.pick(ids), 'case:reopen');
      if (state === 'over') state = 'open';
    },
    /** The one way out for an inner word: somebody sends it on purpose. */
    sendAnyway: async () => {
      const said = inner.pop();
      if (!said) return;
      await useMenu(stage, anywhere(), {
        user: chance.pick(ids),
        channel: DESK,
        callbackId: 'case_send',
        ts: said.ts,
        thread: subject.card,
        text: said.text,
        at: workspace.nextTs(),
      });
      if (state === 'claimed') outward.push(said.sign);
    },
  };
  const names = Object.keys(steps);
  const first = chance.next() < 0.5 ? ['late', 'word', 'claim'] : ['claim'];
  const rest = Array.from({ length: 14 }, () => chance.pick([...names, 'word', 'word', 'note', 'other']));
  for (const name of [...first, ...shuffled(rest, chance)]) await steps[name]!();
  return { laneId: `web|default|${subject.conversation.nativeId}`, outward, words };
}
