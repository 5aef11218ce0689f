// The knowledge base: written, tried, published, rolled back, withdrawn; and the questions that nobody had an answer to.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import type { AdminStore } from '../../../models/admins.ts';
import type { ArticleStore } from '../../../models/articles.ts';
import type { StoredArticle } from '../../../models/shop/support.ts';
import { TOPICS } from '../../../models/shop/topics.ts';
import type { UnansweredReader } from '../../../models/unanswered.ts';
import { count, done, refusal } from '../answers.ts';
import { type AdminRoute, refuse, route } from '../route.ts';

export interface FoundArticle {
  id: string;
  title: string;
  body: string;
}

export interface KnowledgeRoutesDeps {
  store: AdminStore;
  articles: ArticleStore;
  unanswered: UnansweredReader;
  /** What the bot would find for a question, with these articles in place of the published ones of the same ids. */
  tryQuestion(question: string, drafts: StoredArticle[]): Promise<FoundArticle[]>;
  clock: Clock;
}

const list = (most: number, longest: number) => z.array(z.string().trim().min(1).max(longest)).max(most).default([]);
const articleSchema = z.object({
  title: z.string().trim().min(3, 'give it a title').max(200),
  products: list(20, 60),
  symptoms: list(20, 60),
  topics: z.array(z.enum(TOPICS)).default([]),
  keywords: list(50, 60),
  minutes: z.number().int().min(1).max(240).default(5),
  steps: list(30, 400),
  body: z.string().trim().min(10, 'say something').max(20_000),
});
const DAY_MS = 86_400_000;

const words = z.array(z.string());
/** As it is kept: imported ones may be shorter or longer than what may be written here. */
const storedArticle = z.object({
  _id: z.string(),
  title: z.string(),
  products: words,
  symptoms: words,
  topics: words.optional(),
  keywords: words,
  minutes: z.number(),
  steps: words,
  body: z.string(),
});
const versionAnswer = z.object({
  _id: z.string(),
  articleId: z.string(),
  version: count,
  at: z.date(),
  by: z.string(),
  article: storedArticle,
  withdrawn: z.boolean().optional(),
});
const draftAnswer = z.object({ _id: z.string(), article: storedArticle, edition: count, by: z.string(), at: z.date() });
const lineAnswer = z.object({
  id: z.string(),
  title: z.string(),
  isPublished: z.boolean(),
  hasDraft: z.boolean(),
  versions: count,
});
const groupAnswer = z.object({
  about: words,
  count,
  intent: z.string(),
  language: z.string(),
  examples: words,
  lastAt: z.date(),
});
const found = z.array(z.object({ id: z.string(), title: z.string(), body: z.string() }));
const edited = z.object({ id: z.string(), edition: count });
const published = z.object({ version: count });

export function knowledgeRoutes(deps: KnowledgeRoutesDeps): AdminRoute[] {
  return [
    listArticles(deps),
    readArticle(deps),
    draftArticle(deps),
    saveDraft(deps),
    discardDraft(deps),
    publishDraft(deps),
    rollBack(deps),
    withdrawArticle(deps),
    tryArticles(deps),
    listUnanswered(deps),
  ];
}

const unknown = () => refuse(404, 'article.unknown', 'There is no such article.');

const listArticles = ({ articles }: KnowledgeRoutesDeps) =>
  route({
    method: 'GET',
    path: '/knowledge',
    role: 'viewer',
    summary: 'All articles: published, drafted, withdrawn.',
    answer: z.array(lineAnswer),
    run: () => articles.list(),
  });

const readArticle = ({ articles }: KnowledgeRoutesDeps) =>
  route({
    method: 'GET',
    path: '/knowledge/articles/:id',
    role: 'viewer',
    summary: 'One article: what is published, its draft, and its versions.',
    answer: z.object({
      published: storedArticle.nullable(),
      draft: draftAnswer.nullable(),
      versions: z.array(versionAnswer),
    }),
    run: async ({ params }) => {
      const found = await articles.read(params.id!);
      if (!found.published && !found.draft && found.versions.length === 0) throw unknown();
      return found;
    },
  });

const draftArticle = (deps: KnowledgeRoutesDeps) =>
  route({
    method: 'POST',
    path: '/knowledge/articles',
    role: 'operator',
    summary: 'A new article, as a draft; answers its number.',
    answer: edited,
    refusals: { 409: refusal },
    input: articleSchema,
    run: async ({ input, person }) => {
      const id = await deps.articles.nextId();
      if (!(await deps.articles.saveDraft({ _id: id, ...input }, 0, person._id, deps.clock.now())))
        throw refuse(409, 'article.conflict', 'Somebody has just taken this number; please try again.');
      await noteIn(deps, person._id, 'drafted an article', id);
      return { id, edition: 1 };
    },
  });

