// What stands on the card that shows a case to its customer, in German.
import { formatFor } from '../format.ts';
import type { StatusWords } from './words.ts';

const { clock } = formatFor('de-DE', { today: 'heute', tomorrow: 'morgen' });

export const statusDe: StatusWords = {
  title: ({ caseId }) => `Ihr Fall ${caseId}`,
  waiting: () => 'Wartet auf einen Menschen',
  place: ({ ahead }) => (ahead === 0 ? 'Sie sind als Nächstes dran' : `${ahead} vor Ihnen`),
  expectedBy: ({ at, timeZone }) => `Erwartet bis ${clock(at, timeZone)}`,
  takesLonger: () => 'Es dauert länger als gesagt; vergessen ist es nicht.',
  withPerson: ({ name }) => `${name} ist für Sie da`,
  closed: ({ name }) => (name ? `Geschlossen von ${name}` : 'Geschlossen'),
  backToBot: () => 'Wieder beim Assistenten',
  goesOnAs: ({ caseId }) => `Geht weiter als Fall ${caseId}`,
  asOf: ({ at, timeZone }) => `Stand: ${clock(at, timeZone)}`,
};
