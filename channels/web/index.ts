// The web channel: Direct Line 3.0 towards the browser, the lane behind it. A reply becomes visible by the update that
// acknowledges it, so "accepted" means stored; sockets and polls both read from there.
import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import type { Secret } from '../../core/secret.ts';
import { type Attachment, laneIdOf } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import type { Channel, Receive } from '../../models/channel.ts';
import type { Message } from '../../models/lane.ts';
import type { Bus, TranscriptReader } from '../../models/ports.ts';
import { checkOrigin, createDirectLine } from './direct-line.ts';
import { createLimiter, refuseHaste } from './limits.ts';
import { createLinks } from './links.ts';
import { errorResponse } from './refusal.ts';
import { renderActivity, renderTyping } from './render.ts';
import { watermark } from './schema.ts';
import { createSockets, type Socket } from './sockets.ts';
import { createTokens, keyOf, refuse } from './tokens.ts';

export interface WebChannelDeps {
  /** DIRECTLINE_SECRET. */
  secret: Secret;
  /** Where browsers reach this server, without a slash at the end. */
  publicUrl(): string;
  /** Origins that may use the door from a browser; empty: any. */
  origins: string[];
  /** WEB_IDENTITY_SECRET: the shop signs its visitors with it. */
  identitySecret?: Secret;
  receive: Receive;
  transcript: TranscriptReader;
  attachments: AttachmentStore;
  bus: Bus;
  clock: Clock;
  log: Log;
  messagesPerMinute: number;
  showTurns: boolean;
}

export interface WebChannel extends Channel {
  webhook(request: Request): Promise<Response>;
  /** Checks a WebSocket request; throws SupportError with a status when it is refused. */
  openStream(request: Request): Promise<(socket: Socket) => () => void>;
  /** Rows became visible on this instance. */
  announce(laneId: string, rows: Message[]): void;
  /** A signed link to a file, good for a while. */
  linkTo(attachment: Attachment): string;
  openSockets(): number;
  close(): void;
}

/** One that polls reads far more often than it writes; beyond this many reads nobody means well. */
const READS_PER_MESSAGE = 60;

export function createWebChannel(deps: WebChannelDeps): WebChannel {
  const tokens = createTokens(deps.secret, deps.identitySecret, deps.clock);
  const links = createLinks(deps.secret, deps.clock);
  /** Pages that may use the door, our own among them; empty: any. */
  const allowedOrigins = () => (deps.origins.length === 0 ? [] : [...deps.origins, new URL(deps.publicUrl()).origin]);
  const conversationOf = (laneId: string) => laneId.split('|').slice(2).join('|');
  const linkTo = (attachment: Attachment) => `${deps.publicUrl()}${links.sign(attachment.id)}`;
  const render = (laneId: string, row: Message) =>
    renderActivity(row, {
      conversationId: conversationOf(laneId),
      showTurns: deps.showTurns,
      linkTo,
    });
  const sockets = createSockets({
    transcript: deps.transcript,
    bus: deps.bus,
    clock: deps.clock,
    log: deps.log,
    renderFrame: (laneId, rows) =>
      JSON.stringify({ activities: rows.map((row) => render(laneId, row)), watermark: String(rows.at(-1)!.sequence) }),
    renderTyping: (laneId, progress) =>
      JSON.stringify({ activities: [renderTyping(conversationOf(laneId), newId(), deps.clock.now(), progress)] }),
  });
  const limiter = createLimiter(deps.messagesPerMinute, deps.clock);
  const readLimiter = createLimiter(deps.messagesPerMinute * READS_PER_MESSAGE, deps.clock);
  const directLine = createDirectLine({
    ...deps,
    tokens,
    links,
    limiter,
    readLimiter,
    origins: allowedOrigins,
    render,
  });

  return {
    id: 'web',
    capabilities: {
      maxTextLength: 100_000,
      markdown: true,
      choices: 'buttons',
      attachments: true,
      typing: true,
      edits: false,
      idempotentSends: true,
      storedIsSent: true,
    },
    webhook: async (request) => {
      try {
        return await directLine(request);
      } catch (thrown) {
        return errorResponse(thrown, deps.log);
      }
    },
    openStream: async (request) => {
      const url = new URL(request.url);
      const match = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/.exec(url.pathname);
      if (!match) throw refuse(404, 'path.unknown', 'There is nothing here.');
      checkOrigin(request, allowedOrigins());
      const visitor = await tokens.verify(url.searchParams.get('t') ?? '');
      refuseHaste(readLimiter, keyOf(visitor));
      if (visitor.conversationId !== decodeURIComponent(match[1]!))
        throw refuse(403, 'token.other', 'This token is for another conversation.');
      const after = watermark.catch(0).parse(url.searchParams.get('watermark') || 0);
      const laneId = laneIdOf({ channel: 'web', accountId: 'default', nativeId: visitor.conversationId });
      return (socket) => sockets.attach(laneId, after, socket);
    },
    send: async (_reference, item) => ({ outcome: 'accepted', providerId: item.id }),
    showTyping: async (reference, progress) => sockets.announceTyping(laneIdOf(reference), progress),
    announce: sockets.announce,
    linkTo,
    openSockets: sockets.count,
    close: sockets.closeAll,
  };
}
