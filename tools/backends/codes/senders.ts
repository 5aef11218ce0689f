// Where one-time codes leave: by e-mail over SMTP, or into the demo inbox, which keeps nothing because every code can be worked
// out again. Text messages leave through the SMS channel's own account.
import nodemailer from 'nodemailer';
import { asSupportError } from '../../../core/errors.ts';
import type { Secret } from '../../../core/secret.ts';
import type { SendResult } from '../../../models/channel.ts';
import type { CodeSender } from '../../../models/ports.ts';

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;

/** `url`: smtp://user:password@host:587 or smtps://…; `from`: as in `Shop <support@example.com>`. */
export function createMailSender(url: Secret, from: string): CodeSender {
  const transport = nodemailer.createTransport({
    url: url.reveal(),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    // Its own log and a file or an address as content have no place here.
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    name: 'smtp',
    send: async ({ id, to, subject, text }) => {
      try {
        // The same letter keeps its number, so that one that is sent twice can be told from two.
        const sent = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'accepted', providerId: sent.messageId ?? id };
      } catch (thrown) {
        return resultOf(thrown);
      }
    },
  };
}

/** 5xx is final, 4xx is not; a connection that never was has sent nothing, and one that broke may have. */
function resultOf(thrown: unknown): SendResult {
  const { responseCode, code } = thrown as { responseCode?: number; code?: string };
  if (responseCode !== undefined)
    return { outcome: 'refused', code: `smtp.${responseCode}`, permanent: responseCode >= 500 && code !== 'EAUTH' };
  if (code === 'EAUTH' || code === 'ECONNECTION' || code === 'EDNS' || code === 'ETLS')
    return { outcome: 'refused', code: `smtp.${code}`, permanent: false };
  return { outcome: 'ambiguous', code: `smtp.${code ?? asSupportError(thrown).code}` };
}

/** Outside production: the letter is shown on the playground and at a loopback address, and is sent nowhere. */
export const demoSender: CodeSender = {
  name: 'demo',
  send: async ({ id }) => ({ outcome: 'accepted', providerId: id }),
};
