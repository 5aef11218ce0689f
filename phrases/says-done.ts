// How our own answers begin where something was done, in the languages that we write.
const DONE = /^(Done|Hecho|C’est fait|Erledigt)\b/m;

/** Whether one of the lines of an answer of ours says that something was done. */
export function saysDone(text: string): boolean {
  return DONE.test(text);
}
