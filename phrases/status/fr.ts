// What stands on the card that shows a case to its customer, in French.
import { formatFor } from '../format.ts';
import type { StatusWords } from './words.ts';

const { clock } = formatFor('fr-FR', { today: 'aujourd’hui', tomorrow: 'demain' });

export const statusFr: StatusWords = {
  title: ({ caseId }) => `Votre dossier ${caseId}`,
  waiting: () => 'En attente d’une personne',
  place: ({ ahead }) => (ahead === 0 ? 'Vous êtes le prochain' : `${ahead} avant vous`),
  expectedBy: ({ at, timeZone }) => `Prévu au plus tard : ${clock(at, timeZone)}`,
  takesLonger: () => 'Cela prend plus de temps que prévu ; ce n’est pas oublié.',
  withPerson: ({ name }) => `${name} est avec vous`,
  closed: ({ name }) => (name ? `Clos par ${name}` : 'Clos'),
  backToBot: () => 'De nouveau avec l’assistant',
  goesOnAs: ({ caseId }) => `Se poursuit comme dossier ${caseId}`,
  asOf: ({ at, timeZone }) => `État : ${clock(at, timeZone)}`,
};
