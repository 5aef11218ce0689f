// A small Direct Line server for the widget's own manners: it says what a test tells it to say, breaks when a test wants
// it broken, and serves the built widget on a shop's page. What the bot answers is tested against the real server.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

type Activity = Record<string, unknown> & { id: string; channelData?: Record<string, unknown> };

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
};

export class StandIn {
  readonly activities: Activity[] = [];
  /** Posts that arrived, repeats included. */
  posts = 0;
  /** Everything is answered with this status while it is set. */
  failWith: number | undefined;
  /** Takes messages but loses the answer, as a broken line does. */
  loseAnswers = false;
  /** As a proxy that knows no WebSocket. */
  refuseSockets = false;
  private closedUpTo = 0;
  tokenRequests: unknown[] = [];
  refreshes = 0;
  /** Called for every new customer message. */
  answer: (text: string) => void = () => {};
  origin = '';
  private conversations = 0;
  private server: Server;
  private sockets = new WebSocketServer({ noServer: true });
  private port = 0;

  constructor() {
    this.server = this.makeServer();
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
    this.origin = `http://127.0.0.1:${this.port}`;
  }

  /** As a killed server: nothing answers, all sockets are gone. */
  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    this.server = this.makeServer();
  }

  /** The bot says something; `extra` is merged into the activity. */
  say(text: string, extra: Record<string, unknown> = {}): void {
    this.add({ type: 'message', from: { id: 'frontdesk', role: 'bot' }, text, ...extra });
  }

  /** With a text: what takes so long. */
  type(text?: string): void {
    this.broadcast([{ type: 'typing', id: 't', from: { id: 'frontdesk', role: 'bot' }, ...(text ? { text } : {}) }]);
  }

  /** Conversations begun so far are gone. */
  closeConversations(): void {
    this.closedUpTo = this.conversations;
  }

  private add(activity: Record<string, unknown>): string {
    const id = `${this.conversations}|${String(this.activities.length).padStart(7, '0')}`;
    this.activities.push({ timestamp: new Date().toISOString(), ...activity, id });
    this.broadcast(this.activities.slice(-1));
    return id;
  }

  private broadcast(activities: unknown[]): void {
    const frame = JSON.stringify({ activities, watermark: String(this.activities.length) });
    for (const socket of this.sockets.clients) if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  }

  private makeServer(): Server {
    const server = createServer((request, response) => void this.handle(request, response));
    server.on('upgrade', (request, socket, head) => {
      if (this.refuseSockets) return socket.destroy();
      this.sockets.handleUpgrade(request, socket, head, (ws) => {
        const from = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('watermark') ?? 0);
        const backlog = this.activities.slice(from);
        if (backlog.length > 0) {
          ws.send(JSON.stringify({ activities: backlog, watermark: String(this.activities.length) }));
        }
      });
    });
    return server;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const body = await readAll(request);
    const reply = (status: number, value: unknown, type = 'application/json') => {
      response.writeHead(status, { ...HEADERS, 'content-type': type });
      response.end(type === 'application/json' ? JSON.stringify(value) : (value as string));
    };
    if (request.method === 'OPTIONS') return reply(204, '', 'text/plain');
    if (url.pathname === '/widget.js') return reply(200, built('widget.js'), 'text/javascript');
    if (url.pathname === '/chat') return reply(200, built('chat.html'), 'text/html');
    if (url.pathname === '/shop') return reply(200, shopPage(url.searchParams.get('attributes') ?? ''), 'text/html');
    if (this.failWith) return reply(this.failWith, { error: { code: 'StandIn', message: 'as told' } });
    if (url.pathname.endsWith('/tokens/anonymous')) {
      this.tokenRequests.push(JSON.parse(body.toString() || '{}'));
      this.conversations += 1;
      return reply(200, this.grant());
    }
    if (url.pathname.endsWith('/tokens/refresh')) {
      this.refreshes += 1;
      return reply(200, this.grant());
    }
    if (!request.headers.authorization) return reply(401, {});
    if (this.isClosed(url.pathname)) return reply(404, {});
    if (url.pathname.endsWith('/upload')) return reply(200, { id: this.takeUpload(body.toString('latin1')) });
    if (url.pathname.endsWith('/activities') && request.method === 'POST') return this.take(body, response, reply);
    if (this.loseAnswers) return void response.destroy();
    if (url.pathname.endsWith('/activities')) {
      const from = Number(url.searchParams.get('watermark') ?? 0);
      return reply(200, { activities: this.activities.slice(from), watermark: String(this.activities.length) });
    }
    if (url.pathname.includes('/files/')) return reply(200, PIXEL, 'image/svg+xml');
    return reply(request.method === 'POST' ? 201 : 200, this.grant(url.searchParams.get('watermark') ?? undefined));
  }

  private isClosed(path: string): boolean {
    const number = /conversations\/c(\d+)/.exec(path)?.[1];
    return number !== undefined && Number(number) <= this.closedUpTo;
  }

  private take(body: Buffer, response: ServerResponse, reply: (status: number, value: unknown) => void): void {
    this.posts += 1;
    const activity = JSON.parse(body.toString()) as Activity;
    const key = activity.channelData?.clientActivityID;
    const known = this.activities.find((other) => other.channelData?.clientActivityID === key);
    const id = known?.id ?? this.add({ ...activity, from: { id: 'c', role: 'user' } });
    if (!known) this.answer(String(activity.text));
    if (this.loseAnswers) response.destroy();
    else reply(200, { id });
  }

  private takeUpload(form: string): string {
    const activity = JSON.parse(/\{.*\}/.exec(form)?.[0] ?? '{}') as Activity;
    const names = [...form.matchAll(/name="file"; filename="([^"]+)"\r\nContent-Type: (\S+)/g)];
    const attachments = names.map(([, name, contentType]) => ({
      name,
      contentType,
      contentUrl: `${this.origin}/v3/directline/files/${name}`,
    }));
    return this.add({ ...activity, from: { id: 'c', role: 'user' }, attachments });
  }

  private grant(watermark?: string) {
    const query = watermark === undefined ? '' : `?watermark=${watermark}`;
    const streamUrl = `${this.origin.replace('http', 'ws')}/stream${query}`;
    return { conversationId: `c${this.conversations}`, token: `t${this.conversations}`, expires_in: 1800, streamUrl };
  }
}

const PIXEL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3" fill="#c96"/></svg>';

function built(name: string): string {
  return readFileSync(new URL(`../../dist/widget/${name}`, import.meta.url), 'utf8');
}

/** A shop whose own styles are as rude as real ones are. */
export function shopPage(attributes: string, origin = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Linden & Oak</title><style>
*{letter-spacing:.02em} button{background:#060!important;text-transform:uppercase} p{margin:40px;color:green} h1{font-size:60px}
body{margin:0;font:18px Georgia,serif;background:#e9efe9;color:#123} header{padding:28px 48px;background:#fff} main{padding:24px 48px;max-width:640px}
@media(prefers-color-scheme:dark){body{background:#141a16;color:#dfe8e0} header{background:#1d2520} a{color:#9cd3ae}}
</style></head><body><header><strong>Linden &amp; Oak</strong></header><main><h1>Furniture that stays</h1><a href="#chairs">See the chairs</a></main>
<script src="${origin}/widget.js" ${attributes}></script></body></html>`;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
