// What comes before everything else the customer may be in the middle of: "help", and "a person please" in any words.
import type { Step } from '../../core/compose.ts';
import { escalate } from '../escalate.ts';
import { reply, type TurnContext } from '../turn-context.ts';
import { routesByIntent } from './route.ts';

/** The classifier reads English; these are asked for in other languages, too. */
const PERSON_ELSEWHERE =
  /\b(hablar con (una|alguna) persona|una persona|un humano|un agente|un asesor|parler [aà] (une|un) (personne|humain|conseiller|agent)|une vraie personne|un conseiller|einen? (echten )?menschen?|mit (einem|einer) (mitarbeiter(in)?|person|menschen)|einen mitarbeiter|ein mitarbeiter)\b/i;

const HELP = /^\s*(help|info|\?)\s*[!.?]*\s*$/i;
/** How sure it must be that somebody wants a person: bothering a colleague is cheap, a customer without one is not. */
const PERSON_FROM = 0.5;

export const interrupt: Step<TurnContext> = async (context, next) => {
  if (HELP.test(context.text)) {
    context.route = 'interrupt:help';
    reply(context, context.words.help(), [context.words.personChoice()]);
    return;
  }
  const { intents } = context.classification;
  const isElsewhere = context.classification.language !== 'en' && PERSON_ELSEWHERE.test(context.text);
  const wantsPerson =
    isElsewhere ||
    intents.some(
      (one, at) =>
        one.intent === 'HUMAN_REQUEST' && one.confidence >= PERSON_FROM && (at === 0 || context.entries.length > 1),
    );
  if (wantsPerson) {
    context.state.question = null;
    context.state.proposal = null;
    context.state.nextProposals = [];
    context.routes = [{ agent: 'escalation', intent: 'HUMAN_REQUEST', reason: 'interrupt:person' }];
    escalate(context, { reason: 'customer asked', reasons: [], summary: 'The customer asks for a person.' });
    // What else was typed in the same breath is answered, too.
    if (context.entries.length > 1)
      context.routes.unshift(...routesByIntent(context).filter((one) => one.agent === 'order'));
  }
  await next();
};
