// An agent that an admin has switched off: whoever needs it gets a person, everybody else notices nothing.
import { converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

describe('an agent that is switched off', () => {
  const off = () => world({ settings: { agentsOff: ['shipping', 'order'] } });

  it('is replaced by a person', () =>
    converse(
      off(),
      `
    customer: Where is my order ORD-12345?
    bot:      …
    then:     the case is open
    then:     no agent answered
  `,
    ));

  it('is not missed by those who ask for something else', () =>
    converse(
      off(),
      `
    customer: hello
    bot:      …
    then:     there is no case
  `,
    ));
});
