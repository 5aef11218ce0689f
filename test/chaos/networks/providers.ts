// The three providers of the run, each with its bad day: 5 % of calls told to slow down, 3 % failed before anything was taken,
// 3 % taken and then dropped, 5 % of webhooks delivered twice.
import { startSlackEmulator } from '../../../emulators/slack/index.ts';
import { startTeamsEmulator } from '../../../emulators/teams/index.ts';
import { startTwilioEmulator } from '../../../emulators/twilio/index.ts';

export type Network = 'web' | 'slack' | 'sms' | 'teams';

/** Shares of requests. */
const BAD_DAY = { rateLimited: 0.05, failBefore: 0.03, drop: 0.03, duplicate: 0.05 };
const MOST_RESENDS = 5;
/** The networks' own patience, in seconds instead of minutes. */
const RETRY_AFTER_MS = [300, 1_500, 4_000, 8_000, 15_000, 15_000, 20_000, 30_000];

export type Providers = Awaited<ReturnType<typeof startProviders>>;

/** `lanes`: how many customers each network has. */
export async function startProviders(lanes: number, seed: number) {
  const numbers = Array.from({ length: lanes }, (_, at) => String(at).padStart(4, '0'));
  const people = numbers.map((number) => ({ id: `U0C${number}`, name: `Customer ${number}` }));
  const slack = await startSlackEmulator({ people, retryAfterMs: RETRY_AFTER_MS });
  const twilio = await startTwilioEmulator();
  const teams = await startTeamsEmulator({ retryAfterMs: RETRY_AFTER_MS });
  const all = [slack, twilio, teams];
  return {
    env: { ...slack.env, ...twilio.env, ...teams.env },
    /** What the referee may look at: the origin of each stand-in. */
    origins: { slack: new URL(slack.url).origin, sms: twilio.url, teams: teams.url },
    /** One customer of a network says something; the status of the door's last answer. */
    say: {
      slack: async (at: number, text: string) =>
        (await slack.people.write({ user: people[at]!.id, to: 'dm', text })).status,
      sms: (at: number, text: string) => textUntilTaken(twilio, phoneOf(at), text),
      teams: async (at: number, text: string) =>
        (await teams.write({ user: { id: `teams-${at}`, name: `Customer ${at}` }, text })).status,
    },
    /** Where this customer's conversation is seen. */
    placeOf: {
      slack: (at: number) => slack.workspace.direct(people[at]!.id).id,
      sms: phoneOf,
      teams: (at: number) => `a:teams-${at}`,
    },
    pointTo: (origin: string) => {
      slack.pointTo(`${origin}/hooks/slack`);
      twilio.pointTo(`${origin}/hooks/sms#rc=5`);
      teams.pointTo(`${origin}/hooks/teams`);
    },
    spoil: () => {
      for (const [at, one] of all.entries()) one.faults.set({ ...BAD_DAY, seed: seed * 100 + at });
    },
    calmDown: () => {
      for (const one of all) one.faults.set({});
    },
    struck: () => ({ slack: slack.faults.struck(), sms: twilio.faults.struck(), teams: teams.faults.struck() }),
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}

/** Twilio tries five times more; then somebody presses «resend» there: the same message under the same id. */
async function textUntilTaken(
  twilio: Awaited<ReturnType<typeof startTwilioEmulator>>,
  phone: string,
  text: string,
): Promise<number> {
  let told = await twilio.write({ phone, text });
  for (let again = 0; told.status >= 500 && again < MOST_RESENDS; again += 1)
    told = await twilio.write({ phone, text, sid: told.sid });
  return told.status;
}

/** Ranges of their own, so that nobody takes it for pumping. */
function phoneOf(at: number): string {
  return `+1555${String(2_000_000 + at * 1_013)}`;
}
