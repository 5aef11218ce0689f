// What the door asks before a turn: what a customer hears whose lane is full, and whose lane is served before all that wait.
import { soundsUrgent } from '../dialogs/reading/risks/index.ts';
import type { Activity } from '../models/activity.ts';
import { floodNotice } from './flood-notice.ts';

export const atTheDoor = {
  floodNotice,
  isUrgent: ({ text }: Activity) => soundsUrgent(text ?? ''),
};
