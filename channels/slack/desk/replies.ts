// Saved and suggested replies: each opens a form in which the words are looked over before they leave. Nothing of it is
// ever sent by itself.
import type { Case } from '../../../models/case.ts';
import type { SavedReply } from '../../../models/settings.ts';
import { phrasesFor } from '../../../phrases/index.ts';
import { blockActionsSchema } from '../schema.ts';
import type { DeskDoor } from './door.ts';
import { readButton, sayForm } from './forms.ts';

export function listenToReplies(door: DeskDoor): void {
  door.app.action(/^case:say/, async ({ body, ack }) => {
    await ack();
    const parsed = blockActionsSchema.safeParse(body);
    if (!parsed.success) return;
    const { user, actions, trigger_id: trigger, container } = parsed.data;
    if (!trigger || !(await door.allowed(user.id, container?.channel_id ?? '', container?.message_ts ?? ''))) return;
    const action = actions[0]!;
    const picked = action.selected_option?.value.split('|');
    const value = picked ? { case: picked[1] ?? '', epoch: Number(picked[2]) } : readButton(action.value);
    const subject = value ? await door.readCase(value.case) : null;
    if (!value || !subject) return;
    const by = await door.people.find(user.id);
    const draft = picked
      ? savedText(door.savedReplies()[Number(picked[0])], subject.language)
      : (subject.suggested ?? firstWordsFor(subject, by.name));
    const view = sayForm({ case: value.case, epoch: value.epoch }, filled(draft, subject, by.name));
    await door.client.views.open({ trigger_id: trigger, view: view as never });
  });
}

/** Nobody begins with an empty page; who has spoken already does. */
function firstWordsFor({ firstReplyAt, customerName, language }: Case, me: string): string {
  return firstReplyAt ? '' : phrasesFor(language.slice(0, 2)).firstWords({ name: customerName ?? '', me });
}

/** In the customer's language, else in English, else in whatever there is. */
export function savedText(reply: SavedReply | undefined, language: string): string {
  if (!reply) return '';
  return reply.texts[language] ?? reply.texts.en ?? Object.values(reply.texts)[0] ?? '';
}

/** `{name}` is the customer, `{me}` the colleague, `{case}` the case. */
function filled(text: string, subject: Case, me: string): string {
  return text
    .replaceAll('{name}', subject.customerName ?? '')
    .replaceAll('{me}', me)
    .replaceAll('{case}', subject.id);
}
