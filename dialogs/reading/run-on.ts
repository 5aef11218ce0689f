// "I only need one now can i send one back": nothing stands between what is told and what is asked. Pure.

const ASKS =
  /\s(?:(?:can|could|may|do|does|did|will|would) (?:i|you|u|we|it|they)|is (?:it|there)|are (?:they|there))\s/gi;
/** What stands before it asks already, or makes no question of it: "what can i", "if it can", "everything is it". */
const ASKED_BEFORE =
  /\b(?:how|what\w*|when|where|why|which|who|whose|if|whether|than|as|that|because|cause|cos|since|until|till|nor|neither|know|think)\b/i;
const JOINS =
  /\b(?:and|or|but|so|also|then|please|pls|plz|hi|hello|hey|ok|okay|well|now|just|btw|too|i|you|we|it|they|not|will|would|can|could|should|did|do|to)$/i;
const FEWEST_BEFORE = 3;
const FEWEST_BEHIND = 4;

/** "… to 4 Mill Road, Denver 80202 and tell me how fast": joined by no more than an "and". */
const ALSO_ASKS =
  /\s(?=and (?:(?:please )?(?:tell me|let me know)|(?:is|are|was|were|did|would|has|have) (?:it|they|there|the|my|that|this|your|you|i|we))\b)/i;

const countOf = (text: string) => text.trim().split(/\s+/).length;

/** Where in a clause without any mark a question begins behind what is told; null: nowhere. */
export function questionBehind(clause: string): number | null {
  for (const { index } of clause.matchAll(ASKS)) {
    const before = clause.slice(0, index);
    const behind = clause.slice(index + 1);
    if (countOf(before) < FEWEST_BEFORE || countOf(behind) < FEWEST_BEHIND) continue;
    if (ASKED_BEFORE.test(before) || /[,;:(]\s*$/.test(before)) return null;
    // "… need one now can i": a word of time may belong to either.
    if (JOINS.test(before) && !/\bnow$/i.test(before)) continue;
    return index + 1;
  }
  return null;
}

/** Where a second question is joined to what stands before it; null: nowhere. */
export function questionJoined(clause: string): number | null {
  const at = clause.search(ALSO_ASKS);
  const isLong = at > 0 && countOf(clause.slice(0, at)) >= FEWEST_BEFORE && countOf(clause.slice(at)) > FEWEST_BEHIND;
  return isLong ? at + 1 : null;
}
