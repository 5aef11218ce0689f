// What stands on the card that shows a case to its customer, in English.
import { formatFor } from '../format.ts';
import type { StatusWords } from './words.ts';

const { clock } = formatFor('en-US', { today: 'today', tomorrow: 'tomorrow' });

export const statusEn: StatusWords = {
  title: ({ caseId }) => `Your case ${caseId}`,
  waiting: () => 'Waiting for a person',
  place: ({ ahead }) => (ahead === 0 ? 'Next in line' : `${ahead} before you`),
  expectedBy: ({ at, timeZone }) => `Expected by ${clock(at, timeZone)}`,
  takesLonger: () => 'It takes longer than we said; it is not forgotten.',
  withPerson: ({ name }) => `${name} is here with you`,
  closed: ({ name }) => (name ? `Closed by ${name}` : 'Closed'),
  backToBot: () => 'With the assistant again',
  goesOnAs: ({ caseId }) => `Goes on as case ${caseId}`,
  asOf: ({ at, timeZone }) => `As of ${clock(at, timeZone)}`,
};
