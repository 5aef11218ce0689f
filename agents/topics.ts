// A general question ("do you wrap gifts?"), recognised however it is asked; articles name the topics that they answer.
import { isTopic, type Topic } from '../models/shop/topics.ts';
import { TO_THE_MACHINE } from './classifier/index.ts';
import { readRecogniser } from './classifier/recogniser.ts';

const recognise = readRecogniser('topics');

/** From here on a message is taken for the topic; `npm run eval:topics` says how often rightly. */
const SURE_FROM = 0.3;

/** From here on it is believed where our rules know something else. */
const VERY_SURE_FROM = 1;

/** A word or a number is no question. */
const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 5;

/** null: it is about something else, or not surely one of them. */
export function topicOf(text: string, least = SURE_FROM): Topic | null {
  const read = readTopic(text);
  return read && read.margin >= least ? read.topic : null;
}

/** The topic that it most likely is, and how surely: from 0 on it is one. */
export function readTopic(text: string): { topic: Topic; margin: number } | null {
  const isLong =
    text.trim().split(/\s+/).length >= FEWEST_WORDS && (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
  if (!isLong || TO_THE_MACHINE.test(text)) return null;
  const { name, margin } = recognise(text);
  return isTopic(name) ? { topic: name, margin } : null;
}

export function surelyTopicOf(text: string): Topic | null {
  return topicOf(text, VERY_SURE_FROM);
}
