// Chaos over all four networks: customers write by web, Slack, SMS and Teams while the providers have a bad day and servers
// are killed, Redis is wiped and MongoDB stands still; then the referee counts what the networks show.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStores } from '../../../scripts/setup/stores.mjs';
import { type Conversation, openConversation, write } from '../customer.ts';
import { type Chance, createChance, pause } from '../random.ts';
import { askReferee, makeTrouble } from '../run.ts';
import { type ChaosServer, createServerProcess } from '../servers.ts';
import { type FrontDoor, openFrontDoor } from './front-door.ts';
import { type Network, type Providers, startProviders } from './providers.ts';
import type { Asked, NetworksJournal, NetworksVerdict } from './referee.ts';

export interface NetworksOptions {
  seed: number;
  messages: number;
  /** Conversations, spread evenly over the four networks. */
  lanes: number;
  servers: number;
  longestPauseMs: number;
  troubleEveryMs: [number, number];
  say?: (line: string) => void;
}

export interface NetworksReport extends NetworksVerdict {
  seconds: number;
  kills: number;
  flushes: number;
  stops: number;
  struck: ReturnType<Providers['struck']>;
}

const SECRET = 'chaos-secret-of-no-value';
const NETWORKS: Network[] = ['web', 'slack', 'sms', 'teams'];
/** Unknown to the shop: the answer says so, and names the number. */
const FIRST_NUMBER = 300_001;
const PATIENCE_MS = 90_000;

interface Run {
  options: NetworksOptions;
  providers: Providers;
  servers: ChaosServer[];
  chance(at: number): Chance;
}

export async function runNetworks(options: NetworksOptions): Promise<NetworksReport> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-networks-'));
  const stores = await startStores({ dataDir: join(folder, 'stores') });
  const providers = await startProviders(Math.ceil(options.lanes / NETWORKS.length), options.seed);
  const door = await openFrontDoor();
  const servers: ChaosServer[] = [];
  const report = { kills: 0, flushes: 0, stops: 0 };
  const begun = Date.now();
  try {
    servers.push(...(await startServers(options.servers, folder, stores as never, door, providers)));
    const run: Run = { options, providers, servers, chance: (at) => createChance(options.seed * 1_000 + at) };
    const conversations = await openConversations(run);
    providers.spoil();
    const done = { writing: true };
    const trouble = makeTrouble(options, createChance(options.seed), servers, stores as never, report, done);
    await Promise.all(conversations.map((conversation, at) => converse(run, conversation, at)));
    done.writing = false;
    await trouble;
    const journal: NetworksJournal = {
      webUrls: servers.map((server) => server.url),
      origins: providers.origins,
      patienceMs: PATIENCE_MS,
      conversations: conversations.map(({ web: _web, ...asked }) => asked),
    };
    const verdict = await askReferee<NetworksVerdict>(join(import.meta.dirname, 'referee.ts'), journal);
    const seconds = Math.round((Date.now() - begun) / 1_000);
    return { ...verdict, ...report, struck: providers.struck(), seconds };
  } finally {
    providers.calmDown();
    await Promise.all(servers.map((server) => server.stop()));
    await door.stop();
    await providers.stop();
    await stores.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServers(
  count: number,
  folder: string,
  stores: { mongodbUri: string; redisUrl: string },
  door: FrontDoor,
  providers: Providers,
): Promise<ChaosServer[]> {
  const servers: ChaosServer[] = [];
  for (let at = 0; at < count; at += 1)
    servers.push(
      await createServerProcess({
        ...stores,
        dataDir: join(folder, 'data'),
        secret: SECRET,
        logFile: join(folder, 'servers.log'),
        env: { ...providers.env, PUBLIC_URL: door.url },
      }),
    );
  for (const server of servers) await server.start();
  door.open(servers.map((server) => server.url));
  providers.pointTo(door.url);
  return servers;
}

type Customer = Asked & { index: number; web?: Conversation };

async function openConversations({ options, providers, servers }: Run): Promise<Customer[]> {
  return Promise.all(
    Array.from({ length: options.lanes }, async (_, at): Promise<Customer> => {
      const network = NETWORKS[at % NETWORKS.length]!;
      const index = Math.floor(at / NETWORKS.length);
      if (network !== 'web') return { network, place: providers.placeOf[network](index), numbers: [], index };
      const web = await openConversation(servers[0]!.url, SECRET);
      return { network, place: web.id, token: web.token, numbers: [], index, web };
    }),
  );
}

/** One customer's share: bursts without waiting for answers, then pauses. */
async function converse(run: Run, customer: Customer, at: number): Promise<void> {
  const { options, servers } = run;
  const chance = run.chance(at);
  for (let message = at; message < options.messages; message += options.lanes) {
    const number = `ORD-${FIRST_NUMBER + message}`;
    customer.numbers.push(number);
    const text = `Where is my order ${number}?`;
    if (customer.web)
      await write(
        customer.web,
        text,
        servers.map(({ url }) => url),
        at,
        chance,
      );
    else await sayUntilTaken(run, customer, text);
    await pause(chance.next() < 0.4 ? 0 : chance.between(100, options.longestPauseMs));
  }
}

/** The network itself repeats a delivery; what it gives up is a fault of the run, not of the bot. */
async function sayUntilTaken({ providers }: Run, { network, index, place }: Customer, text: string): Promise<void> {
  const status = await providers.say[network as Exclude<Network, 'web'>](index, text);
  if (status < 200 || status >= 300) throw new Error(`${network} ${place} gave up delivering: ${status}`);
}
