// What is sold, what it costs and what costs less, asked in Spanish, French and German: said again in the English that the
// catalogue's rules read, with the kind, the colour and the limit that were named. Pure; patterns read folded text.

import { readColours } from '../../agents/order/which-order.ts';
import { soldKind, tellsOfProblem } from '../../agents/technical/read-wish.ts';
import { fold } from '../../core/fold.ts';
import type { Tongue } from '../../phrases/tongue.ts';

/** Asks what is sold, or what it costs; what it is about stands beside it. */
const SELLS: Record<Tongue, RegExp> = {
  es: /\b(tienen|teneis|tienes|venden|vendeis|hay|(a )?cuanto (cuestan?|vale|valen|salen?|esta|estan)|precios? (de|del|tienen?)|(busco|quiero|quisiera|necesito|me gustaria)( comprar)? (un|una|unos|unas)|comprar)\b/,
  fr: /\b(avez-vous|vous (en )?avez|vendez-vous|vous vendez|il y a (des|un|une)|y a-t-il|combien (coute\w*|valent|vaut|pour)|prix (de|du|des|d')|(je (cherche|voudrais|veux|souhaite)|j'aimerais)( acheter)? (un|une|des)|acheter)\b/,
  de: /\b(haben sie|habt ihr|hast du|verkaufen sie|verkauft ihr|gibt es|fuhren sie|(was|wie ?viel) kost\w+|wie teuer|preis (von|fur|der|des)|ich (suche|brauche|mochte|hatte gern\w*|will|wurde gern\w*|nehme) (eine?[nrsm]?|neue\w*)|kaufen)\b/,
};
const OWN = /\b(mi|mis|mon|ma|mes|mein\w*)\b/;
const CHEAPER =
  /\b(mas (barat|economic)[oa]s?|(el|la|lo) mas barat[oa]|barat[oa]s?|moins cher\w*|pas (trop |tres )?cher\w*|gunstig\w*|billig\w*|preiswert\w*)\b/g;
/** "Unter 40 Dollar". */
const AT_MOST =
  /\b(?:menos de|por debajo de|hasta|maximo|como mucho|moins de|jusqu'a|au plus|maximum|unter|bis(?: zu)?|hochstens|maximal|weniger als)\s*[$€]?\s*(\d{1,5})\b/;

/** "Haben Sie blaue Lautsprecher unter 80 Euro?" in English; null where nothing of ours is asked for. */
export function readSold(sentence: string, tongue: Tongue): string | null {
  const said = fold(sentence);
  const kind = soldKind(sentence);
  const rest = said.replace(CHEAPER, ' ');
  const isCheaper = rest !== said;
  if (OWN.test(said) || tellsOfProblem(rest) || !(isCheaper || (kind && SELLS[tongue].test(said)))) return null;
  const most = AT_MOST.exec(said)?.[1];
  if (!kind) return 'something cheaper';
  const colours = readColours(said).join(' ');
  const which = `${colours === '' ? '' : `${colours} `}${kind}`;
  return `${isCheaper ? `do you have a cheap ${which}` : `do you have any ${which}`}${most ? ` under ${most}` : ''}`;
}
