// What is read out of an answer that begins with a no, and out of a thing that works with another phone.
import assert from 'node:assert/strict';
import { restOfFine } from '../../agents/billing/wish.ts';
import { asksOfAttempt, asksOfNewOrder } from '../../agents/shipping/wish.ts';
import { worksElsewhere } from '../../agents/technical/read-reply.ts';

describe('an answer that says more than it was asked', () => {
  for (const [text, rest] of [
    ["It's fine. Where is my refund?", 'Where is my refund?'],
    ['no, it’s ok, I just mixed it up. can you send me the invoice', 'can you send me the invoice'],
    ['I said it is wrong', null],
    ["it's fine", null],
    ["It's fine, no dispute needed", null],
    ["it's fine for now that you look", null],
  ] as const)
    it(`leaves of «${text}»: ${rest}`, () => assert.equal(restOfFine(text), rest));

  for (const [text, is] of [
    ["with my wife's phone they connect fine", true],
    ['they work on another phone', true],
    ['it connects with my laptop', false],
    ["it doesn't work with another phone either", false],
    ['it works with no other phone', false],
    ['will it work with another phone?', false],
  ] as const)
    it(`hears of «${text}» that it is the phone: ${is}`, () => assert.equal(worksElsewhere(text), is));

  for (const [text, is] of [
    ['if I order today, when is it here?', true],
    ['no I mean a new order, how long does it take to Austin?', true],
    ['when I ordered the lamp it came late', false],
    ['can I return it if I order the wrong size?', false],
    ['how long does my order take?', false],
  ] as const)
    it(`takes «${text}» for one of an order to come: ${is}`, () => assert.equal(asksOfNewOrder(text), is));

  for (const [text, is] of [
    ['has DHL tried to deliver it already?', true],
    ['was there an attempt?', true],
    ['I tried to pay three times', false],
    ['did you try to restart it', false],
  ] as const)
    it(`takes «${text}» for one of an attempt to deliver: ${is}`, () => assert.equal(asksOfAttempt(text), is));
});
