// The stock BotBuilder echo bot: CloudAdapter behind restify as in Microsoft's samples, ConversationState on the given
// storage, one read and one write of it per turn. Without an app id, as in the emulator, so it verifies no token.
import type { AddressInfo } from 'node:net';
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type Storage,
} from 'botbuilder';
import restify from 'restify';
import { answerProbe } from './probe.ts';

/** Starts the bot on any free port. */
export function serveEchoBot(storage: Storage, stop?: () => Promise<void>): void {
  const state = new ConversationState(storage);
  const count = state.createProperty<number>('count');
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    const seen = (await count.get(context, 0)) + 1;
    await count.set(context, seen);
    await context.sendActivity(`Echo: ${context.activity.text}`);
    await state.saveChanges(context);
    await next();
  });
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = async (_context, error) => {
    process.stderr.write(`echo bot: ${String(error)}\n`);
  };
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as never, response as never, (context) => bot.run(context));
  });
  server.listen(0, '127.0.0.1', () =>
    answerProbe(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop ? { stop } : {}),
  );
}

if (import.meta.main) serveEchoBot(new MemoryStorage());
