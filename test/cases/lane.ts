// A case's lane without stores and networks: what is done to it, and what it would send.
import { createCaseDesk } from '../../cases/case-desk.ts';
import { createManualClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import type { Activity } from '../../models/activity.ts';
import type { Case } from '../../models/case.ts';
import type { EntryKind, Lane, NewOutboxItem } from '../../models/lane.ts';
import { birthOf } from '../../models/lane-birth.ts';
import type { Translate } from '../../models/ports.ts';
import type { DeskSettings } from '../../models/settings.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { makeCase } from '../desk/cases.ts';

export const ANA = { id: 'U1', name: 'Ana' };
export const BEN = { id: 'U2', name: 'Ben' };

/** A case's lane at a desk, and everything that it has sent. */
export function desk(changes: Partial<DeskSettings> = {}, about: Partial<Case> = {}, translate?: Translate) {
  const clock = createManualClock();
  const base = settingsFromConfig(readConfig({ NODE_ENV: 'test' }));
  const settings = fixedSettings({ ...base, desk: { ...base.desk, undoSeconds: 0, ...changes } });
  const handler = createCaseDesk({ clock, settings, translate });
  const reference = { channel: 'desk', accountId: 'default', nativeId: 'ESC-1', customer: { id: 'desk' } };
  const entryBase = {
    key: '',
    receivedAt: clock.now(),
    activity: { id: '', timestamp: clock.now(), from: { id: '' } },
  };
  const lane = birthOf({
    laneId: 'desk|default|ESC-1',
    laneKind: 'case',
    reference,
    entry: { ...entryBase, kind: 'action' } as never,
    quietWindowMs: 0,
    now: clock.now(),
  }) as Lane;
  let items: NewOutboxItem[] = [];
  let count = 0;
  async function enter(kind: EntryKind, activity: Partial<Activity>): Promise<NewOutboxItem[]> {
    count += 1;
    const key = `e${count}`;
    const whole = { type: 'event' as const, id: key, timestamp: clock.now(), from: { id: 'x' }, ...activity };
    const entry = { key, kind, receivedAt: clock.now(), sequence: count, activity: whole };
    const decision = await handler.decide(lane, [entry], new AbortController().signal);
    lane.state = decision.state;
    if (decision.timers) lane.timers = decision.timers;
    items = decision.outbox;
    return items;
  }
  const subject = () => lane.state as Case;
  const act = (name: string, value: object) => enter('action', { name, value });
  return {
    clock,
    lane,
    subject,
    act,
    enter,
    open: () => act('case.opened', makeCase('ESC-1', clock.now(), about)),
    move: (what: string, by: object = ANA, more: object = {}) => act('desk.move', { what, by, ...more }),
    say: (by: { id: string; name: string }, text: string, id = `m${count + 1}`) =>
      enter('staff', { type: 'message', id, from: by, text }),
    /** The next timer comes due, or the next of that name; news of the queue only when they are meant. */
    next: (name?: string) => {
      const timer = lane.timers.find((one) => (name ? one.name === name : one.name !== 'queue news'))!;
      clock.advance(Math.max(0, timer.at.getTime() - clock.nowMs()));
      return enter('timer', { id: timer.key, name: timer.name });
    },
    shown: (name: string) =>
      items
        .filter((item) => item.activity?.name === name)
        .map((item) => item.activity!.value as Record<string, unknown>),
    effects: () => items.flatMap((item) => (item.effect?.type === 'append' ? [item.effect] : [])),
    told: () => items.flatMap((item) => (item.effect?.type === 'append' ? [item.effect.activity] : [])),
  };
}
