// Bolt behind our own server: a receiver that starts nothing, and a door that hands verified bodies to the app and waits
// for its listeners. Bolt answers events before they are handled; we answer once they are stored.
import { App, type Receiver } from '@slack/bolt';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { SILENT_LOGGER } from './client.ts';

export interface BoltDoor {
  app: App;
  /** What Slack is answered. Throws what a listener threw. */
  process(body: Record<string, unknown>, headers: Headers): Promise<Response>;
}

export interface BoltDoorOptions {
  authorize(teamId: string | undefined): Promise<{ botToken: string }>;
  apiUrl?: string;
  log: Log;
}

export function createBoltDoor({ authorize, apiUrl, log }: BoltDoorOptions): BoltDoor {
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new App({
    receiver,
    authorize: async ({ teamId }) => authorize(teamId),
    // We know our own words by recorded ids; Bolt's filter would hide edits of them from us.
    ignoreSelf: false,
    convoStore: false,
    tokenVerificationEnabled: false,
    logger: SILENT_LOGGER,
    ...(apiUrl ? { clientOptions: { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` } } : {}),
  });
  app.error(async (error) => {
    const cause = (error as { original?: unknown }).original ?? error;
    throw cause;
  });

  return {
    app,
    process: async (body, headers) => {
      let acknowledged: unknown;
      const retryNum = Number(headers.get('x-slack-retry-num') ?? Number.NaN);
      if (!Number.isNaN(retryNum)) log.info('slack.retry', { retryNum, reason: headers.get('x-slack-retry-reason') });
      await app.processEvent({
        body,
        ack: async (answer?: unknown) => {
          acknowledged = answer ?? '';
        },
        ...(Number.isNaN(retryNum) ? {} : { retryNum }),
      });
      if (acknowledged === undefined)
        throw new SupportError('slack.unheard', 'nobody answers this kind of request', {
          kind: 'refused',
          status: 404,
        });
      if (typeof acknowledged === 'string') return new Response(acknowledged, { status: 200 });
      return Response.json(acknowledged);
    },
  };
}

/** JSON for events; a form for commands, with the JSON inside it for buttons and views. */
export function readBody(text: string, contentType: string): Record<string, unknown> {
  try {
    if (contentType.includes('application/json')) return asObject(JSON.parse(text));
    if (contentType.includes('application/x-www-form-urlencoded')) {
      const form = new URLSearchParams(text);
      const payload = form.get('payload');
      return payload ? asObject(JSON.parse(payload)) : Object.fromEntries(form);
    }
  } catch (cause) {
    if (cause instanceof SupportError) throw cause;
    throw refuse('slack.body', 'The body cannot be read.', 400);
  }
  throw refuse('slack.type', 'Slack sends JSON or a form.', 415);
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('slack.body', 'The body is not an object.', 400);
  return value as Record<string, unknown>;
}

function refuse(code: string, message: string, status: number): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
