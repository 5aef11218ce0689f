// What a customer wants to know or done about an order or a product, read from their words; asking where it is comes
// last, since every wish mentions the order, too.
import { namedKind, ofGoods } from '../goods.ts';
import { SENDS_ELSEWHERE } from './address.ts';

import { isPartMissing } from './part-missing.ts';
import { wantsNoCancelling, wantsNoReturn } from './refuses.ts';

export type OrderWish =
  | 'status'
  | 'cancel'
  | 'return'
  | 'exchange'
  | 'address'
  | 'payment'
  | 'items'
  | 'contents'
  | 'history'
  | 'list'
  | 'wrong'
  | 'faster'
  | 'return state'
  | 'why cancelled'
  | 'where to'
  | 'other';
export type ProductWish = 'buy' | 'range' | 'compare' | 'watch' | 'availability' | 'price' | 'about' | 'recommend';

/** Also what is said for any thing of an order. */
const thingOr = (thing: string) => `(item|one|product|size|colou?r|quantity|${thing})`;

/** Not the whole order: a thing of it. */
const NAMES_ITEM = ofGoods(
  ({ thing }) =>
    new RegExp(
      `\\b(just|only|one of|something|one thing|an item|some of|part of)\\b|\\b(an?|the|my|these|those|this|that|one|two|three|\\d) (of (the|my) )?(\\w+ )?${thingOr(thing)}\\b`,
      'i',
    ),
);

export function namesThing(text: string): boolean {
  return NAMES_ITEM().test(text);
}

