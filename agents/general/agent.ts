// The general agent: greetings, thanks, small talk, questions about the house and the customer's account from the shop's
// articles, and an honest word about what it cannot settle.
import { fold } from '../../core/fold.ts';
import { factWords } from '../../phrases/facts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords, type ProductWords } from '../../phrases/order/index.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import type { Tools } from '../../tools/index.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions, type ToolAnswer } from '../agent.ts';
import { tellsOfTrouble } from '../classifier/sarcasm.ts';
import { asksHours, isAskedInTerms, isHouseQuestion, tellByArticle } from '../tell-article.ts';
import { changeContact, understandsContact } from './contact.ts';
import { readSmallTalk, type SmallTalk } from './small-talk.ts';

export function createGeneralAgent(tools: Tools): Agent {
  return {
    name: 'general',
    handles: ['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE', 'ACCOUNT'],
    instructions: readInstructions(import.meta.url),
    tools: [tools.searchKnowledge, tools.recommendProducts, tools.changeContact],
    offline: decide,
    understands: (text, _classification, exchange) => understandsContact(text, exchange),
  };
}

/** What is said back to a word between two matters; where it leaves them alone, a person is offered. */
function chat(request: AgentRequest, kind: SmallTalk): OfflineStep {
  const { language } = request.classification;
  const words = phrasesFor(language, request.phrases);
  const talk = talkWords(language);
  const choices = [words.personChoice()];
  const open = request.facts.openCase;
  if (open && ABOUT_THE_WAIT.has(kind)) return { text: words.caseWaits({ caseId: open.id, due: open.due }) };
  switch (kind) {
    case 'thanks':
      return { text: words.youAreWelcome() };
    case 'bye':
      return { text: words.goodbye() };
    case 'low':
      return { text: talk.sorryToHear() };
    case 'away':
      return { text: talk.takeYourTime() };
    case 'heard':
      return { text: wasJustSaid(request, words.allRight()) ? talk.takeYourTime() : words.allRight() };
    case 'thinking':
      return { text: wasJustSaid(request, talk.takeYourTime()) ? words.whatICanDo() : talk.takeYourTime() };
    case 'there':
      return { text: wasJustSaid(request, talk.stillHere()) ? words.whatICanDo() : talk.stillHere() };
    case 'bot':
      return { text: talk.iAmABot() };
    case 'chat':
      return { text: wasJustSaid(request, talk.onlyTheShop()) ? words.whatICanDo() : talk.onlyTheShop() };
    case 'well':
      return { text: talk.allWell() };
    case 'sorry':
      return { text: talk.noHarm() };
    case 'wishes':
      return { text: talk.youToo() };
    case 'sure':
      return { text: talk.asFarAsIKnow(), choices };
    case 'insult':
      return { text: talk.noHelp(), choices };
    case 'why':
      return { text: talk.noReason(), choices };
    case 'next':
      return { text: talk.whatNow(), choices };
    case 'puzzled':
      return { text: talk.unclear(), choices };
  }
}

/** Asked while a person is on the way, these are about the person. */
const ABOUT_THE_WAIT: ReadonlySet<SmallTalk> = new Set(['there', 'next']);

function wasJustSaid({ history }: AgentRequest, text: string): boolean {
  return history.findLast((one) => one.role === 'bot')?.text.startsWith(text) ?? false;
}

const HELLO =
  /\b(hi|hello|hey|heya|hiya|howdy|yo|greetings|good (morning|afternoon|evening|day)|hola|buen[oa]s|bonjour|bonsoir|salut|hallo|guten|moin|servus|gr[uü]ezi)\b/i;
const THANKS =
  /\b(thank\w*|thx|cheers|appreciat\w*|gracias|merci|danke|great (job|service|work)|love|awesome|amazing|perfect)\b/i;

const GOODBYE = /\b(bye|goodbye|see you|good night|talk to you later)\b/i;
const ALL_DONE =
  /\bthat('?s| is| will be|'?ll be) (it|all|everything)\b|\bgood ?night\b|\bhave a (nice|good|great|lovely|wonderful)\b|\bnothing else\b|\bbye\b/i;
