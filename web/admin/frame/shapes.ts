// What the API answers with, where more than one page shows it: the schemas that its answers are held to, as they arrive here.
import type { z } from 'zod';
import type { alertAnswer, caseAnswer, caseNumbersAnswer, turnNumbersAnswer } from '../../admin-api/answers.ts';

/** A date is a text on its way. */
type Arrived<T> = T extends Date
  ? string
  : T extends (infer One)[]
    ? Arrived<One>[]
    : T extends object
      ? { [Name in keyof T]: Arrived<T[Name]> }
      : T;
type Answer<Schema extends z.ZodType> = Arrived<z.output<Schema>>;

export type TurnNumbers = Answer<typeof turnNumbersAnswer>;
export type CaseNumbers = Answer<typeof caseNumbersAnswer>;
export type CaseLine = Answer<typeof caseAnswer>;
export type AlertLine = Answer<typeof alertAnswer>;
