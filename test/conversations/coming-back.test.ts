// Coming back after the session has ended: a greeting is answered with where we were, and a new wish with its answer.
import { converse, onEveryChannel } from '../support/converse.ts';
import { world } from '../support/world.ts';

describe('coming back after a while', () => {
  onEveryChannel(
    'offers to go on with the order that was spoken of',
    `
    customer: where is ORD-12345
    bot:      Your order ORD-12345 is in transit…
    after:    2 hours
    customer: hello again
    bot:      Welcome back. Last time we spoke of order ORD-12345. Shall we go on with that?
    then:     the route is session:resumed
    customer: yes
    bot:      Your order ORD-12345 is in transit…
  `,
  );

  it('offers to go on with what was asked', () =>
    converse(
      world(),
      `
      customer: my headphones won't connect
      bot:      …
      after:    2 hours
      customer: hi
      bot:      Welcome back. Last time I asked: “Did that help?” Shall we go on with that?
      customer: yes please
      bot:      Did that help?
      customer: no
      bot:      …
      then:     the route is resume:did that help
    `,
    ));

  it('lets it be after a no', () =>
    converse(
      world(),
      `
      customer: where is ORD-12345
      bot:      …
      after:    2 hours
      customer: good morning
      bot:      Welcome back…
      customer: no thanks
      bot:      Hello! What can I do for you?…
    `,
    ));

  it('answers a new wish at once, and offers nothing to who never was here or has just been', () =>
    converse(
      world(),
      `
      customer: hello
      bot:      Hello! What can I do for you?…
      customer: where is ORD-12345
      bot:      …
      after:    2 minutes
      customer: hello
      bot:      Yes, I'm here. What can I do for you?…
      after:    2 hours
      customer: how much to ship 3kg to LA?
      bot:      Shipping 3 kg to LA…
      customer: hello
      bot:      Yes, I'm here. What can I do for you?…
    `,
    ));

  it('takes something else than yes or no as what it is', () =>
    converse(
      world(),
      `
      customer: where is ORD-12345
      bot:      …
      after:    2 hours
      customer: hi there
      bot:      Welcome back…
      customer: how much to ship 3kg to LA?
      bot:      Shipping 3 kg to LA…
    `,
    ));
});