const WISHES = ofGoods(({ thing }): [Exclude<OrderWish, 'status'>, RegExp][] => [
  [
    'return state',
    /\b(dropped off|sent off|posted|handed in|mailed|sent back)\b.{0,60}\b(have|did|has) (you|it|they)\b.{0,12}\b(got|get|received?|arrived?|reached)\b|\b(status|state|track|where|progress|update|news|received?|arrived?|got|reached)\b.{0,25}\b(of |on |about )?(my|the|our) (return|exchange)(ed (item|parcel|order|thing)s?)?\b|\b(my|the|our) (return|exchange)\b.{0,25}\b(arrived?|received?|reached|status|there yet|processed|through)\b|\b(have|did|has) (you|anyone|they)\b.{0,12}\b(got|get|received?)\b.{0,20}\b(return(ed)?|sent back|what i returned)\b/i,
  ],
  [
    'faster',
    /\b(upgrade|change|switch|move|bump|put|pay (extra|more))\b.{0,40}\b(express|overnight|faster|quicker|priority|(next|same|two|2)[- ]day|expedited|speed(y|ier))\b|\b(ship|shipped|send|sent|deliver|delivered|delivery|arrive)\b.{0,30}\b(faster|quicker|sooner|express|overnight)\b|\b(get|have|come|make)( it| them| this| that)?( (my|the) (order|parcel|package|delivery))?( here| to me)?( any| a bit| much)? (faster|quicker|sooner|overnight)\b|\b(expedite|speed (it|this|that|them|things|my|the)\b.{0,20}\bup|speed up (it|this|that|my|the)|rush (it|this|that|my|the))\b/i,
  ],
  [
    'address',
    /\b((change|chng|chnge|chage|update|correct|fix|modify|edit|wrong|new|different|another)\b.{0,40}\b(add?res+|street|house number|zip|postal code)|(add?ress|street|house number) (is|was) wrong|(send|ship|deliver)\b.{0,40}\b(different|another|new|other) (address|place|location)|moved? (house|to a new)|(i|we)('ve| have)? moved\b.{0,40}\badd?ress|redirect|reroute)\b/i,
  ],
  ['address', SENDS_ELSEWHERE],
  [
    'where to',
    /\b(to )?(which|what) address (will|is|are|does|do|did|have)\b|\bwhere (will|does|is|are|do) .{2,30}\b(be )?(delivered|sent|shipped|going|go)( to)?\b.{0,40}\b(my|our|her|his|the (old|new)|house|home|address|work|office|or)\b/i,
  ],
  [
    'wrong',
    /\b(only|just) (one|1|two|2|half) (\w+ )?\w+ (was |were )?(in|inside) (the|my) (box|parcel|package)\b|\b(box|parcel|package|packag\w+|carton)\b.{0,12}\b(was|is|came|arrived)\b.{0,12}\b(crushed|dented|torn|soaked|wet|open(ed)?|damaged|squashed|ripped|half open)\b|\b(received|got|sent me|delivered)\b.{0,8}\b(some ?(one|body) else|somebody else|another (customer|person))'?s (order|parcel|package|item|things?|stuff|headphones)\b|\bmissing (the |a |an |my )?(\w+ )?(charger|cable|strap|case|manual|remote|lid|battery|plug|piece|part) (in|from) (the|my) (box|parcel|package|order)\b|\b(not|isn'?t|wasn'?t|aren'?t) (at all )?(as|like|what) (i |it |was |is |you )*(describ\w+|advertis\w+|pictured|shown|order\w*|expect\w*|(in|on) the (picture|photo|website|site))\b|\b(looks?|looking|is|are|was|colou?r)\b.{0,25}\bdifferent (from|than|to|in) (the |your |what )?(pictures?|photos?|images?|website|site|it|described|description|online)\b|\b(wrong|different|incorrect) (item|one|product|thing|colou?r|size|order)\b.{0,30}\b(in|arrived|sent|came|delivered|received|got|with)\b|\b(sent|got|received|delivered)\b.{0,30}\b(wrong|different|incorrect|damaged|broken|defective|faulty)\b|\b(came|arrived|delivered) with (a |an |some |two |deep )*(scratch\w*|crack\w*|dents?|stains?|holes?|defects?|tear)\b|\b(arrived|came|is|was|are|were) (broken|damaged|defective|faulty|smashed|cracked|in pieces|incomplete)\b|\b(item|part|piece|something) (is|was|are|were) missing\b|\b(box|parcel|package|envelope) (was|is|came|arrived) (completely |totally )?empty\b|\b(got|received|sent me|delivered|opened)\b.{0,12}\bempty (box|parcel|package|envelope)\b|\b(one|two|three|half|some|part|\d{1,2}) (of|out of) (the|my|them|those|it|\d{1,2}|two|three|four|five)\b.{0,40}\b(never (came|arrived)|(was|were|is|are) (missing|not (there|in it|in the \w+))|(has|have|did)( not|n'?t) (come|came|arrived?)(?! on\b))\b|\b(only|just) (got|received|came with|contained|sent me|had|found)\b.{0,12}\b(one|two|three|half|\d{1,2})\b(?! (more |quick |last |short |other )*(questions?|things?|e-?mails?|messages?|texts?|minutes?|hours?|days?|weeks?|words?)\b)|\bmissing (an? )?(item|part|piece)s?\b|\b(a|my|get|want|need) replacement\b|\breplace (it|this|them|my)\b/i,
  ],
  ['exchange', /\b(exchange|swap)\b/i],
  [
    'items',
    new RegExp(
      `\\b(do ?n'?t|no longer|not) (want|need) (the|that|those|these|my) (\\w+ )?${thingOr(thing)} ?(any ?more|any longer|after all)?\\W*$|\\b(ordered|bought) (one|two|three|\\d{1,2}) too many\\b|\\btoo late to (change|modify|alter|correct)\\b`,
      'i',
    ),
  ],
  [
    'return',
    /\b(return|send(ing)? ((just|only) )?((it|them|this|that|the|my) )?(\w+ ){0,2}back|send(ing)? back|bring back|give (it|them) back)\b/i,
  ],
  [
    'items',
    new RegExp(
      `\\b(remove|take out|drop|delete)\\b.{0,30}\\b${thingOr(thing)}\\b|\\b(change|make|switch|update)\\b.{0,40}\\b(size|colou?r|quantity|to (black|white|blue|red|green|\\d{1,2}|one|two|three|small|medium|large|the (black|white|blue|red|green|small|large)))\\b|\\bmake (it|them|that|the ${thingOr(thing)}|my ${thingOr(thing)}) (the |a )?(black|white|blue|red|green|small|large)\\b|\\b(black|white|blue|red|green|small|large)( ones?)? (instead|rather)\\b|\\b(want|need|like) (\\d{1,2}|two|three|four|five) (of them|instead|pieces)\\b|\\bchange (the|my|an?) (order'?s? )?items?\\b`,
      'i',
    ),
  ],
  [
    'cancel',
    /(?<!\b(?:was|were|been|already|had|don'?t|do not|not|never|didn'?t|no need to|without) )\b(cancel(?:ing|ling|lation)?|(?<=\b(?:be|get|it|them|this|that|order|want|like) )cancel(?:l)?ed|call off|revoke|withdraw (?:from )?(?:my|the|this)|undo (it|this|that|the|my)|(?:ordered|bought|order)\b.{0,25}\bby (?:accident|mistake)|do ?n'?t want (it|this|that|the order|them) any ?more|stop (the|my|this) order|chang(?:ed|ing) my mind(?! (?:on|about) the (?:colou?r|size|address)))\b/i,
  ],
  [
    'payment',
    /\b(change|update|switch|use|swap)\b.{0,30}\b(payment( method)?|way (i|to) pay|(credit |debit |other |another |different )+card)\b|\bpay (for )?(it|this|that|the order|my order|order \S+|ord\S+)? ?(with|by|using) (a |an |my )?(other|another|different|new)\b/i,
  ],
  ['other', /\b(add (an|another|a) |change (the|my) order)\b/i],
  [
    'history',
    /\b(how much (did|have) i (spen[dt]|paid?|pay) (in|this|last|since|so far|altogether|with you)|what (did|have|had) i (buy|bought|order(ed)?|purchased?|get)|purchase history|my (last|latest|most recent|previous) (order|purchase)|i (bought|ordered) (from you )?in (january|february|march|april|may|june|july|august|september|october|november|december))\b/i,
  ],
  [
    'list',
    /\b(any|anything|what|which)( of (my|the|them|those))?( parcels?| orders?| packages?| deliver(y|ies))?( is| are)?( still)? (arriving|coming|due|on (the|its|their) way)\b|\bthe ones (that are |which are )?(still |now )?(on the(ir)? way|coming)\b|\bwhich( ones?)?( of)?( my| the| these| those)? (orders|parcels|packages|deliveries|ones)\b.{0,12}\b(com(e|es|ing)|arriv\w*|due|on (their|its|the) way|(be|get) here|still open)\b|\bwhen (does|will|is|do) (the|my) next (one|parcel|package|order|delivery)\b|\b(my|all|list|show|see)( of)?( my| me| the)*( last| recent| latest| past| previous| old| other| open)? (orders|purchases)\b|\b(which|what) (\w+ )?(orders|purchases) (do|did|have) i\b|\b(show|list|see)\b.{0,12}\bdelivered orders\b|\border history\b|\bwhat (else )?(do|did|have) i (have|got|ordered)\b.{0,20}\b(open|ordered|coming)\b|\bdo i have (any |other |any other )?(open |other )?orders\b/i,
  ],
  [
    'contents',
    /\b(what('?s| is| was| are)( all)? (in|inside) (it|there|the|my|that|this|order|ord)|whats in|which (items|products|things)|contents?|(items|things|products) (in|of|are in) (it|my|the|this|that|order|ord)|what (exactly )?(is|was|are) in the one|order (details|summary)|what did i (order|buy) (in|with|under)|(how much|what) (was|did|is|does|were) (it|the total|the order|my order|that order)( \S+)? (cost|total|come to|altogether|in total|all in all)|total (of|for) (it|my|the|this|order)|how much (is|was) (my |the |for )*(order )?#?ord\S*\d|how much did i (pay|spend))\b/i,
  ],
]);

/** What is wanted about an order. */
export function readOrderWish(text: string): OrderWish {
  if (isPartMissing(text)) return 'wrong';
  return (
    WISHES().find(
      ([wish, sign]) =>
        sign.test(text) &&
        !(wish === 'cancel' && wantsNoCancelling(text)) &&
        !(GOES_BACK.has(wish) && wantsNoReturn(text)),
    )?.[0] ?? 'status'
  );
}

const GOES_BACK: ReadonlySet<OrderWish> = new Set(['return', 'exchange']);
/** Kinds of things that shops such as the demo one sell; anything else is found by how it is asked for. */
const SOLD = ofGoods(({ thing }) => new RegExp(`\\b(${thing}|products?|catalogu?e|colou?rs?|sizes?)\\b`, 'i'));
const NOT_SOLD =
  /\b(order|parcel|package|refund|return|account|password|invoice|receipt|phone number|number for|email|e-mail|hours|store|shop near|record|idea|time|problem|question|update|news|information|info|anyone|someone|somebody|person|human|agent|support|delivery|shipping|ship|slots?|works?|working|connect|charged|broken|warranty|manual|app)\b/i;

const SIGNS: [ProductWish, RegExp][] = [
  [
    'buy',
    /\b(how|where) (do|can|could|should) (i|we|one) (place an |make an )?(order|buy|purchase|get)( (it|them|one|this|that|something))?( then| now| here)?\W*$|\b(i'?d like|i would like|i want|want|wanna|would like|can i|could i|like) to (buy|purchase|order)\b|\bcan i (buy|order|purchase)\b|\bplace (the|an|my|this) order\b|\bi'?ll take (it|one|two|the|them)\b/i,
  ],
  [
    'range',
    /\b(show|see|browse|look (at|through)|send|give)\b.{0,20}\b(catalogu?e|range|products|assortment|collection|what you (have|sell|offer))\b|\b(what|which) (other )?(kinds?|sorts?|types?|categories|range)\b.{0,20}\b(products?|things|stuff|items|goods|do you (have|sell|offer|carry))\b|\bwhat (else )?(do|can) (you|u|ya)( guys| all)? (sell|offer)\b|\bwhat (products|things|items|stuff) (do|can) (you|u|ya)\b|\bwhat('s| is) in your (shop|store|range)\b|\byour (whole |full |entire )?(catalogu?e|assortment|product range)\b/i,
  ],
  ['compare', /\b(diff|difference|differ|compare[ds]?|comparison|versus|vs)\b/i],
  [
    'watch',
    /\b(tell|notify|let|remind|alert|message|inform|ping|text|e-?mail) me\b.{0,15}\b(when|once|if|as soon as)\b.{0,50}\b(back|in stock|available|restock\w*|again)\b/i,
  ],
  [
    'recommend',
    /\b(thinking (about|of)|looking (to|at|into)|want(ing)? to|planning to|interested in) (buying|getting)\b|\b(popular|best ?-?sell(er|ing)s?|trending|top sellers?|most (sold|bought))\b|\b(anything|what'?s|what is) new\b(?! (on|with|about) (my|the|it|this|that))|\b(something|anything|things?|stuff|what (do you have|is there|have you got))\b.{0,15}\b(under|below|less than|up to) [$€£]?\d|\b(recommend(ation)?s?|suggest(ion)?s?|gift idea|(looking|searching|shopping) for (a |an |some )?(gift|present|something|new|good)|(need|want|find) (a |an |some )?(nice |small |little |good )?(gift|present)s?\b|which\b.{1,30}\b(is|are) (the )?(best|better|good|right)|best\b.{1,25}\bfor|something for|gift for|present for|what (should|could|can) i (buy|get)|which (one )?(should|would) (i|you) (buy|get|take|pick))\b/i,
  ],
  [
    'availability',
    /\bwhen\b.{1,60}\b(be|is|are|come|get) back\b|\b(do|does|did) (you|u|ya|y'?all|they)( guys| folks)?( still| also| even| ever)? (have|sell|stock|carry|offer|got|make)\b|\bgot any\b|\b(in stock|out of stock|sold out|back in stock|available|availability)\b|\b(come|comes|coming|get it|get them|exist) in (black|white|blue|red|green|gr[ae]y|silver|pink|yellow|small|medium|large|other|another|different|any other)\b|\b(which|what|any other|other) (colou?rs?|sizes?|versions?|models?)\b/i,
  ],
  [
    'price',
    /\b(cheap\w*|less expensive|(under|below|less than|up to) [$€£]?\d{1,5}|how much|price|prices|cost|costs|what do(es)? .{1,30} (cost|go for))\b/i,
  ],
  [
    'about',
    /\b(tell me (more )?(about|on)|details (of|on|for|about)|describe|specs|specifications|features( of)?|information (on|about)|info (on|about)|what can you tell me about)\b/i,
  ],
];

/**
 * What is wanted of the catalogue; null when this is not about something one could buy. `goesOn`: a product was spoken of
 * just now, so "how much are they" is enough.
 */
export function readProductWish(text: string, goesOn = false): ProductWish | null {
  const isElsewhere = /\b(ship|shipping|deliver\w*|send|refund|order)\b/i.test(text);
  if (goesOn && !isElsewhere && (wantsCheaper(text) || readMostPrice(text) !== undefined)) return 'price';
  if (goesOn && !isElsewhere && QUALITY.test(text)) return 'about';
  if (goesOn && TELL_ME.test(text)) return 'watch';
  if (goesOn && takesIt(text)) return 'buy';
  if (goesOn && !isElsewhere && ELSE.test(text)) return 'range';
  const wish = SIGNS.find(([, sign]) => sign.test(text))?.[0];
  if (!wish) return ANYTHING_UNDER.test(text) && !NOT_SOLD.test(text) ? 'recommend' : null;
  if (wish === 'buy') return /\border[\s#-]*\d|\b(status|cancel|refund|return|address)\b/i.test(text) ? null : wish;
  if (wish === 'range') return /\b(order|parcel|package|invoice|refund)s?\b/i.test(text) ? null : wish;
  if (wish === 'watch') return goesOn || sellable(text) ? wish : null;
  if (goesOn && !isElsewhere) return wish;
  if (wish === 'recommend') return /\b(fix|solution|doctor|step|try)\b/i.test(text) ? null : wish;
  if (NOT_SOLD.test(text)) return null;
  if (wish === 'availability') return sellable(text) ? wish : null;
  // "How much is the lamp?", not "tell me about my lamp".
  return SOLD().test(text) && !/\bmy\b/i.test(text) ? wish : null;
}

/** "Do you have the blue lamp?", not "do you have a moment?". */
function sellable(text: string): boolean {
  return SOLD().test(text) || /\b(sell|stock|carry|in stock|sold out)\b/i.test(text) || ANYTHING_UNDER.test(text);
}

/** "Do you have anything under $50?" */
const ANYTHING_UNDER =
  /\b(any|some)thing\b.{0,20}\b((under|below|less than|up to|for) [$€£]?\d|cheap\w*|affordable|less expensive)/i;

/** "Tell me when", after something that is sold out. */
const TELL_ME =
  /^\W*((yes|ok(ay)?|please|then|so|well)\W+)*(can you |could you |please )?(tell|notify|let|alert|inform) me( know)?( when| then| when (they|it)('re|'s| are| is))?( please)?\W*$/i;

/** "Is it waterproof?", "battery life?" */
export const QUALITY =
  /\b(water ?(proof|resistant)|splash\w*|battery( life)?|weigh\w*|heavy|dimensions|how (big|large|heavy|loud|long|wide|tall)|material|made of|washable|usb([- ]?[abc])?|watts?|capacity|lit(re|er)s?|dishwasher|foldable|comfortable|compatible|noise[- ]cancell?ing|good quality)\b/i;

/** "I want it", after a product. */
const TAKES =
  /^\W*((yes|ok(ay)?|great|good|nice|perfect|please|then|so|well|cool)\W+)*(i (want|need)|i'?d like|i would like|give me|get me|i'?ll (take|have|buy|get)|i am taking|can i (have|get|buy)) (it|one|that|this|them|these|those|two|three|the \w+( one)?)( (one|please|then|now))*\W*$/i;

export function takesIt(text: string): boolean {
  return TAKES.test(text);
}

/** "What else do you have?", after a product. */
const ELSE =
  /\b(any|some)thing else\W*$|\b(any|some)thing else\b.{0,20}\b(have|sell|got|offer|there)\b|\b(have|sell|got|offer)\b.{0,20}\b(any|some)thing else\b|\bwhat else (do you|is there|have you|you got)\b/i;

/** Wants the same kind of thing for less. */
const CHEAPER =
  /\b(cheap(er|est)|less expensive|least expensive|(more|most) affordable|lower[- ]priced?|too (expensive|price?y|dear|costly)|(expensive|price?y) for me|(is|was|are|were)( all| quite| rather| very| a bit)* (expensive|price?y)|out of my budget|(ca|do)n'?t afford|budget (one|option|version))\b/i;

export function wantsCheaper(text: string): boolean {
  return CHEAPER.test(text);
}

/** What somebody likes, and what there is for it if it is sold; a kind that is named goes before it. */
const INTERESTS: [RegExp, string][] = [
  [/\b(photo\w*|pictures?|filming|videos?)\b/i, 'camera'],
  [/\b(music|songs?|podcasts?|audio)\b/i, 'headphones'],
  [/\b(running|jogging|sports?|fitness|gym|steps|sleep)\b/i, 'watch'],
  [/\b(travel\w*|hik\w+|school|commut\w+|trips?)\b/i, 'backpack'],
  [/\b(tea|coffee|kitchen|cook\w*)\b/i, 'kettle'],
  [/\b(typing|office|gam(er|ing|es)|computers?|writing)\b/i, 'keyboard'],
  [/\b(read\w*|books?|bedroom|desk)\b/i, 'lamp'],
  [/\b(cold|cosy|cozy|sofa|warm)\b/i, 'blanket'],
  [/\b(party|parties|garden)\b/i, 'speaker'],
];
/** The kind of product that is wanted, or fits what they like; null where nothing says. */
export function readKind(text: string): string | null {
  return namedKind(text) ?? INTERESTS.find(([sign, kind]) => sign.test(text) && namedKind(kind) !== null)?.[1] ?? null;
}

/** "Under 150": what it may cost at most; "around 250" is a little more than that. */
export function readMostPrice(text: string): number | undefined {
  const most =
    /\b(?:under|below|less than|up to|at most|max(?:imum)?(?: of)?|no more than|cheaper than)\s*[$€£]?\s*(\d{1,6})/i.exec(
      text,
    );
  if (most) return Number(most[1]);
  const about = /\b(?:around|about|roughly|budget (?:of|is)|approximately)\s*[$€£]?\s*(\d{1,6})/i.exec(text);
  return about ? Number(about[1]) * 1.1 : undefined;
}

/** As they are written. */
export const NUMBERS: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** "Two", "2". */
export const numberOf = (said: string): number => NUMBERS[said.toLowerCase()] ?? Number(said);

/** How many of an item there shall be; 0 takes it out; undefined where nothing is said of it, or how many fewer. */
export function readQuantity(text: string): number | undefined {
  const removes = /\b(remove|take out|drop|delete)\b( just| only)?( the)?( (\d|one|two|three)\b)?/i.exec(text);
  if (removes) return removes[4] ? undefined : 0;
  const said =
    /\b(\d{1,2}|two|three|four|five|six) of (?:them|those|these|it)\b/i.exec(text)?.[1] ??
    /\b(?:quantity|make (?:it|that|them)|want|need|like|to)\b[^.?!]{0,15}?\b(\d{1,2}|one|two|three|four|five|six)\b(?! (?:black|white|blue|red|green))/i.exec(
      text.replace(/\bord\S*\s*#?\d+/gi, ' '),
    )?.[1];
  return said ? numberOf(said) : undefined;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The days that are meant, both included, as YYYY-MM-DD; null for any time. `today`: YYYY-MM-DD. */
export function readPeriod(text: string, today: string): { from: string; to: string } | null {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const named =
    /\b(?:in|of|since|during|last) (january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+(\d{4}))?\b/i.exec(
      text,
    );
  if (named) {
    const at = MONTHS.indexOf(named[1]!.toLowerCase()) + 1;
    // A month that is still to come was last year's.
    const of = named[2] ? Number(named[2]) : at > month ? year - 1 : year;
    return monthOf(of, at);
  }
  if (/\blast month\b/i.test(text)) return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1);
  if (/\bthis month\b/i.test(text)) return monthOf(year, month);
  if (/\blast year\b/i.test(text)) return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  if (/\bthis year\b/i.test(text)) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (/\b(last|past) week\b/i.test(text)) return { from: dayBefore(today, 7), to: today };
  return null;
}

function monthOf(year: number, month: number): { from: string; to: string } {
  const of = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${of}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** "Can I un-cancel it?", "please reactivate the cancelled order" */
export const REVIVES =
  /\b(?:un-?cancel\w*|(?:re-?activate|reinstate|revive|restore|re-?open|bring back|take back|undo)\b[^.?!]{0,30}\bcancel\w*|(?:put|get|bring)\b[^.?!]{0,30}\bcancel\w*[^.?!]{0,20}\b(?:back|again|going|after all)|cancel\w*\b[^?]{0,40}\b(?:be )?(?:re-?activate|reinstate|revive|restore|re-?open|un-?do|brought back|bring it back|put it back)d?)\b/i;
