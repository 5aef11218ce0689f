// What the real Bot Connector refuses: activities without content, cards that no client of Teams would show.
import type { Answer } from '../shared/serve.ts';

type Fields = Record<string, unknown>;

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const ACTIONS = new Set([
  'Action.Submit',
  'Action.Execute',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.ToggleVisibility',
]);
const MOST_ACTIONS = 6;
/** Teams shows cards up to this version. */
const NEWEST_VERSION = 1.5;

/** Why an activity is refused; null when it may be shown. */
export function faultOf(activity: Fields): string | null {
  if (typeof activity.type !== 'string') return 'Activity type is missing';
  const cards = (activity.attachments ?? []) as Fields[];
  if (!Array.isArray(cards)) return 'Attachments are not a list';
  if (activity.type === 'message' && !activity.text && cards.length === 0)
    return 'Activity has neither text nor attachments';
  if (activity.textFormat !== undefined && !['markdown', 'plain', 'xml'].includes(String(activity.textFormat)))
    return 'Unknown text format';
  for (const card of cards) {
    if (typeof card.contentType !== 'string') return 'An attachment has no content type';
    const fault = card.contentType === ADAPTIVE ? faultOfCard((card.content ?? {}) as Fields) : null;
    if (fault) return fault;
  }
  return null;
}

function faultOfCard({ type, version, body, actions }: Fields): string | null {
  if (type !== 'AdaptiveCard') return 'The card is not an AdaptiveCard';
  if (!(Number(version) >= 1 && Number(version) <= NEWEST_VERSION))
    return 'The card has a version that Teams does not show';
  if (body !== undefined && !Array.isArray(body)) return 'The body of a card is a list';
  for (const block of (body ?? []) as Fields[]) {
    if (typeof block.type !== 'string') return 'A part of the card has no type';
    if (block.type === 'TextBlock' && typeof block.text !== 'string') return 'A TextBlock has no text';
  }
  const list = (actions ?? []) as Fields[];
  if (list.length > MOST_ACTIONS) return 'A card has at most six actions';
  const isRight = (one: Fields) => ACTIONS.has(String(one.type)) && typeof one.title === 'string' && one.title !== '';
  return list.every(isRight) ? null : 'An action of the card has no known type or no title';
}

export function failure(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
