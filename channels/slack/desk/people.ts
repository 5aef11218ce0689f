// Who at the desk is who: names for the customer and the card, and whether somebody may act at all. Asked of Slack and
// remembered for a minute.
import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../../core/clock.ts';
import type { StaffMember } from '../../../models/case.ts';

export interface DeskPeople {
  find(userId: string): Promise<StaffMember>;
  /** Is this person of the desk's group? Everybody is when there is none. */
  mayAct(userId: string): Promise<boolean>;
}

const KEEP_MS = 60_000;
const STALE_MS = 15 * KEEP_MS;

export function createDeskPeople(client: WebClient, group: string | undefined, clock: Clock): DeskPeople {
  const names = new Map<string, { name: string; at: number }>();
  let members: { ids: ReadonlySet<string>; at: number } | undefined;

  async function nameOf(userId: string): Promise<string> {
    const known = names.get(userId);
    if (known && clock.nowMs() - known.at < KEEP_MS) return known.name;
    const { user } = (await client.users.info({ user: userId })) as {
      user?: { real_name?: string; name?: string; profile?: { display_name?: string; real_name?: string } };
    };
    const name = [user?.profile?.display_name, user?.profile?.real_name, user?.real_name, user?.name].find((one) =>
      one?.trim(),
    );
    names.set(userId, { name: name ?? userId, at: clock.nowMs() });
    return name ?? userId;
  }

  return {
    // A name is a nicety: nobody waits for it, and nothing fails for want of it.
    find: async (userId) => ({
      id: userId,
      name: await nameOf(userId).catch(() => names.get(userId)?.name ?? 'A colleague'),
    }),
    mayAct: async (userId) => {
      if (!group) return true;
      if (!members || clock.nowMs() - members.at >= KEEP_MS) {
        const read = await client.usergroups.users.list({ usergroup: group }).catch((error: unknown) => {
          // While Slack does not say who is of the desk now, whoever was a while ago still is.
          if (!members || clock.nowMs() - members.at > STALE_MS) throw error;
          return null;
        });
        if (read) members = { ids: new Set((read as { users?: string[] }).users ?? []), at: clock.nowMs() };
      }
      return members?.ids.has(userId) ?? false;
    },
  };
}
