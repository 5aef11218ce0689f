// The knowledge base as admins write it: one draft for each article, published as a numbered version, and any earlier
// version published again. What customers are told is what is published; a draft is seen by those who try it only.
import type { Connection } from 'mongoose';
import type { StoredArticle } from './shop/support.ts';

export interface ArticleVersion {
  /** `KB-015#3` */
  _id: string;
  articleId: string;
  version: number;
  at: Date;
  by: string;
  article: StoredArticle;
  /** Taken out of what customers are told. */
  withdrawn?: boolean;
}

export interface ArticleDraft {
  _id: string;
  article: StoredArticle;
  /** Grows with every save; who saves on top of an older one is told. */
  edition: number;
  by: string;
  at: Date;
}

export interface ArticleLine {
  id: string;
  title: string;
  isPublished: boolean;
  hasDraft: boolean;
  versions: number;
}

export interface ArticleStore {
  list(): Promise<ArticleLine[]>;
  read(
    id: string,
  ): Promise<{ published: StoredArticle | null; draft: ArticleDraft | null; versions: ArticleVersion[] }>;
  /** `edition`: the one that was read, 0 for a new draft. False: somebody else has saved meanwhile. */
  saveDraft(article: StoredArticle, edition: number, by: string, at: Date): Promise<boolean>;
  discardDraft(id: string): Promise<void>;
  /** The draft becomes what customers are told. Null when there is none. */
  publish(id: string, by: string, at: Date): Promise<number | null>;
  /** An earlier version becomes the newest. Null when there is none of that number. */
  rollBack(id: string, version: number, by: string, at: Date): Promise<number | null>;
  withdraw(id: string, by: string, at: Date): Promise<boolean>;
  /** A number that no article has: KB-101 and up. */
  nextId(): Promise<string>;
}

const FIRST_OWN = 101;
const MOST = 5_000;

export function createArticleStore(connection: Connection): ArticleStore {
  const published = connection.collection<StoredArticle>('shop_articles');
  const drafts = connection.collection<ArticleDraft>('article_drafts');
  const versions = connection.collection<ArticleVersion>('article_versions');

  const versionsOf = (articleId: string) => versions.find({ articleId }).sort({ version: -1 }).limit(MOST).toArray();

  /** The version is kept first: what is published is always found among them. */
  async function put(article: StoredArticle, by: string, at: Date): Promise<number> {
    const known = await versionsOf(article._id);
    const current = await published.findOne({ _id: article._id });
    // What was there before the first change here is a version too, so that there is a way back to it.
    if (known.length === 0 && current) await keep(current, 1, 'import', at);
    const version = Math.max(known[0]?.version ?? 0, current && known.length === 0 ? 1 : 0) + 1;
    await keep(article, version, by, at);
    await published.replaceOne({ _id: article._id }, article, { upsert: true });
    return version;
  }

  async function keep(article: StoredArticle, version: number, by: string, at: Date): Promise<void> {
    const row = { _id: `${article._id}#${version}`, articleId: article._id, version, at, by, article };
    await versions.insertOne(row);
  }

  return {
    list: async () => {
      const [there, drafted, kept] = await Promise.all([
        published
          .find({}, { projection: { title: 1 } })
          .limit(MOST)
          .toArray(),
        drafts.find({}).limit(MOST).toArray(),
        versions
          .aggregate<{ _id: string; count: number; title: string }>([
            { $sort: { version: 1 } },
            { $group: { _id: '$articleId', count: { $sum: 1 }, title: { $last: '$article.title' } } },
          ])
          .toArray(),
      ]);
      const lines = new Map<string, ArticleLine>();
      for (const { _id: id, count, title } of kept)
        lines.set(id, { id, title, isPublished: false, hasDraft: false, versions: count });
      for (const { _id: id, title } of there)
        lines.set(id, { id, title, isPublished: true, hasDraft: false, versions: lines.get(id)?.versions ?? 1 });
      for (const { _id: id, article } of drafted)
        lines.set(id, {
          ...(lines.get(id) ?? { id, isPublished: false, versions: 0 }),
          title: article.title,
          hasDraft: true,
        });
      return [...lines.values()].sort((one, other) => one.id.localeCompare(other.id));
    },
    read: async (id) => ({
      published: await published.findOne({ _id: id }),
      draft: await drafts.findOne({ _id: id }),
      versions: await versionsOf(id),
    }),
    saveDraft: async (article, edition, by, at) => {
      const next: ArticleDraft = { _id: article._id, article, edition: edition + 1, by, at };
      if (edition > 0) return (await drafts.replaceOne({ _id: article._id, edition }, next)).matchedCount > 0;
      try {
        await drafts.insertOne(next);
        return true;
      } catch (error) {
        if ((error as { code?: number }).code === 11000) return false;
        throw error;
      }
    },
    discardDraft: async (id) => {
      await drafts.deleteOne({ _id: id });
    },
    publish: async (id, by, at) => {
      const draft = await drafts.findOne({ _id: id });
      if (!draft) return null;
      const version = await put(draft.article, by, at);
      await drafts.deleteOne({ _id: id, edition: draft.edition });
      return version;
    },
    rollBack: async (id, version, by, at) => {
      const target = await versions.findOne({ _id: `${id}#${version}` });
      return target ? put(target.article, by, at) : null;
    },
    withdraw: async (id, by, at) => {
      const current = await published.findOne({ _id: id });
      if (!current) return false;
      if ((await versionsOf(id)).length === 0) await keep(current, 1, by, at);
      return (await published.deleteOne({ _id: id })).deletedCount > 0;
    },
    nextId: async () => {
      const all = await Promise.all([published, drafts].map((one) => one.distinct('_id')));
      const kept = await versions.distinct('articleId');
      const numbers = [...all.flat(), ...kept].map((id) => Number(/^KB-(\d+)$/.exec(String(id))?.[1] ?? 0));
      return `KB-${Math.max(FIRST_OWN - 1, ...numbers) + 1}`;
    },
  };
}
