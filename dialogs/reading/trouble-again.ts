// "Back to my speaker: it still blinks": the trouble that was looked at before, with what was tried. Pure.
import type { Exchange } from '../../agents/agent.ts';
import { namedKind } from '../../agents/goods.ts';
import type { TurnContext } from '../turn-context.ts';

const GOES_ON = /\bback to (?:my|the|our)\b|\bstill\b|\bagain\b/i;

/** What the technical agent asked of the same kind of thing; null: it is another thing, or a new trouble. */
function troubleAgain({ meant, state }: TurnContext): Exchange | null {
  const { lastTrouble } = state;
  const named = namedKind(meant)?.toLowerCase().replace(/s$/, '');
  const kind = String(lastTrouble?.memory.kind ?? '').replace(/s$/, '');
  return lastTrouble && named !== undefined && named === kind && GOES_ON.test(meant) ? lastTrouble : null;
}

/** The next step, and none of those that were tried. */
export function goOnWithTrouble(context: TurnContext): void {
  const before = troubleAgain(context);
  if (!before) return;
  context.exchange = before;
  context.routes = context.routes.map(({ act: _anew, ...route }) => ({ ...route, reason: 'trouble:again' }));
}
