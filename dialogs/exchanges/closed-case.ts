// A case that was closed lately: whoever writes about it opens it again, with its history and its person; a thank-you does not,
// and neither does something new.
import { SMALL_TALK } from '../../models/turn.ts';
import { dueInWords } from '../due-in-words.ts';
import { reopen } from '../escalate.ts';
import { reply, type TurnContext } from '../turn-context.ts';

const THANKS = /\b(thank|thanks|thx|gracias|merci|danke|perfect|great)\b/i;
/** It is not over, in the languages that we speak. */
const NOT_OVER =
  /\b(still (not|no|broken|wrong|waiting|the same|have|has|does|is ?n.?t)|not (yet )?(fixed|solved|resolved)|(did|does|has|have) ?n.?t (work|help|fix|solve|arrive|come)\w*|same (problem|issue)|(broken|wrong|happen\w*|stopped) again|(your colleague|he|she|you) (said|promised)|was promised|(about|in) my case|immer noch|schon wieder|nicht gel(ö|oe)st|todav[ií]a|sigue sin|otra vez|toujours pas|encore|pas r[ée]solu)\b/i;

/** Within the hours that the settings allow, and in so many words, by its number, or by its subject. */
export function isAboutClosedCase({ state, settings, services, classification, text }: TurnContext): boolean {
  const { lastCase } = state;
  if (!lastCase || state.openCase) return false;
  const sinceMs = services.clock.nowMs() - new Date(lastCase.closedAt).getTime();
  if (sinceMs > settings.desk.reopenHours * 3_600_000) return false;
  if (text.toUpperCase().includes(lastCase.id)) return true;
  // What they needed no longer is not opened again by its subject.
  if (lastCase.calledOff) return NOT_OVER.test(text) && !THANKS.test(text) && /\bcase\b/i.test(text);
  const { intent } = classification.intents[0]!;
  if (intent === 'COMPLAINT' || (intent === lastCase.subject && !SMALL_TALK.has(intent))) return true;
  const namesOther = classification.entities.orderIds !== undefined;
  return NOT_OVER.test(text) && !THANKS.test(text) && !namesOther;
}

/** "What did your colleague promise?" */
const WHAT_WAS_PROMISED =
  /\bwhat (was|were|did|have|has|is)\b.{0,40}\b(promis\w*|agree\w*|decid\w*|say|said|happens? (now|next))|\b(was (wurde|haben sie|hat .{0,20}) .{0,20}(versprochen|vereinbart|zugesagt))|qu[ée] (me )?(prometi\w*|acordamos|dijo)|qu.(avez-vous|a-t-on|est-ce qu.).{0,25}(promis|convenu|dit)/i;

/** What the person wrote down that they promised is told, and is no reason to call them again. */
export function asksWhatWasPromised({ state, text }: TurnContext): boolean {
  return state.openCase === null && state.lastCase?.promised !== undefined && WHAT_WAS_PROMISED.test(text);
}

export function tellPromise(context: TurnContext): void {
  const { id: caseId, promised = '' } = context.state.lastCase!;
  context.route = 'case:promised';
  reply(context, context.words.promisedWas({ caseId, promised }), [context.words.personChoice()]);
}

/** A person is asked for, and nothing else: it is about what the last one had. */
export function isOnlyForPerson({ classification, entries }: TurnContext): boolean {
  return entries.length === 1 && classification.intents.every((one) => one.clause === undefined);
}

export function openAgain(context: TurnContext): void {
  reopen(context);
  const { openCase } = context.state;
  context.route = 'case:reopened';
  reply(context, context.words.reopened({ caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) }));
}
