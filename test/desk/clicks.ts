// People's clicks as Slack sends them: signed, to any instance, and again when Slack thinks that nobody heard. Stands beside
// the emulator's own people, who do one thing after another and know one address only.
import { createHmac } from 'node:crypto';
import { APP_ID, TEAM } from '../../emulators/slack/workspace.ts';
import type { SlackStage } from '../support/slack-stage.ts';

export interface Click {
  user: string;
  channel: string;
  /** The card's ts. */
  card: string;
  action: string;
  value: string;
  /** Unique per click; a retry carries the same. */
  actionTs: string;
}

/** Sends one click to one instance; answers the status. `retry` is Slack's own count. */
export async function click(stage: SlackStage, origin: string, what: Click, retry = 0): Promise<number> {
  const payload = {
    type: 'block_actions',
    api_app_id: APP_ID,
    team: { id: TEAM, domain: 'stand-in' },
    user: { id: what.user, name: what.user.toLowerCase(), team_id: TEAM },
    channel: { id: what.channel, name: 'desk' },
    message: { ts: what.card, text: '', user: 'UBOT00001' },
    container: { type: 'message', message_ts: what.card, channel_id: what.channel, is_ephemeral: false },
    trigger_id: `trigger.${what.actionTs}`,
    response_url: `${stage.slack.url.replace('/api/', '')}/response/R1`,
    actions: [
      {
        type: 'button',
        action_id: what.action,
        block_id: 'case-actions',
        action_ts: what.actionTs,
        value: what.value,
      },
    ],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return postSigned(stage, origin, body, 'application/x-www-form-urlencoded', retry);
}

/** Sends one event to one instance, as Slack's Events API does. */
export async function tellEvent(
  stage: SlackStage,
  origin: string,
  event: Record<string, unknown>,
  eventId: string,
  retry = 0,
): Promise<number> {
  const body = JSON.stringify({
    token: 'unused',
    team_id: TEAM,
    api_app_id: APP_ID,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: TEAM, user_id: 'UBOT00001', is_bot: true }],
    event,
  });
  return postSigned(stage, origin, body, 'application/json', retry);
}

async function postSigned(
  stage: SlackStage,
  origin: string,
  body: string,
  type: string,
  retry: number,
): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', stage.slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(`${origin}/hooks/slack`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-signature': `v0=${signature}`,
      'x-slack-request-timestamp': timestamp,
      ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

/** Submits a form as Slack does, with the values of its fields. */
export async function submit(
  stage: SlackStage,
  origin: string,
  form: { user: string; callbackId: string; metadata: string; viewId: string; fields: Record<string, object> },
): Promise<number> {
  const values = Object.fromEntries(Object.entries(form.fields).map(([id, value]) => [id, { [id]: value }]));
  const payload = {
    type: 'view_submission',
    team: { id: TEAM },
    user: { id: form.user, name: form.user.toLowerCase(), team_id: TEAM },
    api_app_id: APP_ID,
    view: {
      id: form.viewId,
      type: 'modal',
      callback_id: form.callbackId,
      private_metadata: form.metadata,
      state: { values },
    },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return postSigned(stage, origin, body, 'application/x-www-form-urlencoded', 0);
}

/** Uses a message's own menu. */
export async function useMenu(
  stage: SlackStage,
  origin: string,
  menu: { user: string; channel: string; callbackId: string; ts: string; thread: string; text: string; at: string },
): Promise<number> {
  const payload = {
    type: 'message_action',
    callback_id: menu.callbackId,
    team: { id: TEAM },
    user: { id: menu.user, name: menu.user.toLowerCase(), team_id: TEAM },
    channel: { id: menu.channel },
    message: { ts: menu.ts, thread_ts: menu.thread, text: menu.text, user: menu.user },
    action_ts: menu.at,
    trigger_id: `trigger.${menu.at}`,
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return postSigned(stage, origin, body, 'application/x-www-form-urlencoded', 0);
}
