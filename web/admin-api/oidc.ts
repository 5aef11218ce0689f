// Signing in with the company's own OpenID Connect provider: authorization code with PKCE, state bound to the browser, the id
// token checked against the provider's keys. It says who somebody is; who may come in is decided under People.
import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import type { AdminPerson, AdminStore } from '../../models/admins.ts';
import { type AdminRoute, route } from './route.ts';

export interface OidcDeps {
  config: Pick<Config, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET'>;
  store: AdminStore;
  publicUrl(): string;
  /** Who is of the desk in Slack may read what its cards link to. Left out: Slack is not the provider, or has no desk. */
  isOfDesk?(slackUserId: string): Promise<boolean>;
  openSession(person: AdminPerson): Promise<Response>;
  clock: Clock;
  log: Log;
}

const COOKIE = 'frontdesk_oidc';
const PATH = '/admin/api/sign-in/oidc';
const STATE_MS = 10 * 60_000;
const TIMEOUT_MS = 5_000;

const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
const claimsSchema = z.object({
  email: z.email(),
  email_verified: z.boolean().optional(),
  nonce: z.string(),
  name: z.string().max(200).optional(),
  /** Slack's own, where it is the provider. */
  'https://slack.com/user_id': z.string().max(40).optional(),
});
type Claims = z.infer<typeof claimsSchema>;
/** A place in the admin pages, such as a transcript; nothing that leads anywhere else. */
const PLACE = /^#\/[\w%|.:/-]{1,300}$/;

export function oidcRoutes(deps: OidcDeps): AdminRoute[] {
  const { config, store, clock, log } = deps;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = config;
  const isOn = Boolean(issuer && clientId && secret);
  const returnUrl = () => `${deps.publicUrl()}${PATH}/return`;

  async function discover() {
    const address = `${issuer!.replace(/\/+$/, '')}/.well-known/openid-configuration`;
    const found = discoverySchema.parse(await fetchJson(address));
    if (found.issuer.replace(/\/+$/, '') !== issuer!.replace(/\/+$/, ''))
      throw refused('it calls itself something else');
    return found;
  }

  async function begin(to: string): Promise<Response> {
    const { authorization_endpoint: endpoint } = await discover();
    const [state, nonce, verifier] = [random(), random(), random()];
    await store.addLink(state, JSON.stringify({ nonce, verifier, to }), new Date(clock.nowMs() + STATE_MS));
    const target = new URL(endpoint);
    const query = {
      response_type: 'code',
      client_id: clientId!,
      redirect_uri: returnUrl(),
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    // Lax: the provider sends the browser back from its own site.
    const secure = deps.publicUrl().startsWith('https://') ? '; Secure' : '';
    const cookie = `${COOKIE}=${state}; Path=${PATH}; HttpOnly; SameSite=Lax; Max-Age=${STATE_MS / 1_000}${secure}`;
    return new Response(null, { status: 302, headers: { location: target.href, 'set-cookie': cookie } });
  }

  async function finish(request: Request, { code, state }: { code: string; state: string }): Promise<Response> {
    const bound = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
    // Taken once, and only by the browser that began.
    const kept = bound === state ? await store.takeLink(state, clock.now()) : null;
    if (!kept) throw refused('the sign-in was not begun in this browser, or is too old');
    const { nonce, verifier, to } = JSON.parse(kept) as { nonce: string; verifier: string; to: string };
    const { token_endpoint: endpoint, jwks_uri: keys, issuer: named } = await discover();
    const tokens = (await fetchJson(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId!)}:${encodeURIComponent(secret!.reveal())}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: returnUrl(),
        code_verifier: verifier,
      }).toString(),
    })) as { id_token?: string };
    const { payload } = await jwtVerify(tokens.id_token ?? '', createRemoteJWKSet(new URL(keys)), {
      issuer: named,
      audience: clientId!,
      currentDate: clock.now(),
    });
    const claims = claimsSchema.parse(payload);
    if (claims.nonce !== nonce || claims.email_verified === false)
      throw refused('the id token is not for this sign-in');
    const person = await personOf(claims);
    if (!person || person.disabled) throw refused('nobody with this address was invited');
    const opened = await deps.openSession(person);
    await store.note({ at: clock.now(), who: person._id, what: 'signed in by OpenID Connect' });
    const headers = new Headers({ location: `/admin${to}` });
    headers.append('set-cookie', opened.headers.get('set-cookie') ?? '');
    return new Response(null, { status: 302, headers });
  }

  /** Who was invited; else who is of the desk, as somebody who may read. */
  async function personOf(claims: Claims): Promise<AdminPerson | null> {
    const email = claims.email.toLowerCase();
    const invited = await store.find(email);
    if (invited && !invited.isOfDesk) return invited;
    const slackUser = claims['https://slack.com/user_id'];
    if (!slackUser || !(await deps.isOfDesk?.(slackUser))) return null;
    if (invited) return invited;
    const name = claims.name ?? email;
    const person: AdminPerson = { _id: email, name, role: 'viewer', invitedAt: clock.now(), isOfDesk: true };
    await store.put(person);
    return person;
  }

  /** The page says that it did not work; why is for the log alone. */
  function sendBack(error: unknown): Response {
    log.warn('admin.oidc-refused', { error });
    return new Response(null, { status: 302, headers: { location: '/admin#refused=oidc' } });
  }

  const ways = route({
    method: 'GET',
    path: '/sign-in/ways',
    role: 'nobody',
    summary: 'Whether one can sign in by OpenID Connect here.',
    answer: z.object({ password: z.boolean(), oidc: z.boolean() }),
    run: async () => ({ password: true, oidc: isOn }),
  });
  if (!isOn) return [ways];
  return [
    ways,
    route({
      method: 'GET',
      path: '/sign-in/oidc',
      role: 'nobody',
      summary: 'Begins signing in at the OpenID Connect provider; `to` is the place to go to afterwards.',
      answer: z.never(),
      refusals: { 302: z.never() },
      input: z.object({ to: z.string().max(400).optional() }).loose(),
      run: ({ input: { to = '' } }) => begin(PLACE.test(to) ? to : '').catch(sendBack),
    }),
    route({
      method: 'GET',
      path: '/sign-in/oidc/return',
      role: 'nobody',
      summary: 'Where the provider sends the browser back to.',
      answer: z.never(),
      refusals: { 302: z.never() },
      input: z.object({ code: z.string().max(4_000).optional(), state: z.string().max(200).optional() }).loose(),
      run: async ({ input: { code, state }, request }) => {
        try {
          if (!code || !state) throw refused('the provider did not agree');
          return await finish(request, { code, state });
        } catch (error) {
          return sendBack(error);
        }
      },
    }),
  ];
}

async function fetchJson(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok)
    throw new SupportError('oidc.unavailable', `The provider answered ${response.status}`, { kind: 'transient' });
  return response.json();
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

function refused(why: string): SupportError {
  return new SupportError('oidc.refused', why, { kind: 'refused', status: 403 });
}
