// What a customer says about being written to. A word alone (with any dots and capitals) is a keyword; a sentence that
// asks for it counts, too; a sentence that merely holds the word does not. Pure.

export type ConsentWord = 'stop' | 'start' | 'help';

const STOP = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'end',
  'quit',
  'cancel',
  'revoke',
  'optout',
  'opt out',
  'opt-out',
]);
const START = new Set(['start', 'unstop']);
const HELP = new Set(['help', 'info']);

const ASKS_TO_STOP =
  /^(please |pls )?(stop|quit|cease) (all |sending |texting|messaging|contacting|these )( ?me| us)?( ?(any ?more )?(texts?|messages?|sms))?( please| now| thanks| thank you)?$|^(please |pls )?(do ?n'?t|do not|never) (text|message|contact|write to?|sms) me( again| any ?more)?( please| thanks)?$|^(please )?(unsubscribe|remove|take) me( off| from)?( (your|this|the) (list|texts?|messages?))?( please| thanks)?$|^(i )?(want to |would like to |wanna )?(opt out|unsubscribe)( please| of this| from this| now)*$|^stop (thank you|thanks|please|it|now|this|texting|messaging)( me)?( please| now)?$/;

/** Twilio answers these itself on a number of its own and blocks (or opens) the number. */
const TWILIO_STOP = new Set(['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'cancel', 'revoke', 'optout']);

export interface ConsentReading {
  word: ConsentWord;
  /** The network says the one confirmation itself, so we must not. */
  confirmedByNetwork: boolean;
}

/** The network took a word such as "yes" for an opt-in: to somebody who never opted out it is an answer. */
export function mayBeAnswer(text: string, { word }: ConsentReading): boolean {
  return word === 'start' && !START.has(saidIn(text));
}

function saidIn(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `optOutType`: what Twilio's Advanced Opt-Out made of it. */
export function readConsent(text: string, optOutType: string | undefined, isWhatsApp: boolean): ConsentReading | null {
  const told = optOutType?.toLowerCase();
  if (told === 'stop' || told === 'start' || told === 'help') return { word: told, confirmedByNetwork: true };
  const said = saidIn(text);
  if (STOP.has(said)) return { word: 'stop', confirmedByNetwork: !isWhatsApp && TWILIO_STOP.has(said) };
  if (START.has(said)) return { word: 'start', confirmedByNetwork: !isWhatsApp };
  if (HELP.has(said)) return { word: 'help', confirmedByNetwork: !isWhatsApp };
  return ASKS_TO_STOP.test(said) ? { word: 'stop', confirmedByNetwork: false } : null;
}
