// A customer who speaks another language than the desk: translated both ways with a label, and no inner word leaves.
import assert from 'node:assert/strict';
import type { Translate } from '../../models/ports.ts';
import type { DeskSettings } from '../../models/settings.ts';
import { ANA, BEN, desk } from './lane.ts';

describe('a case in another language', () => {
  const asked: string[] = [];
  const translate: Translate = async (text, { from, to }) => {
    asked.push(text);
    return text === 'untranslatable' ? null : `[${from}→${to}] ${text}`;
  };
  const spanish = async (changes: Partial<DeskSettings> = {}) => {
    asked.length = 0;
    const its = desk(changes, { language: 'es' }, translate);
    await its.open();
    await its.move('claim');
    return its;
  };

  it('is read by the desk in its own language, beside what was really written', async () => {
    const its = await spanish();
    await its.enter('message', { type: 'message', text: '¿Dónde está?' });
    const { text, translated } = its.shown('case.customer')[0]!;
    assert.deepEqual([text, translated], ['¿Dónde está?', '[es→en] ¿Dónde está?']);
  });

  it("is answered in the customer's language, with a label, and the thread shows it", async () => {
    const its = await spanish();
    await its.say(ANA, 'It left today.');
    const sent = '[en→es] It left today.\n\n_Traducido automáticamente._';
    assert.equal(its.told()[0]!.text, sent);
    assert.deepEqual(its.shown('case.note'), [{ text: `What the customer got: ${sent}` }]);
  });

  it('hands no inner word to the model', async () => {
    const its = await spanish();
    await its.say(ANA, '! he is upset');
    await its.say(BEN, 'I would refund it');
    await its.act('desk.edited', { by: BEN, messageId: 'm99', text: 'I would not' });
    assert.deepEqual(asked, []);
  });

  it('goes out as it was written when nobody can translate it in time', async () => {
    const its = await spanish();
    await its.say(ANA, 'untranslatable');
    assert.equal(its.told()[0]!.text, 'untranslatable');
  });

  it('translates a correction anew, and only what leaves', async () => {
    const its = await spanish({ undoSeconds: 5 });
    await its.say(ANA, 'ten', 'm1');
    await its.act('desk.edited', { by: ANA, messageId: 'm1', text: 'twelve' });
    await its.next();
    assert.match(its.told()[0]!.text!, /^\[en→es\] twelve/);
    assert.equal(its.told().length, 1);
  });

  it('stays as it is where the admins want it so, and in the language of the desk', async () => {
    for (const [changes, language] of [
      [{ translates: 'never' as const }, 'es'],
      [{ language: 'es' }, 'es'],
    ] as const) {
      const its = desk(changes, { language }, translate);
      asked.length = 0;
      await its.open();
      await its.move('claim');
      await its.enter('message', { type: 'message', text: 'Hola' });
      await its.say(ANA, 'Hola');
      assert.deepEqual(asked, []);
    }
  });
});
