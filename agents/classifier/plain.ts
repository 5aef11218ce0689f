// A message without what says nothing of its purpose: which thing, which colour and which order are named. Pure; training and
// answering share it.
import { fold } from '../../core/fold.ts';
import { maskKinds } from '../../tools/support/read-device.ts';

const MAKES = /\b(?:wireless|compact|classic|studio|travel|everyday)\b(?=[\s,]+(?:one|zthing|\w+ zthing))/g;
const COLOURS =
  /\b(?:black|white|blue|red|green|negr[oa]s?|blanc[oa]s?|azul(?:es)?|roj[oa]s?|verdes?|noire?s?|blanc(?:he)?s?|bleue?s?|rouges?|verte?s?|schwarze?[nrsm]?|weisse?[nrsm]?|blaue?[nrsm]?|rote[nrsm]?|rot|grune?[nrsm]?)\b/g;
const ORDERS = /\b(?:ord(?:er)?[\s#-]*)?#?\d{5}\b/g;

export function plainOf(text: string): string {
  return maskKinds(fold(text), 'zthing').replace(MAKES, ' ').replace(COLOURS, 'zcolour').replace(ORDERS, 'ord-1');
}
