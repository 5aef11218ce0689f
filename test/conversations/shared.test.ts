// Where others read along: nobody is known there, nothing is confirmed there, and what is personal goes on in private. And files
// that cannot be read: the truth, and a person.
import assert from 'node:assert/strict';
import type { ConversationReference } from '../../models/activity.ts';
import { type World, world } from '../support/world.ts';

const PLACE: ConversationReference = {
  channel: 'slack',
  accountId: 'default',
  nativeId: 'T1:D1',
  customer: { id: 'T1:U1' },
  extras: { team: 'T1', channel: 'D1', user: 'U1' },
};

describe('a conversation that others read along', () => {
  const open = (): World => {
    const made = world({ channel: 'slack' });
    made.reference.extras = { shared: 'yes', channel: 'C1', thread: '1.1' };
    return made;
  };
  const last = (made: World) => made.said.at(-1)!;

  it('answers what anybody may know', async () => {
    const made = open();
    await made.customer('How long does shipping to Germany take?');
    assert.ok(last(made).text.length > 20);
    assert.doesNotMatch(last(made).text, /private chat|direct message/);
  });

  it('asks for no proof there, and says where to write', async () => {
    const made = open();
    await made.customer('I want to change the delivery address of order ORD-12345 to 5 Elm Street, Boston 02108');
    assert.match(last(made).text, /private chat/);
    assert.doesNotMatch(last(made).text, /postal code|e-mail/i);
    assert.equal(last(made).choices.length, 0);
  });

  it('takes nobody for proved there, even when all of it is written', async () => {
    const made = open();
    await made.customer('cancel my order ORD-12345');
    await made.customer('ORD-12345, sarah@example.com, 94107');
    await made.customer('Yes, do it');
    assert.ok(!made.said.some((one) => /Shall I do exactly this|Done:/.test(one.text)), JSON.stringify(made.said));
    const { contact } = made.lane().state as { contact: { level: string } };
    assert.equal(contact.level, 'anonymous');
  });

  it("goes on in the author's own direct message where that is open", async () => {
    const made = open();
    await made.customer('cancel my order ORD-12345', { privately: PLACE });
    const texts = made.said.map((one) => one.text);
    assert.ok(
      texts.some((text) => /direct message/.test(text)),
      JSON.stringify(texts),
    );
    assert.ok(
      texts.some((text) => /e-mail/.test(text)),
      'nothing was asked in private',
    );
    assert.ok(made.laneAt(PLACE), 'no private conversation');
  });
});

describe('a file that cannot be read', () => {
  it('is said, with the offer of a person', async () => {
    const made = world();
    await made.customer('', { missedFiles: ['voice.ogg'] });
    assert.match(made.said.at(-1)!.text, /couldn't open the file/);
    assert.deepEqual(made.said.at(-1)!.choices, ['Talk to a person']);
  });

  it('is said beside the answer to the words that came with it', async () => {
    const made = world();
    await made.customer('Where is my order ORD-12345?', { missedFiles: ['photo.heic'] });
    assert.match(made.said.at(-1)!.text, /couldn't open the file[\s\S]*ORD-12345 is in transit/);
  });

  it('is told to the person who has the case', async () => {
    const made = world();
    await made.customer('I want to talk to a person');
    await made.claim('Ana');
    await made.customer('Look at this', { missedFiles: ['photo.heic'] });
    assert.match(made.cards.join('\n'), /Look at this[\s\S]*A file could not be fetched: photo\.heic/);
  });
});
