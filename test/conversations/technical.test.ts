// Technical help as a customer sees it: one step at a time, nothing twice, and a person when nothing is left.
import { converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

describe('technical help', () => {
  it('gives a first step for headphones that will not connect, with articles and without a case', () =>
    converse(
      world(),
      `
    customer: My headphones won't connect
    bot:      Let's see what is wrong with your headphones. Please try this first: **Restart the device.**…about 5 minutes.…KB-002 Headphones: Connecting to a Phone or Computer · KB-015 Troubleshooting Common Issues…Did that help?…
    then:     the agent is technical
    then:     the tools are analyze_issue, run_diagnostics
    then:     there is no case
    then:     no follow-up is required
  `,
    ));

  it('gives restart and factory reset in one reply to somebody who has tried everything, and goes on from there', () =>
    converse(
      world(),
      `
    customer: My wireless headphones are not connecting to my phone. I've tried everything but they're still not working. This is really frustrating!
    bot:      I'm sorry about the trouble with your wireless headphones.…1. **Restart the device.**…2. **Reset the device to factory settings.**…It takes about 15 minutes.…KB-001 Device Setup Guide · KB-015 Troubleshooting Common Issues…Did that help?…
    then:     the turn is TECHNICAL_SUPPORT, HIGH, NEGATIVE
    then:     the sentiment is about -0.3
    then:     the agent is technical
    then:     there is no case
    then:     no follow-up is required
    customer: still not working
    bot:      All right, then the next thing to try: **Turn Bluetooth off and on again**…Did that help?
    customer: no
    bot:      Thanks for trying.…**Pair the device afresh.**…Did that help?
    customer: it works now, thanks!
    bot:      Great, I'm glad your wireless headphones work again. Enjoy!
    then:     there is no case
  `,
    ));
});
