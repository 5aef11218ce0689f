// What people write, change and delete in a case's thread, from Slack's events to entries of the case. Whether it reaches
// the customer is decided there, never here.
import { caseReference } from '../../../models/lane-effects.ts';
import { ITEM_EVENT, plainOf, timeOf } from '../parse.ts';
import { envelopeSchema, type MessageEvent, messageEventSchema } from '../schema.ts';
import { type DeskDoor, thereOf } from './door.ts';

const SAID: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast', 'me_message']);
const NOBODY = { botUserId: '' };

type Said = Pick<MessageEvent, 'user' | 'bot_id' | 'metadata' | 'thread_ts' | 'text'> & {
  ts?: string | null | undefined;
};

export function listenToThreads(door: DeskDoor): void {
  door.app.event('message', async ({ body }) => {
    const envelope = envelopeSchema.safeParse(body);
    const event = messageEventSchema.safeParse(envelope.data?.event);
    if (!envelope.success || !event.success || !door.isDesk(event.data.channel)) return;
    if (event.data.subtype === 'message_changed') return hearChange(event.data);
    if (event.data.subtype === 'message_deleted') return hearDeletion(event.data);
    if (!event.data.subtype || SAID.has(event.data.subtype)) await hearWords(event.data);
  });

  /** The case, if a person wrote this in its thread. Top-level talk in the desk's channel is nobody's case. */
  async function caseOf(channel: string, said: Said): Promise<string | null> {
    if (!said.user || said.bot_id || said.metadata?.event_type === ITEM_EVENT || !said.thread_ts || !said.ts)
      return null;
    const caseId = await door.caseAt(channel, said.thread_ts);
    if (!caseId) return null;
    // Ours are known by the ts that we recorded, too, whatever Slack says of who posted them.
    return (await door.links.findHere(thereOf(channel, said.ts))) === null ? caseId : null;
  }

  async function hearWords(event: MessageEvent): Promise<void> {
    const { channel, user, thread_ts: thread } = event;
    const caseId = await caseOf(channel, event);
    if (!caseId || !user || !thread || !(await door.allowed(user, channel, thread))) return;
    const files = await door.takeFiles(event.files, { channel, user, thread });
    await door.receive(caseReference(caseId), {
      key: `slack:${event.ts}`,
      kind: 'staff',
      receivedAt: door.clock.now(),
      activity: {
        type: 'message',
        id: event.ts,
        timestamp: timeOf(event.ts),
        from: { ...(await door.people.find(user)), role: 'user' },
        text: plainOf(event.text ?? '', NOBODY),
        ...files,
      },
    });
  }

  async function hearChange(event: MessageEvent): Promise<void> {
    const { channel, message, previous_message: before } = event;
    if (!message?.ts || !message.user) return;
    const caseId = await caseOf(channel, message);
    const text = plainOf(message.text ?? '', NOBODY);
    // Slack says "changed" when it unfurls a link, too.
    if (!caseId || (before && plainOf(before.text ?? '', NOBODY) === text)) return;
    if (!(await door.people.mayAct(message.user))) return;
    const stamp = message.edited?.ts ?? event.event_ts ?? event.ts;
    const by = await door.actor(message.user);
    const value = { by, messageId: message.ts, text };
    await door.act(caseId, `slack:${message.ts}:${stamp}`, 'desk.edited', value, door.doneOn(stamp));
  }

  async function hearDeletion(event: MessageEvent): Promise<void> {
    const { channel, previous_message: before } = event;
    const ts = event.deleted_ts ?? before?.ts;
    if (!before?.user || !ts) return;
    const caseId = await caseOf(channel, { ...before, ts });
    if (!caseId || !(await door.people.mayAct(before.user))) return;
    const by = await door.actor(before.user);
    await door.act(caseId, `slack:${ts}:deleted`, 'desk.deleted', { by, messageId: ts });
  }
}
