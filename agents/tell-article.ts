// A question about the house (its hours, its rules, an account) is answered from an article: in its own words, cited, and
// not at all when no article fits. Pure.
import type { Choice } from '../models/activity.ts';
import { phrasesFor } from '../phrases/index.ts';
import { technicalWords } from '../phrases/technical/index.ts';
import { readDevice } from '../tools/support/read-device.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from './agent.ts';

export interface FoundArticle {
  id: string;
  title: string;
  /** General questions that it answers. */
  topics?: string[];
  /** Kinds of product that it is about. */
  products?: string[];
  /** How long its steps take together. */
  minutes: number;
  /** English, as the shop wrote it. */
  text: string;
  /** In the customer's language. */
  steps: string[];
}

/** Before the words of an index that stand for a question in another language. */
export const ABOUT_TERMS = 'knowledge about: ';

/** In Spanish, French or German, in the words that articles are found by. */
export function isAskedInTerms(text: string): boolean {
  return text.startsWith(ABOUT_TERMS);
}

const PAYING =
  /\b(which|what) (cards?|payment methods?|ways to pay|currenc(y|ies))\b|\b(do|can|could) (you|i|one|we) (?:also |even )?(take|accept|pay|use)\b.{0,30}\b(cards?|visa|mastercard|amex|paypal|cash|apple pay|google pay|klarna|checks?|cheques?|later|in parts|monthly|crypto|bitcoin|installments?|invoice)\b|\bpossible to pay (with|by|in)\b|\bpay\b.{0,20}\bin (two|three|four|several|\d) (parts|payments|installments?|rates)\b/i;
