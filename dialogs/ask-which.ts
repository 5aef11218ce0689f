// What is said where the bot is not sure what a message is about: a question between two subjects, once; then the offer of a
// person. What waits for a yes is shown again instead.
import { SMALL_TALK } from '../models/turn.ts';
import { reply, type TurnContext } from './turn-context.ts';

/** Below this the likeliest subject is no better than a guess: no question is worth asking. */
const NO_IDEA_BELOW = 0.35;

/** "Is it about X or Y?", once; after that, the offer of a person. */
export function askWhich(context: TurnContext): void {
  const { classification, state, words } = context;
  const asked =
    state.lastReply !== '' && state.said.at(-1)?.text.startsWith(words.isItAbout({ one: '', other: '' }).slice(0, 20));
  const topics = [...new Set(context.services.classify(context.text).intents.map((one) => one.intent))].filter(
    (intent) => !SMALL_TALK.has(intent),
  );
  // A person was offered just now: a question about something else would be beside the point.
  const wasOffered = context.offered.some((one) => one.value === words.personChoice().value);
  const [one, other] = [topics[0] ?? classification.intents[0]!.intent, topics[1] ?? 'HUMAN_REQUEST'] as const;
  context.outcome = 'asked';
  // A yes must only ever mean one thing: what waits for one is shown again, and nothing else is asked.
  if (state.proposal) {
    context.route = 'unsure:proposal';
    reply(context, words.stillOpen({ summary: state.proposal.summary }), [words.yesChoice(), words.noChoice()]);
    return;
  }
  const hasNoIdea = classification.confidence < NO_IDEA_BELOW;
  if (asked || wasOffered || one === other || SMALL_TALK.has(one) || hasNoIdea) {
    context.route = 'unsure:offer';
    reply(context, wasOffered ? words.offerPerson() : words.stillUnsure(), [words.personChoice()]);
    return;
  }
  context.route = 'unsure:ask';
  state.question = { kind: 'topics', text: context.text.slice(0, 500), topics: [one, other] };
  const choices = [one, other].map((topic) => ({ title: words.topic(topic), value: words.topic(topic) }));
  reply(context, words.isItAbout({ one: words.topic(one), other: words.topic(other) }), choices);
}
