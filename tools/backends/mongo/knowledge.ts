// The knowledge base in our own MongoDB, searched with minisearch in memory. The index is made again when it is a
// minute old, so that an imported article is found without a restart.
import MiniSearch from 'minisearch';
import type { Clock } from '../../../core/clock.ts';
import type { OpenRows } from '../../../models/rows.ts';
import type { StoredArticle } from '../../../models/shop/support.ts';
import type { Article, KnowledgeBackend } from '../knowledge.ts';
import { keepReading } from './kept.ts';

const MOST_ARTICLES = 5_000;
/** Below this a hit shares a filler word with the question, nothing more; measured on the demo articles. */
const LEAST_SCORE = 24;

/** Further hits are shown while they are about as good as the best one. */
const CLOSE_TO_BEST = 0.5;

/** A question of no more words is short. */
const MOST_FEW_WORDS = 5;

/** Words of a question that say nothing about its subject. */
const FILLERS = new Set(
  'a an and are be can could do does for from get got has have help how i if in is it me my not of on or our please so that the there this to use want was we what when where which who why will with would you your won don t s m ve re about know tell give make mean last today turn happen happens one other right now yes no'.split(
    ' ',
  ),
);

interface Index {
  articles: Map<string, Article>;
  search: MiniSearch;
  /** Words that name a product, as the search sees them. */
  products: ReadonlySet<string>;
}

export function createMongoKnowledge(open: OpenRows, clock: Clock): KnowledgeBackend {
  const rows = open<StoredArticle>('shop_articles');
  const index = keepReading(readIndex, clock);

  async function readIndex(): Promise<Index> {
    const stored = await rows.find({}).limit(MOST_ARTICLES).toArray();
    const search = new MiniSearch({
      fields: ['title', 'keywords', 'products', 'body'],
      processTerm: (term) => (FILLERS.has(term.toLowerCase()) ? null : stem(term.toLowerCase())),
      searchOptions: {
        boost: { title: 3, keywords: 3, products: 2 },
        prefix: (term) => term.length > 4,
        fuzzy: (term) => (term.length > 5 ? 0.15 : false),
      },
    });
    search.addAll(
      stored.map((row) => ({
        id: row._id,
        title: row.title,
        keywords: row.keywords.join(' '),
        products: row.products.length > 2 ? '' : row.products.join(' '),
        body: row.body,
      })),
    );
    return {
      articles: new Map(stored.map((row) => [row._id, toArticle(row)])),
      search,
      products: new Set(stored.flatMap((row) => row.products.map(stem))),
    };
  }

  return {
    searchArticles: async (query, { product, topic, limit }) => {
      const { articles, search, products } = await index();
      const answering = topic ? [...articles.values()].filter((one) => one.topics?.includes(topic)) : [];
      if (answering.length > 0) return answering.slice(0, limit);
      const hits = search.search(query, {
        // The product narrows the choice; what is asked about it decides.
        boostTerm: (term) => (products.has(term) ? 0.15 : 1),
        boostDocument: (id) => {
          const about = articles.get(String(id))?.products ?? [];
          if (product === undefined) return 1;
          if (!about.includes(product)) return 0.3;
          return about.length > 2 ? 1 : 1.5;
        },
      });
      const least = Math.max(LEAST_SCORE, (hits[0]?.score ?? 0) * CLOSE_TO_BEST);
      const found = hits.filter((hit) => hit.score >= least && isCovered(hit.queryTerms, query)).slice(0, limit);
      return found.map((hit) => articles.get(String(hit.id))!);
    },
    findArticle: async (articleId) => (await index()).articles.get(articleId) ?? null,
    listArticlesFor: async (product, symptom) => {
      const { articles } = await index();
      return [...articles.values()]
        .filter((one) => one.products.includes(product) && one.symptoms.includes(symptom))
        .sort((one, other) => one.products.length - other.products.length || one.id.localeCompare(other.id));
    },
  };
}

/** Of a short question an article must know half the words: one of several says little. */
function isCovered(known: readonly string[], query: string): boolean {
  const words = new Set((query.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !FILLERS.has(word)));
  return words.size > MOST_FEW_WORDS || known.length >= words.size / 2;
}

/** "Pairs" and "pair" are one word; so are "cleaning" and "clean". Enough for keywords, and harmless elsewhere. */
function stem(term: string): string {
  return term.length > 4 ? term.replace(/(ing|ies|es|s|ed)$/, '') : term;
}

function toArticle({ _id, keywords: _keywords, ...rest }: StoredArticle): Article {
  return { id: _id, ...rest };
}
