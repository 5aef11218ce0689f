// What is a yes to a proposal, what takes a person back, and how an address comes together: each with what it must not be.
import assert from 'node:assert/strict';
import { correctAddress, isWholeAddress, joinAddress } from '../../agents/order/address.ts';
import { agreesInItsWords, readConsent, wishedThen, yesAndRest } from '../../dialogs/exchanges/consent.ts';
import { languageAsked } from '../../dialogs/exchanges/language.ts';
import { withoutRefusedPerson } from '../../dialogs/reading/no-person.ts';
import { ruled } from '../../dialogs/reading/ruled-acts.ts';

describe('a yes with its verb', () => {
  for (const [text, tool, said] of [
    ['yes', 'cancel_order', 'yes'],
    ['yes cancel', 'cancel_order', 'yes'],
    ['yes, cancel the order', 'cancel_order', 'yes'],
    ['on second thoughts yes, cancel it', 'cancel_order', 'yes'],
    ['yes open the dispute please', 'open_dispute', 'yes'],
    ['ok whatever, yes make the page', 'retry_payment', 'yes'],
    ['no', 'cancel_order', 'no'],
    ['no, cancel it', 'cancel_order', 'no'],
    ['yes, cancel the order', 'return_order', null],
    ['yes but cancel the other one', 'cancel_order', null],
    ['cancel it', 'cancel_order', null],
    ['yes and send it to Boston', 'cancel_order', null],
    ['yes do it, farewell my blankets', 'cancel_order', 'yes'],
    ['yes please do it! finally somebody who helps', 'change_items', 'yes'],
    ['yes do it, the blue one', 'change_items', null],
    ['yes do it, to my office', 'change_address', null],
    ['yes do it, but only tomorrow', 'cancel_order', null],
    ['yes go ahead. when does it come?', 'change_items', null],
  ] as const)
    it(`takes «${text}» to ${tool} for ${said ?? 'neither'}`, () => assert.equal(readConsent(text, tool), said));
});

describe('a yes that something follows', () => {
  const isYes = (said: string) => readConsent(said, 'cancel_order') === 'yes';
  it('is as many sentences as say nothing but that', () => {
    assert.deepEqual(yesAndRest('Yes, cancel it. And the watches? ORD-20624', isYes), [
      'Yes, cancel it.',
      'And the watches? ORD-20624',
    ]);
    assert.deepEqual(yesAndRest('Yes and how long does it take?', isYes), ['Yes', 'and how long does it take?']);
    assert.equal(yesAndRest('The watches? Yes.', isYes)[0], 'The watches? Yes.');
  });

  for (const [text, then] of [
    ['Finally. Yes, do that, and then send me the link to pay.', 'send me the link to pay.'],
    ['yes please, then tell me where my watches are', 'tell me where my watches are'],
    ['yes, do it, and then only the lamp', null],
    ['yes but first change the address, then do it', null],
    ['and then send me the link', null],
  ] as const)
    it(`is followed by ${then ?? 'nothing'} in «${text}»`, () => assert.equal(wishedThen(text), then));
});

describe('what is wanted by the words alone', () => {
  const context = { classification: { entities: {} }, state: { lastReply: '' } } as never;
  for (const [text, acts] of [
    ['I ordered two red watches and wonder when they leave your warehouse', ['order-status']],
    ['When do I get my blankets', ['order-status']],
    ['When do I get my money', null],
    ['The watch. Can I still cancel it?', ['cancel-order']],
    ['until when can I cancel an order?', null],
    ['Could you send one of the two to my sister and the rest to me?', ['add-item']],
    ['I want it swapped for a black one, not the money back', ['exchange-item']],
    ['I just want it delivered to my office instead of home', ['change-address']],
    ['Before I pay: I need only one blanket. Please change this first.', ['remove-item']],
    ['what would be the shipping cost and customs?', ['shipping-price', 'customs']],
    ['Send it back? No, I would like to keep it', ['leave-as-is']],
    ['back to my speaker, it still does not connect', ['trouble']],
    ['my lamp is lovely', null],
  ] as const)
    it(`is ${acts ?? 'left to the recogniser'} in «${text}»`, () =>
      assert.deepEqual(ruled(text, context)?.map(({ act }) => act) ?? null, acts));
});

