// "Is the kettle 110 or 220 volts?", "does the camera come with a card?": what the shop knows of its things and what the
// articles say, or that neither says it. Pure.
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import { technicalWords } from '../../phrases/technical/index.ts';
import { kindOfProduct } from '../../tools/support/read-device.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';
import { readMake } from '../goods.ts';
import { type FoundArticle, keepArticle, saidInArticle } from '../tell-article.ts';
import { type Found, keepSeveral } from './browse.ts';
import { readOptions } from './options.ts';

const MOST_READ = 3;
const MOST_COMPARED = 8;
const ABOUT_FACTS = 'product';

type Facts = Record<string, string>;

/** Of a product that is named now, or was spoken of just before; otherwise it is asked for. */
export function tellFacts(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { classification, exchange } = request;
  // "The kettle", where it was asked which product was meant.
  const text = [exchange?.memory.asked, request.text].filter(Boolean).join(' ');
  const named = nameOf(request);
  if (!named) {
    const memory = { asked: request.text.slice(0, 200) };
    return { text: orderWords(classification.language).askProduct(), asks: { about: 'which product', memory } };
  }
  const [listed, read] = answers;
  const most = readOptions(text).length > 0 ? MOST_COMPARED : MOST_READ;
  if (!listed) return { call: 'find_products', input: { query: named, limit: most } };
  const words = orderWords(classification.language);
  const products = (listed.result.products ?? []) as Found[];
  const [first] = products;
  if (!first) return { text: words.productUnknown() };
  const facts = first.facts ?? {};
  const asked = Object.keys(facts).filter((name) => asksFor(text, name));
  // "The travel backpack" is the one that further questions are about.
  const keeps = keepSeveral(products, readMake(text) ?? named);
  const lead = classification.language.startsWith('en') ? [] : [actWords(classification.language).factsInEnglish(), ''];
  // "And can I get them in red?"
  const options = readOptions(text);
  const fitting = products.filter(
    ({ name, variants }) =>
      kindOfProduct(name) === kindOfProduct(named) &&
      variants.some((one) => one.stock !== 'none' && options.every((option) => one.options.includes(option))),
  );
  const inIt =
    options.length > 0 && fitting.length > 0 && HAS_IT.test(text) ? ['', words.products({ products: fitting })] : [];
  if (asked.length > 0) return { text: [...lead, title(named), ...linesOf(facts, asked), ...inIt].join('\n'), keeps };
  if (!read) return { call: 'search_knowledge', input: { query: text.slice(0, 400), product: kindOfProduct(named)! } };
  const told = tellSentences(request, (read.result.articles ?? []) as FoundArticle[]);
  if (told) return told;
  const all = [`- ${first.description}`, ...linesOf(facts, Object.keys(facts))];
  return {
    text: `${words.allIKnow()}\n\n${[title(named), ...all].join('\n')}`,
    choices: [phrasesFor(classification.language, request.phrases).personChoice()],
    keeps,
  };
}

const HAS_IT = /\b(get|gets|(?:come|comes)(?! with)|have|available|in stock|is there|are there|exist|other|any)\b/i;

const linesOf = (facts: Facts, names: readonly string[]) => names.map((name) => `- ${name}: ${facts[name]}`);
const title = (named: string) => `**${named[0]!.toUpperCase()}${named.slice(1)}**`;

