// Who may come in: one-time links, passwords (argon2id), sessions in a same-site cookie, and a limit on guessing. The first
// start prints a link; whoever takes it becomes the first admin.
import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { AdminPerson, AdminStore } from '../../models/admins.ts';
import { done } from './answers.ts';
import { personAnswer, shown } from './person.ts';
import { refuse, route } from './route.ts';

const argon2 = promisify(argon2Callback as never) as (kind: 'argon2id', options: object) => Promise<Buffer>;
/** OWASP's second choice: 19 MiB, two passes. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
export const COOKIE = 'frontdesk_admin';
const SESSION_MS = 12 * 3_600_000;
const LINK_MS = 24 * 3_600_000;
const MOST_TRIES = 10;
const TRIES_WINDOW_MS = 15 * 60_000;

export const email = z.string().trim().toLowerCase().pipe(z.email().max(200));
const password = z.string().min(12, 'at least 12 characters').max(200);

export interface SignInDeps {
  store: AdminStore;
  clock: Clock;
  log: Log;
  isSecure(): boolean;
}

export type SignIn = ReturnType<typeof createSignIn>;

export function createSignIn({ store, clock, log, isSecure }: SignInDeps) {
  const tries = new Map<string, number[]>();

  /** Throws 429 when somebody guesses too often; by name and by address. */
  function limit(key: string): void {
    const now = clock.nowMs();
    const recent = (tries.get(key) ?? []).filter((at) => now - at < TRIES_WINDOW_MS);
    if (recent.length >= MOST_TRIES)
      throw refuse(429, 'sign-in.limit', 'Too many tries; please wait a quarter of an hour.');
    tries.set(key, [...recent, now]);
    if (tries.size > 10_000) tries.clear();
  }

  async function newLink(person: Pick<AdminPerson, '_id'>): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await store.addLink(token, person._id, new Date(clock.nowMs() + LINK_MS));
    return token;
  }

  async function openSession(person: AdminPerson): Promise<Response> {
    const token = randomBytes(32).toString('base64url');
    await store.openSession(token, person._id, new Date(clock.nowMs() + SESSION_MS));
    const secure = isSecure() ? '; Secure' : '';
    const cookie = `${COOKIE}=${token}; Path=/admin; HttpOnly; SameSite=Strict; Max-Age=${SESSION_MS / 1000}${secure}`;
    return Response.json(shown(person), { headers: { 'set-cookie': cookie } });
  }

  const takeLink = route({
    method: 'POST',
    path: '/sign-in/link',
    role: 'nobody',
    summary: 'Takes a one-time link: sets name and password, and signs in.',
    answer: personAnswer,
    input: z.object({
      token: z.string().min(20).max(100),
      name: z.string().trim().min(1).max(100),
      email: email.optional(),
      password,
    }),
    run: async ({ input }) => {
      limit('link');
      const address = await store.takeLink(input.token, clock.now());
      if (!address) throw refuse(401, 'link.used', 'This link was used already, or has expired. Ask for a new one.');
      const isFirst = address === FIRST;
      if (isFirst && !input.email) throw refuse(400, 'email.missing', 'Please give your e-mail address.');
      const known = isFirst ? null : await store.find(address);
      const person: AdminPerson = {
        _id: isFirst ? input.email! : address,
        name: input.name,
        role: known?.role ?? 'admin',
        invitedAt: known?.invitedAt ?? clock.now(),
        password: await hashPassword(input.password),
      };
      if (!isFirst && !known) throw refuse(401, 'link.gone', 'This invitation was taken back.');
      await store.put(person);
      // Whoever knew the password before is out.
      await store.closeSessionsOf(person._id);
      await store.note({ at: clock.now(), who: person._id, what: 'took a sign-in link' });
      return openSession(person);
    },
  });

  const signIn = route({
    method: 'POST',
    path: '/sign-in',
    role: 'nobody',
    summary: 'Signs in with e-mail address and password.',
    answer: personAnswer,
    input: z.object({ email, password: z.string().max(200) }),
    run: async ({ input }) => {
      limit(input.email);
      const person = await store.find(input.email);
      // The same work and the same words, whoever it is.
      const isRight = await checkPassword(input.password, person?.password ?? NOBODY);
      if (!isRight || !person || person.disabled) {
        log.info('admin.refused');
        throw refuse(401, 'sign-in.refused', 'E-mail address or password are not right.');
      }
      tries.delete(input.email);
      return openSession(person);
    },
  });

  const signOut = route({
    method: 'POST',
    path: '/sign-out',
    role: 'viewer',
    summary: 'Ends this session.',
    answer: done,
    run: async ({ request }) => {
      const token = tokenOf(request);
      if (token) await store.closeSession(token);
      return Response.json(
        { ok: true },
        { headers: { 'set-cookie': `${COOKIE}=; Path=/admin; HttpOnly; SameSite=Strict; Max-Age=0` } },
      );
    },
  });

  const me = route({
    method: 'GET',
    path: '/me',
    role: 'viewer',
    summary: 'Who is signed in.',
    answer: personAnswer,
    run: async ({ person }) => shown(person),
  });

  return {
    routes: [takeLink, signIn, signOut, me],
    openSession,
    newLink,
    /** Who sent this request; null when nobody is signed in. */
    personOf: async (request: Request): Promise<AdminPerson | null> => {
      const token = tokenOf(request);
      const address = token ? await store.readSession(token, clock.now()) : null;
      const person = address ? await store.find(address) : null;
      return person && !person.disabled ? person : null;
    },
    /** A one-time link for the first admin, as long as there is none; null afterwards. */
    firstLink: async (): Promise<string | null> => {
      const people = await store.people();
      return people.some((person) => person.password) ? null : newLink({ _id: FIRST });
    },
  };
}

const FIRST = '(first)';
/** Hashed when the address is unknown, so that the answer takes as long. */
const NOBODY = `argon2id$${'0'.repeat(32)}$${'0'.repeat(64)}`;

export async function hashPassword(plain: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await argon2('argon2id', { ...COST, message: Buffer.from(plain, 'utf8'), nonce });
  return `argon2id$${nonce.toString('hex')}$${tag.toString('hex')}`;
}

async function checkPassword(plain: string, stored: string): Promise<boolean> {
  const [kind, nonce, tag] = stored.split('$');
  if (kind !== 'argon2id' || !nonce || !tag) return false;
  const expected = Buffer.from(tag, 'hex');
  const given = await argon2('argon2id', {
    ...COST,
    message: Buffer.from(plain, 'utf8'),
    nonce: Buffer.from(nonce, 'hex'),
  });
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function tokenOf(request: Request): string | null {
  const cookies = request.headers.get('cookie') ?? '';
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{20,100})`).exec(cookies)?.[1] ?? null;
}
