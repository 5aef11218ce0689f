// Drives conversations: each says its next sentence when the last one was answered, after a pause for thought if asked.
import type { Speaker } from './speaker.ts';

export interface DriveOptions {
  /** Sentences in all; or how long to go on. */
  turns?: number;
  forMs?: number;
  /** Pause between an answer and the next sentence, in ms; varied by `random` between half and one and a half of it. */
  thinkMs?: number;
  random?: () => number;
}

export interface Driven {
  turns: number;
  seconds: number;
  /** From saying to seeing the reply, in ms, per turn. */
  waitsMs: number[];
}

/** Lets all speakers talk at once. */
export async function drive(speakers: Speaker[], next: () => string, options: DriveOptions): Promise<Driven> {
  const started = performance.now();
  const waitsMs: number[] = [];
  let begun = 0;
  const more = () =>
    options.turns === undefined ? performance.now() - started < (options.forMs ?? 0) : begun < options.turns;
  const random = options.random ?? (() => 0.5);
  const pause = (share: number) => new Promise((resolve) => setTimeout(resolve, (options.thinkMs ?? 0) * share));
  const talk = async (speaker: Speaker) => {
    if (options.thinkMs) await pause(random()); // nobody begins in step
    while (more()) {
      begun += 1;
      const at = performance.now();
      await speaker.say(next());
      waitsMs.push(performance.now() - at);
      if (options.thinkMs) await pause(0.5 + random());
    }
  };
  await Promise.all(speakers.map(talk));
  return { turns: waitsMs.length, seconds: (performance.now() - started) / 1000, waitsMs };
}
