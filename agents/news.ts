// "Tell me when it moves": what is promised then, and how it is kept. Pure; the day's look is the bot's (bots/look-again.ts).
import { talkWords } from '../phrases/talk/index.ts';
import type { FollowUp } from './agent.ts';

const DAY_MINUTES = 24 * 60;

const TELL_ME =
  /\b(tell|notify|let|inform|message|text|ping|alert|remind|write( to)?) me( know)?\b.{0,25}\b(when|once|if|as soon as|about)\b|\b(keep|kept) me (posted|updated|informed)\b|\blet me know\b|\b(will|can|could) you (tell|notify|inform|update|message|text) me\b(?! (what|why|where|how|which|who|whether|if|is)\b)/i;

export function wantsNews(text: string): boolean {
  return TELL_ME.test(text);
}

/** The promise in words, and the look that keeps it. `was`: the state that there is now. */
export function promiseNews(
  language: string,
  watch: NonNullable<FollowUp['watch']>,
): { says: string; followUp: FollowUp } {
  const words = talkWords(language);
  return {
    says: watch.what === 'order' ? words.willTell({ orderId: watch.orderId }) : words.willTellRefund(),
    followUp: { about: `watch:${watch.what}:${watch.orderId}`, afterMinutes: DAY_MINUTES, text: '', watch },
  };
}
