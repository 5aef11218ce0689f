// Finds what no model may say by itself: that something was done, that something will be done, that something is certain.
// Only tools do things, after the customer's yes, and say so in the shop's own words.

const DONE_VERBS =
  'refunded|cancell?ed|changed|updated|sent|shipped|issued|processed|opened|filed|scheduled|arranged|booked|created|submitted|initiated|started|reported|escalated|applied|credited|replaced|forwarded|informed|contacted|notified|emailed|waived|added|removed|reimbursed|approved|placed|asked (?:a|an|our|the)|told';
const WILL_VERBS =
  'refund|cancel|change|update|send|ship|issue|process|credit|replace|compensate|call|email|e-mail|contact|notify|let you know|follow up|make sure|ensure|get back|arrange|waive|reimburse|give you|escalate|forward|file|open|submit|initiate|have (?:a|an|our|the) (?:colleague|team|person|manager|specialist|someone)|expedite|schedule|book|apply|look after|take care';
const ADVERBS =
  '(?:(?:already|just|now|also|gone ahead and|successfully|personally|immediately|then|be able to|be happy to) )*';
const THINGS =
  'refund|money|credit|replacement|discount|voucher|compensation|call|e-?mail|confirmation|reply|response|label|gift';

interface Rule {
  shape: RegExp;
  /** A future one promises nothing when it waits for a yes. */
  isFuture?: true;
  /** True when a tool result or an earlier reply of ours says so. */
  isFounded(match: RegExpMatchArray, known: string, before: string): boolean;
}

const never = () => false;
/** "was refunded" is true where a result knows of something refunded. */
const byStem = (match: RegExpMatchArray, known: string, before: string) =>
  known.includes((match[1] ?? '').toLowerCase().slice(0, 6)) ||
  /\b(?:nothing|none|no \p{L}+) $|\b(?:when|once|after|until|if|as soon as|before)\b[^.!?]*$/iu.test(before);
/** "Ich habe nichts storniert", "no he cancelado". */
const isDenied = (match: RegExpMatchArray, _known: string, before: string) =>
  /(?<!\p{L})(?:nicht|nichts|kein\p{L}*|nada|rien|pas)(?!\p{L})/iu.test(match[0]) || /(?<!\p{L})no $/iu.test(before);

const RULES: Rule[] = [
  { shape: new RegExp(`\\b(?:I|we)(?:['’]ve| have| had|) ${ADVERBS}(${DONE_VERBS})\\b`, 'giu'), isFounded: never },
  {
    shape: new RegExp(
      `\\b(?:I|we)(?:['’]ll| will| shall|['’]m going to| am going to|['’]re going to| are going to) ${ADVERBS}(?:${WILL_VERBS})\\b`,
      'giu',
    ),
    isFuture: true,
    isFounded: never,
  },
  {
    shape: new RegExp(
      `\\b(?:I|we)(?:['’]m| am|['’]re| are) ${ADVERBS}(?:refunding|cancelling|canceling|changing|sending|shipping|issuing|processing|crediting|replacing|escalating|arranging)\\b`,
      'giu',
    ),
    isFounded: never,
  },
  {
    shape: new RegExp(
      `\\byou(?:['’]ll| will| are going to) ${ADVERBS}(?:get|receive|have|be (?:refunded|credited|compensated|contacted|reimbursed|notified|called))\\b[^.!?\\n]{0,60}?(?:\\b(?:${THINGS})|(?<=be \\w+))`,
      'giu',
    ),
    isFuture: true,
    isFounded: never,
  },
  {
    shape:
      /\b(?:has|have|was|were|is|are|had) (?:now |already |just |successfully )?(?:been )?(refunded|cancell?ed|credited|reimbursed|replaced|issued|processed|changed|updated|shipped|sent|delivered|approved|escalated)\b/giu,
    isFounded: byStem,
  },
  { shape: /\b(?:I|we) (?:guarantee|promise|assure you)\b|\bguaranteed\b/giu, isFounded: never },
  {
    shape:
      /\b(?:free of charge|for free|at no (?:extra |additional )?(?:cost|charge)|kostenlos|gratis|gratuit\w*)(?!\p{L})/giu,
    isFounded: (match, known) =>
      /\bfree\b|no (?:extra |additional )?(?:cost|charge)|kostenlos|gratis|gratuit/.test(known) ||
      known.includes(match[0].toLowerCase()),
  },
  {
    shape:
      /(?<!\p{L})(?:ich|wir) (?:habe|haben|werde|werden)\b[^.!?\n]{0,80}(?<!\p{L})(?:erstatt|stornier|geänder|änder|veranlass|gutgeschrieben|gutschreib|geschickt|schick|versend|versandt|gesendet|ersetz|garantier|weitergeleitet|sorgen)/giu,
    isFounded: isDenied,
  },
  {
    shape:
      /(?<!\p{L})(?:he|hemos|voy a|vamos a) (?:\p{L}+ )?(?:reembols|cancel|cambi|devuel|devol|envi|emiti|tramit|repon|reemplaz|abon)/giu,
    isFounded: isDenied,
  },
  {
    shape:
      /(?<!\p{L})(?:j['’]ai|nous avons|je vais|nous allons) (?:\p{L}+ )?(?:rembours|annul|modifi|chang|envoy|émis|remplac|crédit|expédi)/giu,
    isFounded: isDenied,
  },
  {
    shape:
      /(?<!\p{L})(?:garantier(?:e|en) (?:ich|wir|ihnen)|le garantizo|garantizamos|je (?:vous )?garantis|nous (?:vous )?garantissons|verspreche|le prometo|je (?:vous )?promets)/giu,
    isFounded: never,
  },
];

/** What would be done after a yes promises nothing. */
const ASKS_FIRST =
  /\b(?:if you|once you|when you|after you|before (?:I|we)|would you like|shall I|should I|do you want)\b|(?<!\p{L})(?:wenn Sie|sobald Sie|si usted|cuando (?:usted )?confirme|si vous|dès que vous)(?!\p{L})/iu;
const WAITS_FOR_YES =
  /\b(?:once|after|as soon as|if|when) (?:you|we have your) (?:\p{L}+ )?(?:confirm\w*|agree|say yes|approve|yes)\b/iu;

/** What the sentence claims or promises without anything behind it. `known`: all that results and our own replies said. */
export function findPromises(sentence: string, known: string): string[] {
  return RULES.flatMap(({ shape, isFounded, isFuture }) =>
    [...sentence.matchAll(shape)]
      .filter((match) => {
        const before = sentence.slice(0, match.index);
        if (isFuture && (ASKS_FIRST.test(before) || WAITS_FOR_YES.test(sentence))) return false;
        return !isFounded(match, known, before);
      })
      .map((match) => match[0]),
  );
}
