// Files that a customer sends: here, or announced by the network and not to be had.
import { reply, type TurnContext } from '../turn-context.ts';

/** The network told us of a file that we could not fetch. */
export function missedFile({ entries }: TurnContext): boolean {
  return entries.some(({ activity }) => activity.channelData?.missedFiles !== undefined);
}

/** A file, and not a word. */
export function settleFile(context: TurnContext): void {
  const isHere = context.entries.some(({ activity }) => (activity.attachments ?? []).length > 0);
  context.route = 'file:unreadable';
  const { words } = context;
  reply(context, isHere || !missedFile(context) ? words.gotFile() : words.missedFile(), [words.personChoice()]);
}