describe('a yes in the words of what was proposed', () => {
  const PAGE =
    'Make a secure page to repeat the failed payment for order ORD-20046: **$193.00**. Nothing is paid until you do it there.';
  const ITEMS =
    'In order ORD-20492: 1 × Travel Lamp (blue) instead of 2 × Travel Lamp (blue) and 2 × Studio Backpack (green, small) instead of 2 × Studio Backpack (blue, small).';
  for (const [text, summary, isYes] of [
    ['Yes please make the page.', PAGE, true],
    ['yes, for ORD-20046', PAGE, true],
    ['ok send me the page', PAGE, true],
    ['yes the lamp and the backpack', ITEMS, true],
    ['yes, for ORD-20047', PAGE, false],
    ['Yes, the lamp', ITEMS, false],
    ['yes, but not the backpack', ITEMS, false],
    ['yes, the green one instead', ITEMS, false],
    ['yes, is that the page?', PAGE, false],
    ['ok thanks for the order', PAGE, false],
    ['make the page', PAGE, false],
    ['please cancel it', PAGE, false],
  ] as const)
    it(`${isYes ? 'is' : 'is not'} «${text}»`, () => assert.equal(agreesInItsWords(text, summary), isYes));
});

describe('a person who is not wanted', () => {
  for (const [text, rest] of [
    ["please don't pass me to a person", ''],
    ["I don't want to talk to a colleague, just tell me where my order is", 'tell me where my order is'],
    ["changed my mind, I don't want a human anymore", ''],
    ['I want a human', null],
    ["why don't you get me a human", null],
    ["I don't understand, get me a person", null],
    ['nobody answers', null],
    ['no human please, just tell me', 'tell me'],
    ['no person has answered me for two days', null],
    ['no people came to collect it', null],
  ] as const)
    it(`leaves of «${text}» ${rest === null ? 'everything' : `«${rest}»`}`, () =>
      assert.equal(withoutRefusedPerson(text), rest));
});

describe('a new address', () => {
  for (const [text, isWhole] of [
    ['12 Elm Street, 10115 Berlin', true],
    ['12 Elm Street, Springfield, 62704', true],
    ['10 Downing Street, London SW1A 2AA', true],
    ['21 Elm St', false],
    ['Springfield, 62704', false],
    ['Berlin', false],
  ] as const)
    it(`${isWhole ? 'is whole' : 'is a part'}: ${text}`, () => assert.equal(isWholeAddress(text), isWhole));

  const PROPOSED = '12 Elm Street, Springfield, 62704';
  for (const [text, corrected] of [
    ['sorry, I meant number 21', '21 Elm Street, Springfield, 62704'],
    ["oops that's the wrong zip code, it should be 62706", '12 Elm Street, Springfield, 62706'],
    ['wait, the street is 22 Oak Street not 12', '22 Oak Street, Springfield, 62704'],
    ['no, 14 Elm Street, 02108 Boston', '14 Elm Street, 02108 Boston'],
    ['how long does that take', null],
    ['thanks', null],
  ] as const)
    it(`is corrected by «${text}»`, () => assert.equal(correctAddress(PROPOSED, text), corrected));

  it('comes together from its parts, and a whole one takes the place of a part', () => {
    assert.equal(joinAddress('21 Elm St', 'Springfield, 62704'), '21 Elm St, Springfield, 62704');
    assert.equal(joinAddress('21 Elm St', '5 Oak Road, 20001 Springfield'), '5 Oak Road, 20001 Springfield');
    assert.equal(joinAddress(undefined, ' 21  Elm St '), '21 Elm St');
  });
});

describe('a language that is asked for', () => {
  for (const [text, language] of [
    ['¿hablas español?', 'es'],
    ['my english is not good, español?', 'es'],
    ['do you speak German', 'de'],
    ['parlez-vous français ?', 'fr'],
    ['italiano?', 'it'],
    ['english please', 'en'],
    ['do you ship to german addresses', null],
    ['the german keyboard layout', null],
    ['hola, ¿dónde está mi pedido?', null],
  ] as const)
    it(`is ${language ?? 'none'} in «${text}»`, () => assert.equal(languageAsked(text), language));
});
