// The knowledge base from the pages: a draft that nobody is told, tried against a question, published, told, rolled back;
// and the questions without an answer, grouped.
import assert from 'node:assert/strict';
import { groupQuestions } from '../../models/unanswered.ts';
import { type AdminClient, signInAs } from '../support/admin-client.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const ARTICLE = {
  title: 'How to descale the samovar',
  keywords: ['samovar', 'descale', 'limescale'],
  body: 'Fill the samovar with water and two spoons of citric acid, heat it for ten minutes, and rinse the samovar twice.',
};
const QUESTION = 'How do I descale my samovar?';

describe('the knowledge base', function () {
  this.timeout(40_000);
  let app: AppStage;
  let admin: AdminClient;
  let id: string;
  const found = async (drafts: string[] = []) => {
    const { body } = await admin.call('POST', '/knowledge/try', { question: QUESTION, drafts });
    return {
      now: body.now.some((one: { id: string }) => one.id === id),
      drafted: body.withDrafts.some((one: { id: string }) => one.id === id),
    };
  };

  before(async () => {
    app = await startApp();
    admin = await signInAs(app.origin, app.mongoUri, 'admin');
  });
  after(() => app?.remove());

  it('keeps a draft from customers, and finds it when it is tried', async () => {
    id = (await admin.call('POST', '/knowledge/articles', ARTICLE)).body.id;
    assert.match(id, /^KB-\d+$/);
    assert.deepEqual(await found([id]), { now: false, drafted: true });
    const line = (await admin.call('GET', '/knowledge')).body.find((one: { id: string }) => one.id === id);
    assert.deepEqual([line.isPublished, line.hasDraft], [false, true]);
  });

  it('tells the slower of two writers, and overwrites nothing', async () => {
    const path = `/knowledge/articles/${id}/draft`;
    assert.equal((await admin.call('PUT', path, { ...ARTICLE, title: 'Quicker', edition: 1 })).status, 200);
    assert.equal((await admin.call('PUT', path, { ...ARTICLE, title: 'Slower', edition: 1 })).status, 409);
    assert.equal((await admin.call('GET', `/knowledge/articles/${id}`)).body.draft.article.title, 'Quicker');
    assert.equal((await admin.call('PUT', path, { ...ARTICLE, edition: 2 })).status, 200);
  });

  it('is told to customers once it is published, and no more once it is withdrawn', async () => {
    assert.equal((await admin.call('POST', `/knowledge/articles/${id}/publish`, {})).body.version, 1);
    assert.equal((await found()).now, true);
    await app.say('u-samovar', QUESTION);
    await eventually(async () => (await app.rows('turns')).length > 0);
    await admin.call('POST', `/knowledge/articles/${id}/withdraw`, {});
    assert.equal((await found()).now, false);
  });

  it('answers the general questions that it names, and no others are taken', async () => {
    const topics = ['repairs'];
    const made = await admin.call('POST', '/knowledge/articles', { ...ARTICLE, topics });
    const read = (await admin.call('GET', `/knowledge/articles/${made.body.id}`)).body;
    assert.deepEqual(read.draft.article.topics, topics);
    const question = 'do you repair things yourselves';
    const tried = (await admin.call('POST', '/knowledge/try', { question, drafts: [made.body.id] })).body;
    assert.ok(tried.withDrafts.some((one: { id: string }) => one.id === made.body.id));
    const refused = await admin.call('POST', '/knowledge/articles', { ...ARTICLE, topics: ['moonlight'] });
    assert.equal(refused.status, 400);
    await admin.call('DELETE', `/knowledge/articles/${made.body.id}/draft`);
  });

  it('goes back to an earlier version', async () => {
    const changed = { ...ARTICLE, body: 'Never descale the samovar with citric acid; the samovar is made of tin.' };
    await admin.call('PUT', `/knowledge/articles/${id}/draft`, { ...changed, edition: 0 });
    assert.equal((await admin.call('POST', `/knowledge/articles/${id}/publish`, {})).body.version, 2);
    assert.equal((await admin.call('POST', `/knowledge/articles/${id}/rollback`, { version: 1 })).body.version, 3);
    const read = (await admin.call('GET', `/knowledge/articles/${id}`)).body;
    assert.equal(read.published.body, ARTICLE.body);
    assert.deepEqual(
      read.versions.map((one: { version: number }) => one.version),
      [3, 2, 1],
    );
    assert.equal((await admin.call('POST', `/knowledge/articles/${id}/rollback`, { version: 9 })).status, 404);
  });

  it('keeps what was imported as its first version when it is changed here', async () => {
    const [first] = (await admin.call('GET', '/knowledge')).body as { id: string }[];
    const before = (await admin.call('GET', `/knowledge/articles/${first!.id}`)).body.published;
    const { _id, ...rest } = before;
    await admin.call('PUT', `/knowledge/articles/${_id}/draft`, { ...rest, title: 'Another title', edition: 0 });
    assert.equal((await admin.call('POST', `/knowledge/articles/${_id}/publish`, {})).body.version, 2);
    assert.equal((await admin.call('POST', `/knowledge/articles/${_id}/rollback`, { version: 1 })).body.version, 3);
    assert.equal((await admin.call('GET', `/knowledge/articles/${_id}`)).body.published.title, before.title);
  });

  it('names what is missing in an article', async () => {
    const refused = await admin.call('POST', '/knowledge/articles', { ...ARTICLE, title: ' ', body: 'x' });
    assert.equal(refused.status, 400);
    assert.match(refused.text, /Title: give it a title/);
  });
});

describe('questions without an answer', () => {
  const ask = (text: string, language = 'en') => ({ text, language, intent: 'OUT_OF_SCOPE', at: new Date(0) });

  it('are grouped by what they are about, the most frequent first', () => {
    const groups = groupQuestions([
      ask('Do you sell gift wrapping?'),
      ask('Is there a student discount?'),
      ask('can I get gift wrapping for my order'),
      ask('gift wrapping available?'),
      ask('What is the student discount please'),
      ask('Do you ship to the moon'),
    ]);
    assert.deepEqual(
      groups.map((group) => group.count),
      [3, 2, 1],
    );
    assert.deepEqual(groups[0]!.about.slice(0, 2).sort(), ['gift', 'wrapping']);
  });

  it('of different languages stay apart', () => {
    assert.equal(groupQuestions([ask('Geschenkpapier gift', 'de'), ask('gift Geschenkpapier', 'en')]).length, 2);
  });

  it('show nobody’s address, number or card', () => {
    const [group] = groupQuestions([
      ask('wrap it and write to ada@example.com or +49 170 1234567, card 4242 4242 4242 4242'),
    ]);
    assert.doesNotMatch(group!.examples[0]!, /ada@|170|4242 4242/);
  });
});