/** Things of one kind are alike in what is asked of them. */
function nameOf({ text, exchange, history }: AgentRequest): string | null {
  const before = (exchange?.about === ABOUT_FACTS ? (exchange as Exchange).memory.query : '') as string | undefined;
  // "How big is the large one?", of the thing that they spoke of last.
  const spoken = history.findLast((one) => one.role === 'customer' && kindOfProduct(one.text) !== null)?.text ?? '';
  // "Does it come with a charger?" asks nothing of a charger.
  const of = text
    .replace(/\b(?:comes?|came|includ\w+|ships?|delivered) with\b.*$/i, ' ')
    .replace(/\b(?!is\b|what'?s\b|comes?\b|are\b)\w+ in the box\b/i, ' in the box');
  return kindOfProduct(of) ?? kindOfProduct(spoken) ?? kindOfProduct(before ?? '');
}

/** How customers ask for what the shop calls by these names. */
const ASKED_BY: Record<string, RegExp> = {
  fit: /\b(over|on|in|around)[- ]?(the |your )?ears?\b|\b(head ?band|ear ?cups?)\b|\bbig heads?\b|\bfits? (my|a|small|big|large|kids?|child\w*|adult\w*)\b/i,
  weight: /\b(weigh\w*|heavy|heavi(er|est)|light(er|est|weight)?|grams?|kilos?|kg|lbs?|pounds)\b/i,
  size: /\b(sizes?|dimensions?|measure(s|ments)?|how (big|large|small|tall|wide|high|thick)|how long (is|are)|big|tall|wide|height|width|length|diameter|inches|cm|centimet\w+|fit(s|ting)? (in|into|on|under|my|a|an))\b/i,
  capacity: /\b(capacity|lit(re|er)s?|volume|hold|how much (water|does it hold)|cups)\b/i,
  power:
    /\b(volt\w*|watt\w*|(110|115|120|220|230|240) ?(v|volts?)?|(more |most )?power(ful)?|strong(er|est)?|plug|socket|current|amps?)\b/i,
  battery:
    /\b(batter\w+|charges? (last|hold)|how long (does|do|will)\b.{0,25}\b(last|charge|run|hold)|runtime|hours|per charge|one charge|full charge|charging time)\b/i,
  'in the box':
    /\b(box|come(s)? with|included?|includ\w+|package contents|contain\w*|accessories|supplied|ship with|get with)\b/i,
  material:
    /\b(material\w*|made (of|from|out of)|leather|plastic|metal|steel|alumini?um|wool\w*|cotton|silicone?|polyester|bpa|vegan|nickel|fabric)\b/i,
  water:
    /\b(water\w*|weather\w*|outdoors?|outside|frost|snow|beach|swim\w*|rain\w*|shower\w*|splash\w*|wet|sweat\w*|bath\w*|pool|dive|diving|sauna|ip ?\d\d?)\b/i,
  connection:
    /\b(connect\w*|bluetooth|wi-?fi|wireless\w*|range|pair\w*|stereo|wired|aux\w*|3[.,]5|jack|audio (?:cable|socket|input)|two (phones|devices)|multipoint|several devices|usb|cable or)\b/i,
  'memory card': /\b(memory|sd|cards?|storage|gb)\b/i,
  resolution: /\b(resolution|megapixels?|mp|4k|video|film\w*|fps)\b/i,
  microphone: /\b(micro(phone)?s?|mic|calls?|talk|speak into)\b/i,
  'noise cancelling': /\b(noise[- ]?cancel\w*|anc|noise)\b/i,
  measures: /\b(measure[sd]?|blood|pressure|pulse|heart|ecg|oxygen|sleep|steps|sensors?|tracks?)\b/i,
  gps: /\bgps\b/i,
  calls: /\b(calls?|sim|esim|microphone|answer)\b/i,
  laptop: /\b(laptops?|notebooks?|macbooks?|inch\w*)\b/i,
  'hand luggage': /\b(luggage|carry[- ]?on|cabin|plane|flight|seat)\b/i,
  bulb: /\b(bulbs?|led|e27|e14|replaceable)\b/i,
  light: /\b(lumens?|bright\w*|dim\w*|kelvin|warm|cold light|colou?r temperature)\b/i,
  cable: /\b(cables?|cord|lead)\b/i,
  ports: /\b(ports?|usb|how many (devices|phones))\b/i,
  washing: /\b(wash\w*|machine|dryer|tumble|iron\w*)\b/i,
  heated: /\b(heat\w*|electric|warm up)\b/i,
  allergies: /\b(allerg\w*|hypo-?allergenic|feathers?|dust mites?|certif\w*|oeko\w*)\b/i,
  'switches off':
    /\b(switch(es)?|turns?|shuts?) (itself )?off\b|\bauto(matic(ally)?)?[- ]?(off|shut\w*)\b|\bboil\w*[- ]dry\b/i,
  dishwasher: /\bdishwasher\b/i,
  temperature:
    /\b(temperature\w*|degrees|boil\w*(?! (?:faster|quicker|fastest|quickest))|settings?|green tea|keep warm)\b/i,
  layout: /\b(layout|qwert[yz]|azerty|language of the keys|umlauts?|german keys)\b/i,
  backlight: /\b(back-?li(t|ght)\w*|illuminated|light up|glow)\b/i,
  noise: /\b(nois(e|y|ier|iest)|loud(er|est)?|quiet(er|est|ly)?|silent|db|decibels?)\b/i,
  sound: /\b(sound|frequency|hz|bass|loud\w*|kids|child\w*|volume limit)\b/i,
  screen: /\b(screens?|display|touch)\b/i,
};

/** "And how heavy is it?", of a product that was spoken of. */
export function asksFacts(text: string): boolean {
  return Object.values(ASKED_BY).some((sign) => sign.test(text));
}

const PLAIN_FACT =
  /\b((over|in|on)[- ]?(the )?ears?|noise[- ]?cancell?ing|bluetooth|weigh\w*|how (big|heavy|large|tall|wide|loud|small)|size of|what size|dimensions|waterproof|battery life|how many (litres|liters|cups|watts|ports|hours)|in the box|made of|in grams|in cm|in inches)\b/i;

/** "I want to know the weight in grams": a fact, whatever it is of. */
export function asksPlainFact(text: string): boolean {
  return PLAIN_FACT.test(text);
}

/** "Does it come with a card?" */
export function asksFactsOfIt(text: string): boolean {
  return /\b(it|its|they|them|these|those)\b/i.test(text) && asksFacts(text);
}

/** What a product's facts say of what is asked, as lines. */
export function factsAsked(text: string, facts: Facts = {}): string[] {
  const asked = Object.keys(facts).filter((name) => name !== 'Size' && asksFor(text, name));
  return linesOf(facts, asked);
}

function asksFor(text: string, name: string): boolean {
  const sign = ASKED_BY[name.toLowerCase()];
  return sign ? sign.test(text) : text.toLowerCase().includes(name.toLowerCase());
}

function tellSentences(request: AgentRequest, articles: readonly FoundArticle[]): OfflineStep | null {
  for (const article of articles) {
    const said = saidInArticle(request.text.replace(/\?*\s*$/, '?'), keepArticle(article));
    if (said.length > 0) {
      const cited = technicalWords(request.classification.language).articles({ articles: [article] });
      return { text: `${said.join(' ')}\n\n${cited}`, keeps: keepArticle(article) };
    }
  }
  return null;
}
