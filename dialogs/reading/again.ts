// "Look again", "are you sure? check it once more", in the four languages that we speak: what was asked before is looked up
// anew. Pure.
import { fold } from '../../core/fold.ts';
import { type Intent, SURE_FROM } from '../../models/turn.ts';
import type { ConversationState } from '../conversation-state.ts';
import { readTongue } from './tongues.ts';

const AGAIN =
  /\b(?:look|check|verify|search)\b(?: (?:it|that|this|them|there|please|up|into|over|the|my|charges?|records?|account|system))*,? (?:again|once more|one more time|a second time|twice|harder|better|closer|properly|more carefully)\b|\b(?:double|re)[- ]?check\b|\b(?:mire|mira|revise|revisa|compruebe|comprueba|busque|busca|verifique)\w*\b.{0,15}\b(?:otra vez|de nuevo|nuevamente|mejor)\b|\bvuelv[ae] a (?:mirar|comprobar|revisar|buscar|verificar)\w*\b|\b(?:regarde|verifie|cherche|controle)[zrs]?\b.{0,15}\b(?:encore|a nouveau|mieux)\b(?: une fois)?|\breverifie[zrs]?\b|\b(?:schau\w*|pruf\w*|seh(?:en|t)?|sieh|guck\w*|such\w*|kontrollier\w*)\b.{0,25}\b(?:noch ?(?:ein)?mal|nochmals|erneut|genauer|besser)\b(?: (?:nach|an|hin|prufen|nachsehen|schauen|nachschauen))?/;
/** Later is another matter. */
const LATER = /\b(?:tomorrow|later|when|if|manana|luego|demain|plus tard|morgen|spater)\b/;

/** Words around it that ask for nothing else. */
const AROUND = new Set(
  (
    'are you sure really please pls that this it is can not can’t cannot be right true correct no nope but and can could would will you i think so hm hmm well ok okay ' +
    'then just wrong it’s that’s sorry absolutely quite about there must yes oh come on wait now for me ' +
    'esta seguro segura por favor no puede ser es eso pero y si podria puede ' +
    'vous etes sur sure certain s il plait te ce n est pas possible mais et non pouvez pourriez ' +
    'sind sie sicher bitte das kann nicht sein stimmt doch aber und nein konnen konnten ja ist falsch'
  ).split(' '),
);

/** 'only': nothing else is said; 'too': beside what it is about; null: not at all. */
export function wantsAgain(text: string): 'only' | 'too' | null {
  const said = fold(text);
  if (!AGAIN.test(said) || LATER.test(said)) return null;
  const rest = said
    .replace(AGAIN, ' ')
    .replace(/can't|cant/g, 'cannot')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !AROUND.has(word));
  return rest.length === 0 ? 'only' : 'too';
}

/** What was looked up, and can be looked up again. */
const LOOKED_UP: ReadonlySet<Intent> = new Set(['ORDER_INQUIRY', 'SHIPPING', 'BILLING']);

/** The last thing they asked that could be looked up, in their own words; null where there is none. */
export function lastLookedUp(
  { said, language }: ConversationState,
  classify: (text: string) => { intents: { intent: Intent }[]; confidence: number },
): string | null {
  const wishes = said
    .filter(({ role, text }) => role === 'customer' && wantsAgain(text) !== 'only')
    .map((one) => one.text);
  const isOne = (text: string) => {
    const meant = readTongue(text, language)[0];
    if (meant) return LOOKED_UP.has(meant.intent);
    const { intents, confidence } = classify(text);
    return confidence >= SURE_FROM && LOOKED_UP.has(intents[0]!.intent);
  };
  return wishes.findLast(isOne) ?? null;
}
