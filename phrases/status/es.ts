// What stands on the card that shows a case to its customer, in Spanish.
import { formatFor } from '../format.ts';
import type { StatusWords } from './words.ts';

const { clock } = formatFor('es-ES', { today: 'hoy', tomorrow: 'mañana' });

export const statusEs: StatusWords = {
  title: ({ caseId }) => `Su caso ${caseId}`,
  waiting: () => 'Esperando a una persona',
  place: ({ ahead }) => (ahead === 0 ? 'Es el siguiente' : `${ahead} antes que usted`),
  expectedBy: ({ at, timeZone }) => `Se espera antes de: ${clock(at, timeZone)}`,
  takesLonger: () => 'Tarda más de lo que dijimos; no se ha olvidado.',
  withPerson: ({ name }) => `${name} está aquí con usted`,
  closed: ({ name }) => (name ? `Cerrado por ${name}` : 'Cerrado'),
  backToBot: () => 'De nuevo con el asistente',
  goesOnAs: ({ caseId }) => `Continúa como caso ${caseId}`,
  asOf: ({ at, timeZone }) => `Estado: ${clock(at, timeZone)}`,
};
