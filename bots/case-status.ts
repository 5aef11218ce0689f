// A case as its customer sees it, on networks that show it as one card: sent once, and changed in place by everything that
// happens to it. What happens is said in words, too: a card that changes calls nobody.
import { deriveId } from '../core/ids.ts';
import { expectedAt } from '../dialogs/due-in-words.ts';
import type { TurnContext } from '../dialogs/turn-context.ts';
import type { ShownStatus } from '../models/case.ts';
import type { Lane, NewOutboxItem } from '../models/lane.ts';
import type { Settings } from '../models/settings.ts';
import { statusWords } from '../phrases/status/index.ts';
import { BOT } from './say.ts';

const SHOWS_CASES: ReadonlySet<string> = new Set(['teams']);

/** Who has it now. */
export type CaseHands =
  | { mood: 'waiting'; expectedAt?: Date | null; ahead?: number | undefined }
  | { mood: 'person'; name: string }
  | { mood: 'over'; by?: string | undefined; isReturned?: boolean; into?: string };

export interface StatusOf {
  caseId: string;
  language: string;
  hours: Pick<Settings['hours'], 'timeZone'>;
  at: Date;
  isQuiet?: boolean | undefined;
}

/** Nothing where the network shows no cards. */
export function showStatus(lane: Lane, cause: string, about: StatusOf, hands: CaseHands): NewOutboxItem[] {
  if (!SHOWS_CASES.has(lane.reference.channel)) return [];
  const { caseId, language, hours, at, isQuiet } = about;
  const words = statusWords(language);
  const lines = [...linesOf(about, hands), words.asOf({ at, timeZone: hours.timeZone })];
  const shown: ShownStatus = {
    caseId,
    title: words.title({ caseId }),
    mood: hands.mood,
    lines,
    ...(isQuiet ? { isQuiet } : {}),
  };
  const id = deriveId(lane._id, cause, 'status', caseId);
  const text = [shown.title, ...lines].join('\n');
  return [
    {
      id,
      kind: 'update',
      activity: { type: 'event', name: 'case.status', id, timestamp: at, from: BOT, text, value: shown },
    },
  ];
}

function linesOf({ language, hours: { timeZone } }: StatusOf, hands: CaseHands): string[] {
  const words = statusWords(language);
  if (hands.mood === 'person') return [words.withPerson({ name: hands.name })];
  if (hands.mood === 'over') {
    if (hands.into) return [words.goesOnAs({ caseId: hands.into })];
    return [hands.isReturned ? words.backToBot() : words.closed({ name: hands.by ?? '' })];
  }
  const { expectedAt: at, ahead } = hands;
  return [
    words.waiting(),
    ...(ahead === undefined ? [] : [words.place({ ahead })]),
    ...(at ? [words.expectedBy({ at, timeZone })] : at === null ? [words.takesLonger()] : []),
  ];
}

/** The open case of a turn's conversation, as it waits now. */
export function showWaiting(context: TurnContext, cause: string): NewOutboxItem[] {
  const { lane, state, settings, services } = context;
  const { openCase } = state;
  if (!openCase) return [];
  const about = {
    caseId: openCase.id,
    language: state.language || 'en',
    hours: settings.hours,
    at: services.clock.now(),
  };
  const ahead = services.casePort.outlook?.(openCase.dueAt)?.ahead;
  return showStatus(lane, cause, about, { mood: 'waiting', ahead, expectedAt: expectedAt(context, openCase.dueAt) });
}
