// Technical help as a customer sees it: one step at a time, nothing twice, and a person when nothing is left.
import assert from 'node:assert/strict';
import { converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

describe('technical help', () => {
  it('brings in a person when the same problem is back within a week, and not for another one', async () => {
    const its = world();
    await converse(
      its,
      `
    customer: my headphones have no sound
    bot:      …Did that help?…
    customer: it works now
    bot:      Great, I'm glad your headphones work again.…
    after:    2 days
    customer: my headphones do not charge
    bot:      Let's see what is wrong with your headphones.…
    after:    2 days
    customer: my headphones have no sound again
    bot:      A colleague takes this over.…
    then:     the reason is complex
  `,
    );
  });

  it('goes through several products one after the other, and forgets none', () =>
    converse(
      world(),
      `
    customer: my headphones and my speaker are both broken
    bot:      One after the other: first your headphones, then your speaker. What exactly happens with your headphones?…
    customer: the headphones don't connect
    bot:      Let's see what is wrong with your headphones.…
    customer: that worked
    bot:      Great, I'm glad your headphones work again. Enjoy!  What exactly happens with your speaker?
    customer: it has no sound
    bot:      Let's see what is wrong with your speaker.…**Turn the volume up on both sides,**…
    customer: yes works
    bot:      Great, I'm glad your speaker works again. Enjoy!
  `,
    ));

  it('comes back to a product that was put aside, with what was found out about it', () =>
    converse(
      world(),
      `
    customer: my lamp flickers and my speaker has no sound
    bot:      One after the other: first your lamp, then your speaker. Please try this first: **Try another wall socket,**…
    customer: ok now the speaker
    bot:      One after the other: first your speaker, then your lamp. What exactly happens with your speaker?
    customer: works now
    bot:      Great, I'm glad your speaker works again. Enjoy!  Let's see what is wrong with your lamp. I'm leaving out what you have already tried. Please try this first: **Change the bulb.**…
  `,
    ));

  it('passes on what waits behind a problem that nothing helps', async () => {
    const its = world();
    await its.customer('my lamp does not turn on and my kettle leaks');
    for (let tries = 0; tries < 10 && its.caseOf().length === 0; tries += 1) await its.customer('no');
    assert.match(its.said.at(-1)!.text, /your lamp .*I've told them about your kettle, too\./);
    assert.match(its.caseOf()[0]!.summary, /Also in trouble: kettle/);
  });

  it('takes a product that another one is used with for no second problem', async () => {
    const its = world();
    await its.customer("my headphones don't connect to my speaker");
    assert.doesNotMatch(its.said.at(-1)!.text, /One after the other/);
  });

  it('says where a fault stands that was reported here, whatever it is called', async () => {
    const its = world({ customer: { shopCustomerId: 'CUS-1001' } });
    await converse(
      its,
      `
    customer: my headphones have no connection since the update
    bot:      This is a fault that we know: BUG-2041…
    customer: when will it be fixed?
    bot:      BUG-2041 is being fixed. Until then: **Pair the device afresh.**…I have no date for the fix. Back to my question: Did that help?
    then:     the route is bug:state
    customer: report a bug
    bot:      I would add your report to the known fault BUG-2041…
    customer: yes
    bot:      Your report is added to **BUG-2041**…
    customer: when is it fixed?
    bot:      BUG-2041 is being fixed. Until then: **Pair the device afresh.**…We'll tell you here when it is fixed. I have no date for the fix.
    after:    3 days
    customer: is it fixed yet?
    bot:      …BUG-2041 is being fixed.…We'll tell you here when it is fixed.…
  `,
    );
    its.said.length = 0;
    const other = world();
    await other.customer('when is it fixed?');
    assert.doesNotMatch(other.said.at(-1)!.text, /BUG-/);
  });

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

  it('asks what is missing, once each, with choices', () =>
    converse(
      world({ customer: { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' } }),
      `
    customer: it's not working
    bot:      Which product is it about?…
    customer: the Wireless Headphones
    bot:      What exactly happens with your Wireless Headphones?
    customer: no sound
    bot:      Let's see what is wrong with your Wireless Headphones.…**Turn the volume up on both sides,**…
  `,
    ));

  it('leaves out what was tried, and passes everything to a person when nothing is left', () =>
    converse(
      world(),
      `
    customer: My kettle is leaking, I descaled it already
    bot:      Let's see what is wrong with your kettle. I'm leaving out what you have already tried. Please try this first: **Check the water level:**…
    customer: no
    bot:      …**Rinse the filter**…
    customer: I can't do that
    bot:      …**Seat it squarely on its base,**…
    customer: still leaking
    bot:      We have been through everything that I know for your kettle (3 steps), so a colleague takes a closer look.…
    desk:     …kettle: leak. Tried without success: descale, check-fill, seat-base. Could not do: rinse-filter.…
    then:     the case is open
    then:     the reason is complex
    then:     a follow-up is required
  `,
    ));

  it('answers a digression and comes back to its question', () =>
    converse(
      world(),
      `
    customer: My speaker has no sound
    bot:      …**Turn the volume up on both sides,**…Did that help?…
    customer: where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit.…Did that help?
    customer: still no sound
    bot:      …**Choose the device as the sound output**…Did that help?
    then:     the route is resume:did that help
  `,
    ));

  it('takes another symptom for what it is, and keeps what was tried', () =>
    converse(
      world(),
      `
    customer: My headphones won't connect
    bot:      …**Restart the device.**…
    customer: they connect now but there is no sound
    bot:      …**Turn the volume up on both sides,**…KB-003 Headphones: No Sound or One Side Only…
  `,
    ));

  it('explains a step in more detail and waits when the customer needs time', () =>
    converse(
      world(),
      `
    customer: My headphones won't connect
    bot:      …**Restart the device.**…
    customer: how do I do that?
    bot:      In more detail: **Restart the device.**…KB-002…Did that help?
    customer: I'll try it tonight
    bot:      Take your time. Tell me how it went, and we'll go on from there; if I hear nothing, I'll ask again tomorrow.
  `,
    ));

  it('names a known fault with what helps, and lets the customer join it after a yes', () =>
    converse(
      world(),
      `
    customer: My headphones stopped connecting after the firmware update
    bot:      This is a fault that we know: BUG-2041, your headphones, no connection. It is being fixed. Until then: **Pair the device afresh.**…Did that help?…
    customer: I want to report a bug
    bot:      I would add your report to the known fault BUG-2041 (your headphones, no connection).…
    customer: yes
    bot:      Your report is added to **BUG-2041**, which is being fixed.…We'll tell you here when it is fixed.
    then:     there is no case
  `,
    ));

  it('reports nothing without a yes', async () => {
    const inWorld = world();
    await converse(
      inWorld,
      `
    customer: I found a bug
    bot:      What goes wrong, and with which product?…
    customer: the camera freezes when I press the menu button
    bot:      I would report this to our engineers as a new fault: your camera, crashes or freezes.…
    customer: no
    bot:      …
  `,
    );
    const bugs = await inWorld.rows<{ _id: string; state: string }>('shop_bugs').find({ state: 'reported' }).toArray();
    assert.deepEqual(bugs, []);
  });

  it('asks who it is before it speaks of a warranty', () =>
    converse(
      world(),
      `
    customer: Are my headphones still under warranty?
    bot:      Before I can do that I need to know that it is you.…
    customer: ORD-12345, maya@example.com, 10000
    bot:      …**Wireless Headphones** (ORD-12345): the warranty of 24 months begins when it is delivered.…
  `,
    ));

  it('explains how something is done from an article, by id and title', () =>
    converse(
      world(),
      `
    customer: How do I factory reset my speaker?
    bot:      **Resetting to Factory Settings**…KB-016 Resetting to Factory Settings…
    then:     the tools are search_knowledge
    then:     there is no case
  `,
    ));

  it('gives no steps where somebody may be hurt', () =>
    converse(
      world(),
      `
    customer: My kettle does not turn on
    bot:      …Did that help?…
    customer: no, and now it makes sparks!
    bot:      Please stop using the product, unplug it if that is safe, and keep away from it.…
    then:     the case is open
    then:     the reason is risk
  `,
    ));
});
