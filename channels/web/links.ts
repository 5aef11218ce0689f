// Links to attachments: signed, and good for a while. Whoever has the link may open the file, nobody can guess one.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { Secret } from '../../core/secret.ts';

const GOOD_FOR_SECONDS = 24 * 3_600;

export interface Links {
  /** Path and query of a signed link. */
  sign(attachmentId: string): string;
  verify(attachmentId: string, expires: string | null, signature: string | null): boolean;
}

export function createLinks(secret: Secret, clock: Clock): Links {
  const mac = (id: string, expires: string) =>
    createHmac('sha256', secret.reveal()).update(`attachment ${id} ${expires}`).digest('base64url');
  return {
    sign: (id) => {
      // Rounded, so that the same file has the same link for a while and is cached.
      const expires = String(Math.ceil(clock.nowMs() / 3_600_000) * 3_600 + GOOD_FOR_SECONDS);
      return `/v3/directline/attachments/${encodeURIComponent(id)}?expires=${expires}&signature=${mac(id, expires)}`;
    },
    verify: (id, expires, signature) => {
      if (!expires || !signature || !/^\d{1,12}$/.test(expires) || Number(expires) * 1_000 < clock.nowMs())
        return false;
      const expected = Buffer.from(mac(id, expires));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
