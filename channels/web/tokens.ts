// Tokens of the web door: short-lived, bound to one conversation and one visitor, signed with a key derived from the
// secret. And the shop's own identity tokens, checked with the shop's own secret.
import { createHmac } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Secret } from '../../core/secret.ts';
import type { SignedIdentity } from '../../models/activity.ts';
import { identityClaims, tokenClaims } from './schema.ts';

/** Seconds for which a token is good; refreshing gives as many again. */
export const TOKEN_SECONDS = 1_800;

export interface Visitor {
  conversationId: string;
  userId: string;
  name?: string;
  identity?: SignedIdentity;
}

export interface Tokens {
  issue(visitor: Visitor): Promise<string>;
  /** Throws SupportError: 401 for what is not ours, 403 for what has expired. */
  verify(token: string): Promise<Visitor>;
  /** Who the shop says this is. Throws SupportError 401; 400 when no shop secret is configured. */
  verifyIdentity(token: string): Promise<SignedIdentity>;
}

const ISSUER = 'frontdesk';
/** Checking a signature costs as much CPU as half a turn's way to MongoDB, and a visitor shows the same token each time. */
const MOST_REMEMBERED = 10_000;

export function createTokens(secret: Secret, identitySecret: Secret | undefined, clock: Clock): Tokens {
  const key = createHmac('sha256', secret.reveal()).update('frontdesk web token').digest();
  const shopKey = identitySecret ? new TextEncoder().encode(identitySecret.reveal()) : undefined;
  const check = async <T>(
    token: string,
    withKey: Uint8Array,
    code: string,
    parse: (claims: unknown) => T,
    issuer?: string,
  ): Promise<T> => {
    try {
      const { payload } = await jwtVerify(token, withKey, {
        algorithms: ['HS256'],
        currentDate: clock.now(),
        requiredClaims: ['exp'],
        ...(issuer ? { issuer } : {}),
      });
      return parse(payload);
    } catch (cause) {
      if (cause instanceof errors.JWTExpired) throw refuse(403, `${code}.expired`, 'The token has expired.', cause);
      throw refuse(401, `${code}.invalid`, 'The token is not valid.', cause);
    }
  };
  // Only tokens that were found good are here, under their whole text; what has expired is checked again, and refused.
  const remembered = new Map<string, { visitor: Visitor; untilMs: number }>();
  const remember = (token: string, visitor: Visitor, expiresSeconds: number): Visitor => {
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(token, { visitor, untilMs: expiresSeconds * 1000 });
    return visitor;
  };
  return {
    issue: ({ conversationId, userId, name, identity }) =>
      new SignJWT({ conv: conversationId, user: userId, ...(name ? { name } : {}), ...(identity ? { identity } : {}) })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setExpirationTime(Math.floor(clock.nowMs() / 1000) + TOKEN_SECONDS)
        .sign(key),
    verify: async (token) => {
      const known = remembered.get(token);
      if (known && known.untilMs > clock.nowMs()) return known.visitor;
      remembered.delete(token);
      const parse = (payload: unknown) => ({ ...tokenClaims.parse(payload), exp: (payload as { exp: number }).exp });
      const claims = await check(token, key, 'token', parse, ISSUER);
      const visitor = {
        conversationId: claims.conv,
        userId: claims.user,
        ...(claims.name ? { name: claims.name } : {}),
        ...(claims.identity ? { identity: claims.identity as SignedIdentity } : {}),
      };
      return remember(token, visitor, claims.exp);
    },
    verifyIdentity: async (token) => {
      if (!shopKey) throw refuse(400, 'identity.off', 'This server takes no identity tokens.');
      const claims = await check(token, shopKey, 'identity', (payload) => identityClaims.parse(payload));
      return {
        shopCustomerId: claims.sub,
        ...(claims.email ? { email: claims.email } : {}),
        ...(claims.name ? { name: claims.name } : {}),
      };
    },
  };
}

/** Under what a visitor's requests are counted. */
export function keyOf({ userId, conversationId }: Visitor): string {
  return `visitor ${userId} ${conversationId}`;
}

export function refuse(status: number, code: string, message: string, cause?: unknown): SupportError {
  return new SupportError(code, message, { kind: 'refused', status, cause });
}
