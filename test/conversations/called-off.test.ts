// A false alarm is called off: the people keep the case, and the bot goes on. What is plainly dangerous, and who despairs, stays.
import assert from 'node:assert/strict';
import { world } from '../support/world.ts';

const customer = { shopCustomerId: 'CUS-1143', name: '' };
const ALARM = 'I think somebody logged in to my account from Spain, and when will my watch be here?';

describe('a false alarm', () => {
  const CALLED_OFF: [string, RegExp][] = [
    [
      'Oh goodness, account security? I only wanted to know about my parcels, the watch and headphones one',
      /ORD-20076/,
    ],
    ["No no, there isn't any case! Can you tell me when the watch is coming?", /ORD-20076/],
    ['That was a misunderstanding. Where is my watch?', /ORD-20076/],
    // What was asked in the first place is answered.
    ["nobody's in my account, that was a mix-up", /ORD-20076/],
  ];
  for (const [text, answer] of CALLED_OFF) {
    it(`is called off, and the question answered: ${text}`, async () => {
      const w = world({ customer });
      await w.customer(ALARM);
      assert.equal(w.caseOf().length, 1);
      w.said.length = 0;
      await w.customer(text);
      const said = w.said.map((one) => one.text).join('\n');
      assert.match(said, /I took it for more than it is/);
      assert.match(said, answer);
      assert.doesNotMatch(said, /added that to your case/);
      assert.equal(w.caseOf()[0]!.status, 'open');
      await w.customer('how much is it to send a lamp to Denver?');
      assert.match(w.said.at(-1)!.text, /Ground/);
    });
  }

  it('leaves writes to the people all the same, where the account may be somebody else’s', async () => {
    const w = world({ customer });
    await w.customer(ALARM);
    await w.customer('that was a mix-up, nothing is wrong with my account');
    await w.customer('I want to return the travel speakers of ORD-20424');
    assert.match(w.said.at(-1)!.text, /Until a colleague has looked/);
  });

  const STAYS: [string, string, RegExp][] = [
    [
      'My kettle smokes when I switch it on',
      "nobody's in danger. How do I descale it?",
      /use neither it nor another one like it/,
    ],
    [
      'I do not want to be alive any more',
      'that was a misunderstanding, where is my watch?',
      /^(?!.*more than it is)/s,
    ],
  ];
  for (const [alarm, text, answer] of STAYS) {
    it(`is none: ${alarm}`, async () => {
      const w = world({ customer });
      await w.customer(alarm);
      await w.customer(text);
      assert.match(w.said.at(-1)!.text, answer);
      assert.doesNotMatch(w.said.at(-1)!.text, /more than it is/);
    });
  }

  it('does not keep other things from being answered', async () => {
    const w = world({ customer });
    await w.customer('My kettle smokes when I switch it on');
    await w.customer('does the small Classic Backpack fit a 15 inch laptop?');
    assert.match(w.said.at(-1)!.text, /up to 14 inches/);
    await w.customer('is it dangerous to boil water in it now?');
    assert.match(w.said.at(-1)!.text, /use neither it/);
  });

  it('is not heard in much that is ordinary', async () => {
    const w = world({ customer });
    await w.customer(
      "Hi there! Hope you're having a lovely Monday :) I've got a house full of kids and a head full of lists, so bear with me. I ordered a blue watch and black headphones last week, the watch is for my son's birthday on Friday - do you think it'll be here in time? And also, the backpacks I ordered for the girls, have those left yet?",
    );
    assert.equal(w.caseOf().length, 0);
    assert.match(w.said.at(-1)!.text, /ORD-20076/);
    assert.match(w.said.at(-1)!.text, /ORD-20556/);
  });

  it('is no kettle that hums and switches itself off', async () => {
    const w = world({ customer });
    await w.customer(
      'My kettle hums like an opera singer and then switches itself off before the water boils. Can you talk some sense into it?',
    );
    assert.equal(w.caseOf().length, 0);
    assert.match(w.said.at(-1)!.text, /Kettle|kettle/);
  });
});

describe('never mind, while a case waits', () => {
  it('is said of what was spoken of last', async () => {
    const w = world({ customer });
    await w.customer('a person please');
    await w.customer('how much is it to send a lamp to Denver?');
    await w.customer("Never mind, I'll see. Is my case still open?");
    assert.doesNotMatch(w.said.at(-1)!.text, /no longer needed/);
    assert.equal(w.caseOf()[0]!.status, 'open');
  });
});
