// Takes a message apart where a second wish may begin: sentences, and joining words such as "and also". Whether the parts
// are really about different things is decided by what each is classified as.

const SENTENCE = /(?<=[.!?…;])\s+|\n+/;
const JOINED =
  /\s*[,;–-]?\s+(?:and also|and then|and please|and can you|and could you|and how|and what|and when|and where|and why|and i|and my|and the|and|also|plus|besides|by the way|btw|another thing|one more thing|additionally|on top of that|oh and|as well as|but also|but|then)[\s,:]+/gi;
const LEAST_WORDS = 2;

/** The parts, in order; one part when there is nothing to take apart. */
export function splitClauses(text: string): string[] {
  const sentences = text
    .split(SENTENCE)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return sentences.flatMap((sentence) => {
    const parts = sentence
      .split(JOINED)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    // A part of one word says nothing by itself: it stays with its neighbour.
    return parts.every((part) => countWords(part) >= LEAST_WORDS) ? parts : [sentence];
  });
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