const REACH =
  /^\W*(your |the |ur )?(phone|telephone|tel|contact|hotline)( ?(number|no|nr))?\W*$|\bdo (you|u)( guys)? have (a |an |any )?(physical |real |actual )?(store|shop|branch|showroom|outlet)s? (in|near|at|around|close)\b|\b(buy|shop|pay) (it |this |them )?in (a |your |the )?(physical |real )?(shop|store)\b|\b(what'?s?|what is|do you have|is there|give me|have|need) (you|u|a|an|the|your|any)?\s*(contact |customer |support |service )*(phone|telephone|e-?mail|contact|support)\s?(number|address|details|line)?\W*$|\bwhere are you( guys)? (located|based)\b|\b(physical|actual|real|brick\S*) (store|shop)\b|\bshowroom\b|\b(stores?|shops?|branch|outlet)\b.{0,15}\b(i|we|to|can)\b.{0,12}\b(visit|go to|come to|drop by|near (me|by))\b|\b(visit|come (in)?to|go to) (your|a|the) (store|shop)\b|\b(stores?|shops?) (near|close to) (me|here|by)\b|\bcan i (call|phone|ring|visit) you\W*$|\bwhen (do|are|is) (the |your )?(people|humans?|colleagues?|someone|somebody|agents?|staff|persons?)\b.{0,15}\b(work|working|there|available|online|in)\b/i;
const HOUSE =
  /\brefund\w*\b.{0,40}\b(old|closed|expired|cancell?ed|wrong|lost) (bank )?(card|account)\b|\b(old|closed|expired|lost) (bank )?(card|account)\b.{0,40}\brefund\w*\b|\bhow long\b.{0,30}\b(until|till|before|for|does|is)\b.{0,25}\b(back )?(on|to|in) my (card|account|bank)\b|\bhow long\b.{0,25}\bmy money\b|\bhow (much time|long|many days) (do|have|does) (i|we|you|one)( have| got)?\b.{0,10}\bto (return|send|exchange|give|bring|cancel)|\b(return|exchange|refund) (window|period|deadline)\b|\b(what|how|where|who|is|are|do)\b.{0,25}\b(my|our|customers?|personal|the) (personal )?(data|information)\b.{0,12}(\b(safe|used?|stored?|kept|shared?|sold|with you)\b|\W*$)|\b(refunds?|returns?|exchange|payment|cancellation|privacy) (policy|policies|rules?|terms|conditions)\b|\bpolicy (on|for|about) (a |an |the )?(refund|return|exchange)s?\b|\bhow long (do|does|will|would) (a |the |your )?refunds? (usually |normally |generally )?take\b|\b(opening|business|store|office|shop) hours\b|\bare you (guys |all )?(open|closed)\b|\bwhen (do|are) you (guys )?(open|closed?)\b|\b(physical|actual|real|brick\S*) (store|shop)\b|\bshowroom\b|\bwhere are you (located|based)\b/i;

/** What a shop may have, and no order or charge tells of. */
const OFFERS =
  /\b((do you|can i|could i|can one) (have|sell|offer|buy|get|order)( any| a| an)? (e-?)?gift (cards?|vouchers?)(?! refund)|what (if|happens if|happens when) (i'?m|i am|we'?re|we are|nobody|no ?one)\b.{0,12}\bhome|gift[- ]?wrap\w*|wrap (it|them|this|that|the gift)|gift (note|message|box)|discounts?|price[- ]?match\w*|match (the|a|your) price|bulk|wholesale|volume (price|pricing|discount|order)s?|student (price|discount)|(black friday|cyber monday)|loyalty|reward points|membership|newsletter|unsubscribe|(stop|no more) (the |your |sending |messaging |e-?mail\w* |these )*(e-?mails|messages|messaging|texts|texting|newsletters?)|pick (it|them|this) up|collect (it|them) (myself|in)|leave (it|them|the \w+) (with|at)|(be|is|get|gets) left (with|at)|(deliver|come|arrive)\w*.{0,15}\bon (a )?(saturday|sunday|weekend)s?|insur(ed|ance)|(change|move|postpone|choose|pick) the delivery (date|day|time|slot)|(tell|ask) the (driver|courier)|careers?|jobs?|work for you|(are|is) (you|there|anything).{0,15}\b(hiring|on sale)|(any|do you have) (sales|deals|offers|promotions))\b/i;
/** "Can he exchange it if he doesn't like it?": how it is done at all, before there is anything to send back. */
const IF_EVER =
  /^\W*((and|but|ok(ay)?|so|what)\W+)*if (i|we|it|he|she|they) (do ?n'?t|does ?n'?t|do not|does not) (like|want|fit|need|work)\b.{0,12}$|\b(can|could|may|will) (i|he|she|they|we|you|one|it)\b.{0,20}\b(return|exchange|send|give|bring|sent|returned|exchanged|swap)\b.{0,40}\bif\b|\bif (i|he|she|they|it)\b.{0,40}\b(like|fit|want|need|work)\b.{0,30}\b(return|exchange|send it back|refund)/i;

/** "Who pays the postage?", "if it never comes, do I get my money back?" */
const BACK_TERMS =
  /\bwho (pays|covers)\b.{0,30}\b(send|ship|return)\w*\b|\b(return )?label\b.{0,30}\b(does ?n'?t|not|won'?t|can'?t|never|missing|expired|lost|where)\b|\brefund\w*\b.{0,30}\b(to|on|onto) (a |an |my )?(another|different|other|new) (card|account|bank)|\b(return|exchange|send back|bring back)\b.{0,60}\b(without|no|lost|do ?n'?t have)\b.{0,14}\b(receipt|box|packag\w+|tags?|invoice)\b|\b(do|does|will|must|should|would) (i|we|one|you) (have to |need to )?(pay|cover)\b.{0,25}\b(postage|return(ing)?|(to|for) send\w* .{0,10}back|label)\b|\bwho (pays|covers)\b.{0,25}\b(postage|shipping back|returns?|label)\b|\b(is|are) (the )?(returns?|return (shipping|label|postage)|postage)( \w+)? (free|paid|included|covered)\b|\bhow much (is|does) (a|the|it cost to) return\b|\bif (it|they|(my|the|an) (order|parcel|package))\b.{0,20}(\bnever\b|n'?t\b|\bnot\b).{0,12}\b(arrives?|comes?|turns? up|shows? up|gets? here)\b.{0,60}\b(refund\w*|money|replace\w*|what happens)\b|\b(refund\w*|money|replace\w*|what happens|what if)\b.{0,30}\b(if )?(it|they|(my|the|an) (order|parcel|package))\b.{0,20}(\bnever\b|n'?t\b|\bnot\b).{0,12}\b(arrives?|comes?|turns? up|shows? up|gets? here)\b/i;

/** Who we are at all. */
const OURSELVES =
  /\b(your|the) (company'?s? |shop'?s? )?(vat|company|registration|tax|trade register)( (id|registration))? (number|no|nr|id)\b|\bwho (runs|owns|is behind|founded|started|operates) (this|the|your)\b|\b(is|are) (this|you|it|frontdesk|your (shop|site|store|company))\b.{0,25}\b(scam|fake|fraud|legit\w*)\b|\bare you( guys| people)? (a )?(real|legit\w*|genuine|trustworthy|serious|proper) (company|shop|business|store|site)\b|\bis (this|your) (shop|site|website|store|company) (legit\w*|real|safe|genuine|trustworthy)\b|\bwhat (company|business) (is|are) (this|you)\b|\b(your|the) (imprint|impressum|company name|company address)\b/i;

/** "Who runs this shop?": nobody complains by that. */
export function asksWhoWeAre(text: string): boolean {
  return OURSELVES.test(text);
}

/** Where we are, how we are reached and who we are: an article of its own, whatever else it sounds like. */
export function asksOfUs(text: string): boolean {
  return REACH.test(text) || OURSELVES.test(text) || asksHours(text);
}

/** When somebody is there: people, or the shop. */
const HOURS =
  /\b(opening|business|office|working|service|support|store|shop|your) (hours|times)\b|\bare you (guys |all |still |even )?(open|closed)\b|\b(when|what time|what hours?|until when|till when|how late|how long|(which|what|on which|on what) days?) (do|does|are|is|can|could|will|would)\b.{0,40}\b(open|close|closed?|closing|available|reachable|on duty|online|(people|humans?|colleagues?|someone|somebody|anyone|agents?|staff|persons?|team|you)( guys| all)?( \w+)? (in|there|here|around|work|working|on|start|finish))\b|\b(when|what time|until when|how late) (can|could|may) (i|we|one) (talk|speak|chat|write|reach|call|get)( to| with| hold of| through to)? (a |an |your |one of your |the |some )?(real |actual |live )?(people|humans?|colleagues?|someone|somebody|anyone|agents?|staff|persons?|team|you)\b/i;

/** "When are your people available?", "are you open on Sunday?" */
export function asksHours(text: string): boolean {
  return HOURS.test(text) && !/\b(order|parcel|package|refund|money|finally|ever|delivery|stock)\b/i.test(text);
}

/** How it is done here at all: returns, payments, opening hours; nothing about somebody's own order or money. */
export function isHouseQuestion(text: string): boolean {
  return (
    asksHours(text) ||
    asksWhoWeAre(text) ||
    HOUSE.test(text) ||
    PAYING.test(text) ||
    OFFERS.test(text) ||
    IF_EVER.test(text) ||
    BACK_TERMS.test(text) ||
    REACH.test(text)
  );
}

/** Asks for the articles once, then tells the best; null when none fits, or none can be told in this language. */
export function tellByArticle(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep | null {
  const found = answers.find((answer) => answer.name === 'search_knowledge');
  if (!found && isAskedInTerms(request.text)) {
    const query = request.text.slice(ABOUT_TERMS.length, 400);
    const device = readDevice(query);
    const isOurs = device !== null && device.kind !== 'device';
    return { call: 'search_knowledge', input: { query, ...(isOurs ? { product: device.kind } : {}) } };
  }
  const { topic } = request;
  if (!found && topic) return { call: 'search_knowledge', input: { query: request.text.slice(0, 400), topic } };
  if (!found) {
    const about = PAYING.test(request.text)
      ? 'Ways to pay: '
      : IF_EVER.test(request.text) || BACK_TERMS.test(request.text)
        ? 'Returns, exchanges, refunds: '
        : asksOfUs(request.text)
          ? 'Opening hours and how to reach us: '
          : '';
    const isOfAccount = request.classification.intents[0]!.intent === 'ACCOUNT';
    return {
      call: 'search_knowledge',
      input: { query: `${about}${request.text.slice(0, 380)}`, ...(isOfAccount ? { product: 'account' } : {}) },
    };
  }
  const articles = (found.result.articles ?? []) as FoundArticle[];
  const isOfAccount =
    !topic && request.classification.intents[0]!.intent === 'ACCOUNT' && !isAskedInTerms(request.text);
  const [best] = articles.filter((one) =>
    topic
      ? one.topics?.includes(topic)
      : saysSomethingOf(one, request.text) && (!isOfAccount || one.products?.some((kind) => OF_ACCOUNTS.has(kind))),
  );
  const { language } = request.classification;
  if (!best) return null;
  const told = best.steps.length === 0 ? { ...best, text: answerFirst(best, request.text) } : best;
  return { text: articleText([told, ...articles.filter((one) => one !== best)], language), ...offerIn(request) };
}

/** Those sentences that speak most of what is asked, or the first ones: who wants more is told where it stands. Every sentence of
 * such an article stands for itself. */
function answerFirst({ title, text }: FoundArticle, said: string): string {
  const question = [said, ...MEANS.flatMap(([sign, words]) => (sign.test(said) ? words : []))].join(' ');
  const sentences = text.trim().split(/(?<=[.!?])\s+/);
  if (sentences.length <= MOST_TOLD) return text;
  const asked = (question.toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => word.length >= FEWEST_LETTERS && !ASKING.test(word))
    .map((word) => new RegExp(`\\b${word.slice(0, STEM)}`, 'i'));
  // A word that stands in every sentence tells none of them apart.
  const rarity = asked.map((word) => 1 / Math.max(1, sentences.filter((one) => word.test(one)).length));
  const score = (sentence: string, nth: number) => {
    const said = asked.flatMap((word, at) => (word.test(sentence) ? [at] : []));
    // What the whole article is about, and nothing else of what is asked, is no sentence's own.
    const isTitle = nth > 0 && said.length === 1 && asked[said[0]!]!.test(title);
    return isTitle ? 0 : said.reduce((sum, at) => sum + rarity[at]!, 0);
  };
  const scores = sentences.map(score);
  const most = Math.max(...scores);
  const isClear = most >= (scores[0] ?? 0) + LEAST_AHEAD;
  const best = isClear ? scores.indexOf(most) : 0;
  // The best one, then what else speaks of it, then the beginning.
  const order = sentences.map((_, at) => at).sort((one, other) => scores[other]! - scores[one]! || one - other);
  const rest = order
    .filter((at) => at !== best && (scores[at]! > 0 || !isClear))
    .slice(0, MOST_TOLD - 1)
    .sort((one, other) => one - other);
  const [first, ...others] = [best, ...rest].map((at) => sentences[at]!);
  return others.reduce((told, one) => (`${told} ${one}`.length > LONGEST_TOLD ? told : `${told} ${one}`), first!);
}

/** What is asked in small words, in those that articles are written in. */
const MEANS: [RegExp, string][] = [
  [
    /\bhow (long|many (days|weeks|months))\b.{0,25}\b(have|got|return|send|exchange|give|bring)\b/i,
    'return window closes',
  ],
  [/\b(just|only) (1|one)\b/i, 'others stay'],
];

/** More than that nobody reads in a chat. */
const MOST_TOLD = 3;
/** Characters; the best sentence is told however long it is. */
const LONGEST_TOLD = 480;

/** How much more a sentence must say of it than the first one. */
const LEAST_AHEAD = 0.5;

/** What an account has to do with, as articles name it. */
const OF_ACCOUNTS: ReadonlySet<string> = new Set(['account', 'website', 'app', 'shop']);

const ABOUT_ARTICLE = 'article';
const QUESTION =
  /\?\W*$|^\W*(?:(?:and|but|ok(?:ay)?|so)\W+)*(can|could|may|is|are|do|does|will|should|how|what|which|why|where)\b/i;
/** Words that ask, and none of what is asked about. */
const ASKING =
  /^(?:about|also|and|any|are|but|can|could|does|doing|for|from|have|how|into|instead|just|long|make|many|may|much|need|okay|help|open|please|tell|explain|once|only|should|some|than|that|the|them|then|there|they|this|too|use|used|using|want|what|when|where|which|why|will|with|work|works|would|you|your)$/;
/** How the articles say what is asked for by another word. */
const WRITTEN_AS: Record<string, string> = {
  temperature: 'degrees\\b',
  hot: 'degrees\\b',
  warm: 'degrees\\b',
  tumble: 'dryer\\b',
  often: 'every (\\w+ )?(day|week|month|year)s?\\b',
};
const FEWEST_LETTERS = 3;
const STEM = 5;
const MOST_SENTENCES = 2;

/** What was told of an English article, to answer a question about it from. */
export function keepArticle({ id, title, text, steps }: FoundArticle): Exchange {
  const sentences = [text, ...steps].flatMap((part) => part.split(/(?<=[.!?])\s+/)).map((one) => one.trim());
  return { about: ABOUT_ARTICLE, memory: { id, title, sentences: sentences.filter((one) => one !== '') } };
}

/** An article was told, and this is what is kept of it. */
export const isOfArticle = ({ about }: Exchange): boolean => about === ABOUT_ARTICLE;

/** "Can I use vinegar?": what the article says of it; empty where it does not say, or something else is asked. */
export function saidInArticle(text: string, { about, memory }: Exchange): string[] {
  if (about !== ABOUT_ARTICLE || !QUESTION.test(text)) return [];
  const asked = (text.toLowerCase().match(/[a-z]+/g) ?? []).filter(
    (word) => word.length >= FEWEST_LETTERS && !ASKING.test(word),
  );
  const says = (sentence: string, word: string) =>
    new RegExp(`\\b${WRITTEN_AS[word] ?? word.slice(0, STEM)}`, 'i').test(sentence);
  const sentences = memory.sentences as string[];
  if (asked.length === 0 || !asked.every((word) => sentences.some((one) => says(one, word)))) return [];
  const count = (sentence: string) => asked.filter((word) => says(sentence, word)).length;
  const most = Math.max(...sentences.map(count));
  return sentences.filter((one) => count(one) === most).slice(0, MOST_SENTENCES);
}

/** "Is it safe for kids?", "for how long?": about what was told, and nothing by itself. */
const OF_IT =
  /^(?!\W*((and|but|ok(ay)?|so)\W+)*(where|when)\b)(?!.*\b(my|order|parcel|package|person|human)\b).*\b(it|its|they|them|that|those|this)\b|^\W*((and|but|ok(ay)?|so)\W+)*(at what|for how|how (long|often|much|many|hot)|with what|which (one|button|side|kind|sort))\b/i;
const MOST_OF_IT = 7;

/** A question about the article that was told, whether it says it or not. */
export function asksOfArticle(text: string, exchange: Exchange): boolean {
  if (!isOfArticle(exchange)) return false;
  const isBare = text.trim().split(/\s+/).length <= MOST_OF_IT && QUESTION.test(text) && OF_IT.test(text);
  return isBare || saidInArticle(text, exchange).length > 0;
}

/** The article's own sentences, cited, or that it does not say; it can be asked about further. */
export function tellFromArticle(request: AgentRequest, exchange: Exchange): OfflineStep {
  const { text, classification, phrases } = request;
  const { id, title } = exchange.memory as { id: string; title: string };
  const { language } = classification;
  const words = technicalWords(language);
  const said = saidInArticle(text, exchange).join(' ');
  if (said === '')
    return {
      text: words.onlyThisArticle({ article: { id, title } }),
      choices: [phrasesFor(language, phrases).personChoice()],
      keeps: exchange,
    };
  return { text: [said, words.articles({ articles: [{ id, title }] })].join('\n\n'), keeps: exchange };
}

function longestWord(text: string): string | undefined {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return words.sort((one, other) => other.length - one.length)[0];
}

/** A gift wrap is in an article only where its word is: anything else would be an answer to another question. */
function saysSomethingOf({ title, text }: FoundArticle, question: string): boolean {
  const offer = longestWord(OFFERS.exec(question)?.[0] ?? '');
  return !offer || `${title} ${text}`.toLowerCase().includes(offer.replace(/s$/, '').slice(0, 5));
}

/** Who reads an article in a language that is not theirs may ask a person. */
export function offerIn({ classification: { language }, phrases }: AgentRequest): { choices?: Choice[] } {
  return language.startsWith('en') ? {} : { choices: [phrasesFor(language, phrases).personChoice()] };
}

/** The first article whole, the next one by its title. */
export function articleText(articles: readonly FoundArticle[], language: string): string {
  const best = articles[0]!;
  const words = technicalWords(language);
  const isEnglish = language.startsWith('en');
  const steps = best.steps.map((step, at) => (best.steps.length > 1 ? `${at + 1}. ${step}` : step));
  const parts = [
    isEnglish ? words.howTo({ title: best.title }) : words.inEnglish({ article: best }),
    isEnglish ? best.text : quoted(best.text),
    steps.length > 0 && !isEnglish ? words.whatToDo() : '',
    steps.join('\n'),
    steps.length > 0 ? words.takesAbout({ minutes: best.minutes }) : '',
    // The one that is told was named above.
    isEnglish || articles.length > 1 ? words.articles({ articles: articles.slice(isEnglish ? 0 : 1, 2) }) : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** In the words of somebody else, and in another language. */
function quoted(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trim())
    .join('\n');
}
