// The rules that read a message: small talk, risks, a person, wishes in other languages, slips of the thumb. Each with what it
// must not take for it.
import assert from 'node:assert/strict';
import { detectLanguage } from '../../agents/classifier/language.ts';
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import { splitOrderWishes } from '../../agents/order/several.ts';
import { readYesNo } from '../../dialogs/exchanges/yes-no.ts';
import { wantsPerson } from '../../dialogs/reading/person.ts';
import { readRisk } from '../../dialogs/reading/risks/index.ts';
import { languageOfScript } from '../../dialogs/reading/script.ts';
import { mendSpelling } from '../../dialogs/reading/spelling.ts';
import { readTongue } from '../../dialogs/reading/tongues.ts';
import { FEW_CODES } from '../../phrases/elsewhere.ts';
import { phrasesFor } from '../../phrases/index.ts';

describe('reading a message', () => {
  for (const [text, kind] of [
    ['ok', 'heard'],
    ['OK, I see!', 'heard'],
    ['alles klar', 'heard'],
    ['ok thank you so much', 'thanks'],
    ['hmm', 'thinking'],
    ['...', 'thinking'],
    ['???', 'puzzled'],
    ['hello, is anyone there?', 'there'],
    ['are you a bot?', 'bot'],
    ['¿eres un robot?', 'bot'],
    ['are you sure?', 'sure'],
    ['but why not?', 'why'],
    ['so what can I do now', 'next'],
    ['sorry for shouting', 'sorry'],
    ['you stupid bot', 'insult'],
    ['ok my order is late', null],
    ['thanks, and where is my order', null],
    ['why was I charged twice', null],
    ['sorry, the number is ORD-12345', null],
    ['this is useless, my lamp does not work', null],
  ] as const)
    it(`takes «${text}» for ${kind ?? 'no small talk'}`, () => assert.equal(readSmallTalk(text), kind));

  for (const [text, risk] of [
    ['mi cargador echa humo', 'danger'],
    ['ma bouilloire a pris feu', 'danger'],
    ['das Ladegerät brennt', 'danger'],
    ['quiero morir', 'self-harm'],
    ['je veux mourir', 'self-harm'],
    ['ich will nicht mehr leben', 'self-harm'],
    ['alguien ha usado mi tarjeta', 'fraud'],
    ['quelqu’un a utilisé ma carte', 'fraud'],
    ['jemand hat meine Kreditkarte benutzt', 'fraud'],
    ['han hackeado mi cuenta', 'takeover'],
    ['mein Konto wurde gehackt', 'takeover'],
    ['hablaré con mi abogado', 'legal'],
    ['mon avocat vous écrira', 'legal'],
    ['löschen Sie meine Daten', 'privacy'],
    ['supprimez mes données', 'privacy'],
    ['an email is asking me for my password', 'fraud'],
    ['someone else used my card', 'fraud'],
    ["I didn't get the email when I asked for my password", null],
    ['God blessed me with this lamp', null],
    ['the light burns all night', null],
    ['je voudrais une lampe', null],
    ['meine Lampe geht nicht', null],
  ] as const)
    it(`takes «${text}» for ${risk ?? 'no risk'}`, () => assert.equal(readRisk(text), risk));

  for (const text of [
    'quiero hablar con una persona',
    "je veux parler à quelqu'un",
    'ich möchte mit einem Menschen sprechen',
    'voglio parlare con una persona',
    'quero falar com uma pessoa',
    'ik wil graag met een medewerker spreken',
    'chcę porozmawiać z człowiekiem',
    'хочу поговорить с человеком',
    '我要找人工客服',
    '担当者と話したい',
    'could someone ring me please',
    ...FEW_CODES.map((code) => phrasesFor(code).personChoice().value),
  ])
    it(`hears that «${text}» wants a person`, () => assert.equal(wantsPerson(text), true));

  for (const text of [
    'where is my order',
    'mi pedido no llega',
    'call off the order',
    'meine Bestellung',
    'ring size 7',
  ])
    it(`hears that «${text}» wants none`, () => assert.equal(wantsPerson(text), false));

  for (const [language, text, says] of [
    ['es', '¿y cuándo llega?', 'where is my order'],
    ['fr', 'je veux annuler ma commande', 'cancel the order'],
    ['de', 'bitte stornieren Sie die Bestellung', 'cancel the order'],
    ['de', 'mir wurde doppelt abgebucht', 'I was charged twice'],
    ['fr', 'je voudrais la renvoyer', 'return the order'],
    ['es', 'necesito cambiar la dirección', 'change the address'],
  ] as const)
    it(`reads «${text}» as «${says}»`, () =>
      assert.deepEqual(
        readTongue(text, language).map((one) => one.says),
        [says],
      ));

  it('reads two wishes in two sentences, and none where there is none', () => {
    const both = readTongue('¿Dónde está mi pedido? Necesito también una factura.', 'es').map((one) => one.intent);
    assert.deepEqual(both, ['ORDER_INQUIRY', 'BILLING']);
    assert.deepEqual(readTongue('Wie ist das Wetter heute bei Ihnen?', 'de'), []);
  });

  for (const [text, language] of [
    ['mi cargador se está quemando', 'es'],
    ['wo bleibt mein Paket?', 'de'],
    ['où est ma commande', 'fr'],
    ['where is my order', 'en'],
    ['ok bye', null],
  ] as const)
    it(`takes «${text}» for ${language ?? 'no language in particular'}`, () =>
      assert.equal(detectLanguage(text), language));

  for (const [text, language] of [
    ['注文 ORD-12345 はどこですか', 'ja'],
    ['订单 ORD-12345 在哪里', 'zh'],
    ['주문 어디', 'ko'],
    ['Где мой заказ?', 'ru'],
    ['Де моє?', 'uk'],
    ['where is Ж', null],
    ['ok 👍', null],
    ['ORD-12345', null],
  ] as const)
    it(`sees by its writing that «${text}» is ${language ?? 'nothing in particular'}`, () =>
      assert.equal(languageOfScript(text), language));

  it('mends slips of the thumb, and nothing that may be a word of its own', () => {
    assert.equal(mendSpelling('chnage my adress, the shiping is late'), 'change my address, the shipping is late');
    for (const text of ['my charger', 'by chance', '12 Turner Road', 'two parcels', 'the returns', 'Packard'])
      assert.equal(mendSpelling(text), text);
  });

  it('takes a no out of much talk, and never a yes', () => {
    assert.equal(readYesNo('hmm ok. no actually leave it'), 'no');
    assert.equal(readYesNo('well actually no'), 'no');
    assert.equal(readYesNo('ok wait'), null);
    assert.equal(readYesNo('hmm yes but to another address'), null);
  });

  it('takes wishes about several orders apart, and leaves one that hangs on another together', () => {
    assert.deepEqual(splitOrderWishes('where is ORD-20005, can I cancel ORD-20048'), [
      'where is ORD-20005',
      'can I cancel ORD-20048',
    ]);
    assert.deepEqual(splitOrderWishes('cancel ORD-20048; if it has shipped, change the address'), []);
    assert.deepEqual(splitOrderWishes('where are ORD-20005 and ORD-20048'), []);
  });
});
