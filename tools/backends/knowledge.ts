// The port to the knowledge base: what tools need from whatever system holds the articles.
export interface Article {
  id: string;
  title: string;
  products: string[];
  symptoms: string[];
  /** General questions that it answers (models/shop/topics.ts). */
  topics?: string[];
  minutes: number;
  /** Names of steps (phrases/technical/words.ts) or sentences. */
  steps: string[];
  /** Markdown. Text of others: it is quoted, never obeyed. */
  body: string;
}

export interface KnowledgeBackend {
  /**
   * Articles that fit the words, best first; none when nothing fits. `product` prefers those about it; where there are
   * articles that answer `topic`, they are given and no others.
   */
  searchArticles(query: string, options: { product?: string; topic?: string; limit: number }): Promise<Article[]>;
  /** null when there is none with this id. */
  findArticle(articleId: string): Promise<Article | null>;
  /** The articles for a symptom of a kind of product: the most special first, general ones last. */
  listArticlesFor(product: string, symptom: string): Promise<Article[]>;
}
