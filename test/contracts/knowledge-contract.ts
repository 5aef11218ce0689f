// What every knowledge base and every technical support keeps to, whatever system is behind it: one suite for all
// implementations. A shop that plugs in its own runs these against it, filled with the demo shop's rows.
import assert from 'node:assert/strict';
import type { KnowledgeBackend } from '../../tools/backends/knowledge.ts';
import type { SupportBackend } from '../../tools/backends/support.ts';

/** `make`: a backend over a fresh copy of the demo shop. */
export function knowledgeContract(name: string, make: () => Promise<KnowledgeBackend>): void {
  describe(`the knowledge base: ${name}`, () => {
    it('finds an article by its id, and none where there is none', async () => {
      const knowledge = await make();
      assert.equal((await knowledge.findArticle('KB-001'))?.title, 'Device Setup Guide');
      assert.equal((await knowledge.findArticle('KB-015'))?.title, 'Troubleshooting Common Issues');
      assert.equal(await knowledge.findArticle('KB-999'), null);
    });

    for (const [question, product, id] of QUESTIONS) {
      it(`answers «${question}» with ${id}`, async () => {
        const knowledge = await make();
        const found = await knowledge.searchArticles(question, { ...(product ? { product } : {}), limit: 3 });
        assert.equal(found[0]?.id, id);
        assert.ok(found.length <= 3);
      });
    }

    it('gives what answers a general question and nothing else, however it is asked', async () => {
      const knowledge = await make();
      const found = await knowledge.searchArticles('will you put a bow on it', { topic: 'gifts', limit: 3 });
      assert.deepEqual(
        found.map((article) => article.id),
        ['KB-051'],
      );
      assert.deepEqual(found[0]?.topics, ['gifts']);
    });

    for (const question of ['who won the football match yesterday', 'best pizza recipe', '', '$where: 1'])
      it(`has nothing on «${question}»`, async () =>
        assert.deepEqual(await (await make()).searchArticles(question, { limit: 3 }), []));

    it('lists what is special before what is general, and nothing about other products', async () => {
      const found = await (await make()).listArticlesFor('headphones', 'no-connection');
      assert.equal(found[0]?.id, 'KB-002');
      assert.equal(found.at(-1)?.id, 'KB-015');
      assert.ok(found.every((article) => article.products.includes('headphones')));
      assert.deepEqual(await (await make()).listArticlesFor('spaceship', 'no-connection'), []);
    });
  });
}

const QUESTIONS: [question: string, product: string | undefined, id: string][] = [
  ['How do I set up my keyboard?', 'keyboard', 'KB-001'],
  ['device setup guide', undefined, 'KB-001'],
  ['How do I pair my headphones with my laptop?', 'headphones', 'KB-002'],
  ['how do I add a second speaker for stereo', 'speaker', 'KB-005'],
  ['which bulb does the lamp take', 'lamp', 'KB-012'],
  ['how do I clean my blanket', 'blanket', 'KB-013'],
  ['troubleshooting', undefined, 'KB-015'],
  ['How do I factory reset the speaker?', 'speaker', 'KB-016'],
  ['How do I update the firmware of my watch?', 'watch', 'KB-018'],
  ['what does the warranty cover?', undefined, 'KB-023'],
  ['is the watch waterproof?', 'watch', 'KB-025'],
  ['how often should I descale the kettle', 'kettle', 'KB-027'],
  ['can I format the memory card', undefined, 'KB-031'],
  ['Can I wash my backpack in the machine?', 'backpack', 'KB-038'],
  ['how do I reset my password', 'account', 'KB-039'],
  ['can you delete my data', undefined, 'KB-042'],
];

const report = (laneId: string, changes: object = {}) => ({
  product: 'lamp',
  symptom: 'light',
  text: 'it flickers in the evening',
  reporter: { laneId },
  ...changes,
});

export function supportContract(name: string, make: () => Promise<SupportBackend>): void {
  describe(`technical support: ${name}`, () => {
    it('files a report once per key, whoever repeats it, at once or later', async () => {
      const support = await make();
      const filed = await Promise.all([1, 2, 3].map(() => support.fileReport(report('web|a'), null, 'key-1')));
      const again = await support.fileReport(report('web|a'), null, 'key-1');
      assert.match(again.id, /^BUG-/);
      assert.deepEqual(new Set(filed.map((bug) => bug.id)), new Set([again.id]));
      await support.markFixed(again.id, '2.0');
      assert.equal((await support.listToTell(again.id)).length, 1);
    });

    it('lets a report join a fault that is known, and names everyone who is to be told, until they are', async () => {
      const support = await make();
      const bug = await support.fileReport(
        report('web|a', { reporter: { laneId: 'web|a', shopCustomerId: 'CUS-1001' } }),
        null,
        'key-1',
      );
      const joined = await support.fileReport(report('sms|b'), bug.id, 'key-2');
      await support.fileReport(report('sms|b'), bug.id, 'key-2');
      assert.equal(joined.id, bug.id);
      assert.equal(await support.isReporter(bug.id, { laneId: 'sms|b' }), true);
      assert.equal(await support.isReporter(bug.id, { laneId: 'sms|c' }), false);
      assert.equal(await support.isReporter(bug.id, { laneId: 'sms|c', shopCustomerId: 'CUS-1001' }), true);
      assert.deepEqual(await support.listToTell(bug.id), [], 'nobody is told of a fault that is still there');
      await support.markFixed(bug.id, '2.0');
      assert.deepEqual(
        (await support.listToTell(bug.id)).map((one) => one.laneId),
        ['web|a', 'sms|b'],
      );
      await support.markTold(bug.id, 'key-1');
      await support.markTold(bug.id, 'key-1');
      assert.deepEqual(await support.listToTell(bug.id), [{ key: 'key-2', laneId: 'sms|b' }]);
      assert.deepEqual(await support.findBug(bug.id), { ...bug, state: 'fixed', fixedIn: '2.0' });
    });

    it('joins once per key, however many do it at the same moment, and answers alike when it is fixed by then', async () => {
      const support = await make();
      const known = (await support.findBug('BUG-2041'))!;
      await Promise.all([1, 2, 3].map(() => support.fileReport(report('web|a'), known.id, 'key-1')));
      await support.markFixed(known.id, '2.5');
      assert.equal((await support.listToTell(known.id)).length, 1);
      const again = await support.fileReport(report('web|a'), null, 'key-1');
      assert.equal(again.id, known.id);
    });

    it('opens a fault of its own for a report that names one that is gone', async () => {
      const support = await make();
      const bug = await support.fileReport(report('web|a'), 'BUG-0000', 'key-1');
      assert.notEqual(bug.id, 'BUG-0000');
      assert.equal(bug.state, 'reported');
    });

    it('shows a fault without anything that customers wrote', async () => {
      const support = await make();
      const bug = await support.fileReport(report('web|a'), null, 'key-1');
      const shown = JSON.stringify([await support.findBug(bug.id), await support.listBugs('lamp', 'light')]);
      assert.doesNotMatch(shown, /flickers|web\|a|key-1/);
    });

    it('knows the demo faults and how long each kind of product is covered', async () => {
      const support = await make();
      assert.equal((await support.findBug('BUG-2041'))?.state, 'in progress');
      assert.equal(await support.findBug('BUG-1'), null);
      assert.equal(await support.findWarrantyMonths('headphones'), 24);
      assert.equal(await support.findWarrantyMonths('backpack'), 60);
      assert.equal(await support.findWarrantyMonths('spaceship'), null);
    });
  });
}
