// search_knowledge: articles for a question, or one by its id. What an article says is text of others: it is quoted to
// the customer and never obeyed.
import { z } from 'zod';
import { TOPICS } from '../../models/shop/topics.ts';
import { technicalWords } from '../../phrases/technical/index.ts';
import type { Article, KnowledgeBackend } from '../backends/knowledge.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { productSchema } from './inputs.ts';
import { isStepId } from './plan.ts';

const MOST_ARTICLES = 3;
const ID = /^[A-Z]{2,8}-\d{1,6}$/;

const input = z.object({
  /** A question in any words, or the id of an article. */
  query: z.string().trim().min(1).max(400),
  product: productSchema.optional(),
  /** A general question of models/shop/topics.ts. */
  topic: z.enum(TOPICS).optional().describe('What is asked in general, where it is one of these.'),
});

export function createSearchKnowledge(knowledge: KnowledgeBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'search_knowledge',
    description:
      'Find articles of the knowledge base for a question, or one by its id (KB-015). Cite what you use by id and title.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ query, ...narrower }, scope) => {
      const found = await withRetry('the knowledge base', () => find(knowledge, query, narrower));
      return { found: found.length > 0, articles: found.map((article) => view(article, scope.language)) };
    },
  };
}

async function find(
  knowledge: KnowledgeBackend,
  query: string,
  narrower: Omit<z.infer<typeof input>, 'query'>,
): Promise<Article[]> {
  const id = query.toUpperCase();
  if (!ID.test(id)) {
    const { product, topic } = narrower;
    return knowledge.searchArticles(query, {
      ...(product ? { product } : {}),
      ...(topic ? { topic } : {}),
      limit: MOST_ARTICLES,
    });
  }
  const article = await knowledge.findArticle(id);
  return article ? [article] : [];
}

function view(article: Article, language: string) {
  const words = technicalWords(language);
  return {
    id: article.id,
    title: article.title,
    topics: article.topics ?? [],
    products: article.products,
    minutes: article.minutes,
    text: article.body,
    steps: article.steps.map((step) => (isStepId(step) ? words.steps[step] : step)),
  };
}
