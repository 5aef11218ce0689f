// What a frame of the stream makes of the state, as a pure function: messages, who speaks, who types, and what a waiting
// customer is told.
import type { WireActivity, WireWaiting } from '../direct-line/wire.ts';
import { withActivity } from './messages.ts';
import type { ChatState, Waiting } from './state.ts';

type Told = Pick<ChatState, 'messages' | 'typing' | 'progress' | 'waiting' | 'person'>;

/** The state after these activities. Told twice, they change nothing. */
export function afterActivities(state: ChatState, activities: WireActivity[], customerId: string, now: number): Told {
  const { messages, typing, progress, waiting, person } = state;
  let told: Told = { messages, typing, progress, waiting, person };
  for (const activity of activities) told = afterActivity(told, activity, customerId, now);
  return told;
}

function afterActivity(told: Told, activity: WireActivity, customerId: string, now: number): Told {
  const { from, type, channelData } = activity;
  const messages = withActivity(told.messages, activity, customerId, now);
  const own = from?.role === 'user' || from?.id === customerId;
  if (own) return { ...told, messages };
  const isNew = messages.length > told.messages.length;
  const typing = type === 'typing' || (told.typing && !isNew);
  const progress = typing ? (type === 'typing' && activity.text) || told.progress : '';
  const staff = channelData?.staff;
  if (staff) return { messages, typing, progress, waiting: null, person: staff.name ?? '' };
  const waiting = channelData?.waiting === undefined ? told.waiting : waitingOf(channelData.waiting);
  // The bot speaks: the person has gone. Typing says nothing about who types.
  const person = type === 'message' ? null : told.person;
  return { messages, typing, progress, waiting, person };
}

function waitingOf(told: WireWaiting | null): Waiting | null {
  if (!told) return null;
  const dueAt = Date.parse(told.dueAt ?? '');
  return {
    ...(told.caseId ? { caseId: told.caseId } : {}),
    ...(Number.isNaN(dueAt) ? {} : { dueAt }),
    ...(typeof told.position === 'number' ? { position: told.position } : {}),
  };
}
