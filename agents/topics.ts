// A general question ("do you wrap gifts?"), recognised however it is asked; articles name the topics that they answer.
import { isTopic, type Topic } from '../models/shop/topics.ts';
import { TO_THE_MACHINE } from './classifier/index.ts';
import { readRecogniser } from './classifier/recogniser.ts';

const recognise = readRecogniser('topics');

/** From here on a message is taken for the topic; `npm run eval:topics` says how often rightly. */
const SURE_FROM = 0;

/** From here on it is believed where our rules know something else. */
const VERY_SURE_FROM = 1;

/** A word or a number is no question. */
const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 5;

/** null: it is about something else, or not surely one of them. */
export function topicOf(text: string, least = SURE_FROM): Topic | null {
  const isLong =
    text.trim().split(/\s+/).length >= FEWEST_WORDS && (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
  if (!isLong || TO_THE_MACHINE.test(text)) return null;
  const { name, margin } = recognise(text);
  return margin >= least && isTopic(name) ? name : null;
}

export function surelyTopicOf(text: string): Topic | null {
  return topicOf(text, VERY_SURE_FROM);
}
