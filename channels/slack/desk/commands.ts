// `/cases`: what waits, what is mine, step in, go away. Seen by the one who asked only. The App Home tab shows the same
// lists to whoever opens it.
import type { Case } from '../../../models/case.ts';
import type { LiveConversation } from '../../../models/case-reader.ts';
import { type Block, cut, escapeSlack, section } from '../render.ts';
import { commandSchema, homeOpenedSchema, type SlashCommand, userChangeSchema } from '../schema.ts';
import type { CaseFilter, DeskDoor } from './door.ts';

const TAKEN: Case['status'][] = ['claimed', 'on hold'];
const REFUSAL = 'Only members of the support desk can do that here.';
const HELP =
  'Try `/cases mine`, `/cases open`, `/cases overdue`, `/cases live`, `/cases take ESC-…` (or the number of a live conversation), `/cases away`.';

export function listenToCommands(door: DeskDoor): void {
  const { app, people, clock } = door;

  app.command('/cases', async ({ body, ack }) => {
    const command = commandSchema.safeParse(body);
    if (!command.success) return void (await ack());
    const text = (await people.mayAct(command.data.user_id)) ? await answer(command.data) : REFUSAL;
    await ack({ response_type: 'ephemeral', text });
  });

  async function answer({ text, user_id: userId, trigger_id: trigger }: SlashCommand): Promise<string> {
    const [what = 'open', ...rest] = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const key = `slack:command:${trigger ?? clock.nowMs()}:${userId}`;
    if (what === 'take') return take(rest.join(' '), userId, key);
    if (what === 'away') return goAway(userId, key);
    if (what === 'live') return listLive(await door.listLive());
    const filter = filterOf(what, userId);
    return filter ? listOf(what, await door.listCases(filter)) : HELP;
  }

  function filterOf(what: string, userId: string): CaseFilter | null {
    if (what === 'mine') return { status: TAKEN, owner: userId };
    if (what === 'open') return { status: ['open'] };
    return what === 'overdue' ? { status: ['open'], overdueAt: clock.now() } : null;
  }

  /** A case by its id, or a conversation that the bot has now: then a case is opened for it first. */
  async function take(which: string, userId: string, key: string): Promise<string> {
    const by = await door.actor(userId);
    if (/^esc-[\w-]+$/.test(which)) {
      const subject = await door.readCase(which.toUpperCase());
      if (!subject) return `There is no case ${escapeSlack(which.toUpperCase())}.`;
      await door.act(subject.id, key, 'desk.move', {
        what: subject.status === 'open' ? 'claim' : 'assign',
        by,
        to: by,
      });
      return `${subject.id} is on its way to you; its card will say so.`;
    }
    const live = (await door.listLive()).find((one) => one.number === which.replace(/^#/, ''));
    if (!live) return 'Nobody of that number is being served by the bot now. `/cases live` lists them.';
    await door.act(live.caseId, key, 'desk.stepIn', { by, conversation: live });
    return `You are stepping into conversation #${live.number}: ${live.caseId} will appear in the channel, claimed by you.`;
  }

  /** Whoever leaves gives back what they have; it waits for others. */
  async function goAway(userId: string, key: string): Promise<string> {
    const count = await releaseAll(userId, key);
    return count === 0 ? 'You had no cases. See you.' : `${count} of your cases went back to the queue. See you.`;
  }

  async function releaseAll(userId: string, key: string): Promise<number> {
    const by = await door.actor(userId);
    const mine = await door.listCases({ status: TAKEN, owner: userId });
    for (const { id } of mine) await door.act(id, `${key}:${id}`, 'desk.move', { what: 'release', by });
    return mine.length;
  }

  // Somebody whose account ends can answer nobody.
  app.event('user_change', async ({ body }) => {
    const change = userChangeSchema.safeParse((body as { event?: unknown }).event);
    if (change.success && change.data.user.deleted)
      await releaseAll(change.data.user.id, `slack:gone:${change.data.user.id}:${change.data.event_ts}`);
  });

  app.event('app_home_opened', async ({ body }) => {
    const opened = homeOpenedSchema.safeParse((body as { event?: unknown }).event);
    if (!opened.success || opened.data.tab !== 'home') return;
    const { user } = opened.data;
    const blocks = (await people.mayAct(user)) ? await homeOf(user) : [section(REFUSAL)];
    await door.client.views.publish({ user_id: user, view: { type: 'home', blocks } as never });
  });

  async function homeOf(user: string): Promise<Block[]> {
    const lists = await Promise.all(
      (['mine', 'overdue', 'open'] as const).map(
        async (what) => [what, await door.listCases(filterOf(what, user)!)] as const,
      ),
    );
    return lists.map(([what, found]) => section(cut(listOf(what, found), 2_900)));
  }
}

function listOf(what: string, found: Case[]): string {
  if (found.length === 0) return `No cases are ${what}.`;
  return [`*Cases (${what})*`, ...found.map(lineOf)].join('\n').slice(0, 3_900);
}

function lineOf({ id, priority, intent, dueAt, owner, customerName }: Case): string {
  const due = new Date(dueAt);
  const time = `<!date^${Math.floor(due.getTime() / 1000)}^{date_short_pretty} {time}|${due.toISOString()}>`;
  const who = [customerName, owner ? `with ${owner.name}` : '']
    .filter(Boolean)
    .map((one) => ` · ${escapeSlack(cut(one!, 60))}`);
  return `• *${id}* · ${priority} · ${escapeSlack(intent)}${who.join('')} · due ${time}`;
}

function listLive(found: LiveConversation[]): string {
  if (found.length === 0) return 'The bot is talking to nobody now.';
  const lines = found.map(
    ({ number, reference, customerName, subject }) =>
      `• *#${number}* · ${escapeSlack(reference.channel)} · ${escapeSlack(cut(customerName ?? 'not known', 60))} · ${escapeSlack(subject)}`,
  );
  return ['*With the bot now* (`/cases take NUMBER` steps in)', ...lines].join('\n').slice(0, 3_900);
}