const saveDraft = (deps: KnowledgeRoutesDeps) =>
  route({
    method: 'PUT',
    path: '/knowledge/articles/:id/draft',
    role: 'operator',
    summary: 'Saves the draft on top of the edition that was read; 409 when somebody was quicker.',
    answer: edited,
    refusals: { 409: refusal },
    input: articleSchema.extend({ edition: z.number().int().min(0) }),
    run: async ({ input: { edition, ...article }, params, person }) => {
      const saved = await deps.articles.saveDraft(
        { _id: params.id!, ...article },
        edition,
        person._id,
        deps.clock.now(),
      );
      if (!saved)
        throw refuse(409, 'article.conflict', 'Somebody else has saved this draft meanwhile; nothing was overwritten.');
      await noteIn(deps, person._id, 'drafted an article', params.id!);
      return { id: params.id!, edition: edition + 1 };
    },
  });

const discardDraft = (deps: KnowledgeRoutesDeps) =>
  route({
    method: 'DELETE',
    path: '/knowledge/articles/:id/draft',
    role: 'operator',
    summary: 'Throws the draft away; what is published stays.',
    answer: done,
    run: async ({ params, person }) => {
      await deps.articles.discardDraft(params.id!);
      await noteIn(deps, person._id, 'discarded a draft', params.id!);
      return { ok: true as const };
    },
  });

const publishDraft = (deps: KnowledgeRoutesDeps) =>
  route({
    method: 'POST',
    path: '/knowledge/articles/:id/publish',
    role: 'admin',
    summary: 'The draft becomes what customers are told, within a minute.',
    answer: published,
    run: async ({ params, person }) => {
      const version = await deps.articles.publish(params.id!, person._id, deps.clock.now());
      if (version === null) throw refuse(404, 'draft.none', 'There is no draft to publish.');
      await noteIn(deps, person._id, 'published an article', `${params.id} version ${version}`);
      return { version };
    },
  });

const rollBack = (deps: KnowledgeRoutesDeps) =>
  route({
    method: 'POST',
    path: '/knowledge/articles/:id/rollback',
    role: 'admin',
    summary: 'Publishes an earlier version again.',
    answer: published,
    input: z.object({ version: z.number().int().min(1) }),
    run: async ({ input, params, person }) => {
      const version = await deps.articles.rollBack(params.id!, input.version, person._id, deps.clock.now());
      if (version === null) throw refuse(404, 'version.unknown', 'There is no such version.');
      await noteIn(
        deps,
        person._id,
        'rolled an article back',
        `${params.id} version ${version} = version ${input.version}`,
      );
      return { version };
    },
  });

const withdrawArticle = (deps: KnowledgeRoutesDeps) =>
  route({
    method: 'POST',
    path: '/knowledge/articles/:id/withdraw',
    role: 'admin',
    summary: 'Customers are no longer told it; its versions stay.',
    answer: done,
    run: async ({ params, person }) => {
      if (!(await deps.articles.withdraw(params.id!, person._id, deps.clock.now()))) throw unknown();
      await noteIn(deps, person._id, 'withdrew an article', params.id!);
      return { ok: true as const };
    },
  });

const tryArticles = ({ articles, tryQuestion }: KnowledgeRoutesDeps) =>
  route({
    method: 'POST',
    path: '/knowledge/try',
    role: 'viewer',
    summary: 'What the bot finds for a question: now, and with the drafts that are named.',
    answer: z.object({ now: found, withDrafts: found }),
    input: z.object({
      question: z.string().trim().min(2).max(400),
      drafts: z.array(z.string().max(20)).max(20).default([]),
    }),
    run: async ({ input }) => {
      const read = await Promise.all(input.drafts.map((id) => articles.read(id)));
      const drafts = read.flatMap(({ draft }) => (draft ? [draft.article] : []));
      return { now: await tryQuestion(input.question, []), withDrafts: await tryQuestion(input.question, drafts) };
    },
  });

const listUnanswered = ({ unanswered, clock }: KnowledgeRoutesDeps) =>
  route({
    method: 'GET',
    path: '/knowledge/unanswered',
    role: 'viewer',
    summary: 'Questions without an answer, grouped, the most frequent first.',
    answer: z.array(groupAnswer),
    input: z.object({ days: z.coerce.number().int().min(1).max(90).default(14) }),
    run: ({ input }) =>
      unanswered.groups(new Date(clock.nowMs() - input.days * DAY_MS), new Date(clock.nowMs() + 1_000), 50),
  });

const noteIn = ({ store, clock }: KnowledgeRoutesDeps, who: string, what: string, detail: string) =>
  store.note({ at: clock.now(), who, what, detail });