const ABOUT_ME = /\b(who are you|what are you|are you (a )?(bot|human|real)|what can you do|help)\b/i;

/** Not every word with a question mark: one that asks for something that an article could say. */
const ASKS =
  /\?|^\W*(what|when|where|which|who|how|do|does|is|are|can|could|tell me|i (need|want|would like|forgot|can'?t|cannot)|please|my)\b|\b(policy|hours|address|password|account)\b/i;

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const contact = changeContact(request, answers);
  if (contact) return contact;
  const kind = readSmallTalk(request.text);
  if (kind) return chat(request, kind);
  if (isPraise(request)) return enhance(request, answers);
  if (!askedOfTheHouse(request)) return small(request);
  const told =
    asksHours(request.text) && !request.topic ? tellHours(request, answers) : tellByArticle(request, answers);
  const isAsked = request.topic !== undefined || isHouseQuestion(request.text) || isAskedInTerms(request.text);
  if (!told) return isAsked ? unknown(request) : small(request);
  // The article nearest to words about nothing is about something else.
  const isAbout = !ABOUT_NOTHING.has(request.classification.intents[0]!.intent) || namesSubject(request.text, answers);
  if (!isAsked && 'text' in told && !isAbout) return small(request);
  // Where the article is not what they meant, a person can say or do it.
  const isOwn =
    'text' in told && (request.classification.intents[0]!.intent === 'ACCOUNT' || request.topic !== undefined);
  return isOwn
    ? { ...told, choices: [phrasesFor(request.classification.language, request.phrases).personChoice()] }
    : told;
}

/** A word of theirs stands in the title of what was found. */
function namesSubject(text: string, answers: readonly ToolAnswer[]): boolean {
  const articles = (answers.at(-1)?.result.articles ?? []) as { title?: string }[];
  const stems = (words: string) => (fold(words).match(/[a-z]{4,}/g) ?? []).map((word) => word.slice(0, SUBJECT_STEM));
  const said = new Set(stems(text));
  return articles.some(({ title = '' }) => stems(title).some((stem) => said.has(stem)));
}

const SUBJECT_STEM = 5;
const ABOUT_NOTHING: ReadonlySet<string> = new Set(['GREETING', 'OUT_OF_SCOPE']);

/** When people are there, before what the shop writes about it. */
function tellHours(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep | null {
  const told = tellByArticle(request, answers);
  const { hours, openCase } = request.facts;
  if (!hours || (told && 'call' in told)) return told;
  const { language } = request.classification;
  const choices = openCase ? {} : { choices: [phrasesFor(language, request.phrases).personChoice()] };
  return { text: told && 'text' in told ? `${hours}\n\n${told.text}` : hours, ...choices };
}

/** Very pleased, by somebody whose purchases we know. */
function isPraise({ classification, facts }: AgentRequest): boolean {
  const [first] = classification.intents;
  return first!.intent === 'FEEDBACK' && classification.sentiment.score >= 0.6 && facts.level !== 'anonymous';
}

/** Thanks, and one thing that fits what they bought, unless it was named in this conversation before. */
function enhance(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const answer = answers[0];
  if (!answer) return { call: 'recommend_products', input: { limit: 1 } };
  const thanks = phrasesFor(request.classification.language, request.phrases).youAreWelcome();
  const { products, because } = answer.result as { products?: ProductWords[]; because?: string };
  const [one] = products ?? [];
  const there = one?.variants.find((variant) => variant.stock !== 'none');
  if (!one || !there || !because || request.history.some(({ text }) => text.includes(one.name)))
    return { text: thanks };
  const { price, currency } = there;
  const more = orderWords(request.classification.language).mightLike({ name: one.name, price, currency, because });
  return { text: `${thanks}\n\n${more}` };
}

function unknown({ classification: { language }, phrases }: AgentRequest): OfflineStep {
  return { text: talkWords(language).notKnownHere(), choices: [phrasesFor(language, phrases).personChoice()] };
}

function askedOfTheHouse({ classification, text, topic }: AgentRequest): boolean {
  const { intent, confidence } = classification.intents[0]!;
  if (intent === 'FEEDBACK') return isHouseQuestion(text) || topic !== undefined;
  if (intent === 'ACCOUNT' || isHouseQuestion(text) || topic) return true;
  // What is hardly anything's subject finds an article about anything.
  if (confidence < SURELY_OUTSIDE) return false;
  return ASKS.test(text) && !ABOUT_ME.test(text) && !GOODBYE.test(text) && text.split(/\s+/).length > 2;
}

/** "Hello! What can I do for you?" to somebody whose name we were told. */
function greetByName(name: string, greeting: string, { language }: AgentRequest['classification']): string {
  const sentence = greeting.replace(/^[^!.,]*[!.,]\s*/, '');
  return factWords(language).greeting({ name, sentence: sentence === '' ? greeting : sentence });
}

/** Below these it is more likely something that was not understood. */
const SURELY_FEEDBACK = 0.75;
const SURELY_OUTSIDE = 0.6;

/** "What is the name of your boss?": no greeting, and nothing that we know. */
const ASKS_OF_US =
  /^\W*(so |and |ok(ay)? )?(what|what's|who|who's|where|which|how (many|much|long|big|old)|do|does|have|has|is|are)\b.*\b(you|your|the shop|this (shop|company|site))\b.{3,}/i;

/** "I checked with my neighbours already", "it's on my card since Tuesday". */
const TELLS =
  /^\W*((and|but|so|well|ok(ay)?|yes|no|also)\W+)*(i|i've|i'm|i'd|we|we've|it|it's|its|they|he|she|there|this|that|that's)\b.{0,60}\b(already|yesterday|today|last|since|ago|before|neighbou?rs?|visa|card|bank|statement|account|box|parcel|package|order\w*|courier|driver|mailbox|porch|door|receipt|seal|manual|website|site)\b/i;
const OF_THE_TRADE =
  /\b(investigat\w*|couriers?|carriers?|drivers?|parcels?|packages?|deliver\w*|shipments?|refunds?|claims?|invoices?|warrant\w*|orders?|returns?|replacements?)\b/i;

function small(request: AgentRequest): OfflineStep {
  const { classification, text, phrases, facts, history } = request;
  const words = phrasesFor(classification.language, phrases);
  const choices = [words.personChoice()];
  const unclear = { text: talkWords(classification.language).unclear(), choices };
  const intent = classification.intents[0]!.intent;
  switch (intent) {
    case 'GREETING':
      if (GOODBYE.test(text)) return { text: words.goodbye() };
      if (ABOUT_ME.test(text)) return { text: words.whatICanDo() };
      if (history.length > 0 && !facts.toldName) return HELLO.test(text) ? chat(request, 'there') : unclear;
      if (!HELLO.test(text) && ASKS_OF_US.test(text)) return unknown(request);
      return {
        text: facts.toldName ? greetByName(facts.toldName, words.greeting(), classification) : words.greeting(),
      };
    case 'FEEDBACK':
      if (ALL_DONE.test(text)) return { text: words.goodbye() };
      if (classification.sentiment.score >= 0.2 || (THANKS.test(text) && !tellsOfTrouble(text)))
        return { text: words.youAreWelcome() };
      return classification.confidence >= SURELY_FEEDBACK ? { text: words.thanksForTelling(), choices } : unclear;
    case 'OUT_OF_SCOPE':
      // Where something is talked about, what they tell or ask is mostly about that, whatever it looks like by itself.
      if (history.length > 0 && TELLS.test(text) && !ASKS.test(text))
        return { text: words.thanksForTelling(), choices };
      if (history.length > 0 && OF_THE_TRADE.test(text)) return unknown(request);
      return classification.confidence >= SURELY_OUTSIDE ? { text: words.outOfScope() } : unclear;
    default:
      return { text: words.cannotSettle({ topic: intent }), choices: [words.personChoice()] };
  }
}
