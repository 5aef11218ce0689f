// What a customer does not want: "my order must not be cancelled", "I do not wish to return it". A wish for it is none. Pure.
import { plainQuotes } from '../../core/fold.ts';

const NO_RETURN =
  /(\b(not|no|dont|never)\b|n't\b)( really| even)?( (want|wish|need|like|going|intend|ask(ed)?|said))?( to)? (return|exchange|send (it|them|anything) back|a return|an exchange|(for|about) (a return|returning|sending))\b(?!.{0,30}\b(but|only|just)\b)/i;

/** "I do not wish to return it!" */
export function wantsNoReturn(text: string): boolean {
  return NO_RETURN.test(plainQuotes(text));
}

const NO_CANCELLING =
  /(\b(not|no|dont|never|without|nobody|mustnt|wont|isnt)\b|n't\b)(?!\s*[.,!;]).{0,14}\bcancel|\b(get|gets|getting|be|been|being|is|was|were|are)( (going to|gonna|be))* cancell?ed\b.*\?|\bcancel (the|that|my|this) (case|ticket|request)\b/i;

/** "My order doesn't get cancelled meanwhile, does it?" */
export function wantsNoCancelling(text: string): boolean {
  return NO_CANCELLING.test(plainQuotes(text));
}
