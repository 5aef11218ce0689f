// The nouns of technical support: articles of the knowledge base, known faults and who is to be told of their end, and
// how long the warranty of a product lasts. An article is a Markdown file with a front matter; this file reads it.
import { SupportError } from '../../core/errors.ts';
import { isTopic, TOPICS, type Topic } from './topics.ts';

export interface StoredArticle {
  /** The number that customers read: KB-015. */
  _id: string;
  title: string;
  /** Kinds of product it is about (phrases/technical/words.ts), or the shop's own. */
  products: string[];
  symptoms: string[];
  /** General questions that it answers; left out: none. */
  topics?: Topic[];
  keywords: string[];
  /** How long its steps take together. */
  minutes: number;
  /** Names of steps that are written in every language, or sentences of the article's own. */
  steps: string[];
  /** Markdown. */
  body: string;
}

/** Whoever reported a fault is told of its end in the conversation where they reported it. */
export interface StoredReport {
  key: string;
  laneId: string;
  shopCustomerId?: string;
  /** The customer's words, for the engineers only: no other customer ever reads them. */
  text: string;
  at: Date;
}

export interface StoredBug {
  /** BUG-… */
  _id: string;
  product: string;
  symptom: string;
  state: 'reported' | 'confirmed' | 'in progress' | 'fixed';
  /** Words that tell this fault from others of the same product and symptom; none: any fits. */
  signs: string[];
  /** A step's name, or a sentence. */
  workaround?: string;
  /** The version that brings the end of it. */
  fixedIn?: string;
  reports: StoredReport[];
  /** Keys of the reports whose customers were told that it is fixed. */
  told: string[];
}

export interface StoredWarranty {
  /** Kind of product. */
  _id: string;
  months: number;
}

/** The collections of technical support and the fields they are searched by. */
export const SUPPORT_INDEXES: Record<string, readonly string[]> = {
  shop_articles: [],
  shop_bugs: ['product', 'reports.key'],
  shop_warranties: [],
};

const FRONT_MATTER = /^---\n(?<head>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/;
const ARTICLE_ID = /^[A-Z]{2,8}-\d{1,6}$/;
const LONGEST_STEP = 400;

/** An article from its file: `key: one, two` or `key:` and `- item` lines. Throws SupportError `article.malformed`. */
export function readArticle(file: string, name: string): StoredArticle {
  const parts = FRONT_MATTER.exec(file.replaceAll('\r\n', '\n'))?.groups;
  if (!parts) throw malformed(name, 'it does not begin with a front matter between two lines of ---');
  const head = readHead(parts.head!);
  const one = (key: string) => (head.get(key) ?? []).join(', ').trim();
  const topics = head.get('topics') ?? [];
  const article: StoredArticle = {
    _id: one('id'),
    title: one('title').replace(/^"(.*)"$/, '$1'),
    products: head.get('products') ?? [],
    symptoms: head.get('symptoms') ?? [],
    topics: topics.filter(isTopic),
    keywords: head.get('keywords') ?? [],
    minutes: Number(one('minutes')),
    steps: head.get('steps') ?? [],
    body: parts.body!.trim(),
  };
  if (!ARTICLE_ID.test(article._id)) throw malformed(name, 'its id does not look like KB-001');
  const unknown = topics.find((topic) => !isTopic(topic));
  if (unknown) throw malformed(name, `«${unknown}» is no topic; there are ${TOPICS.join(', ')}`);
  if (article.title === '') throw malformed(name, 'it has no title');
  if (!(article.minutes > 0)) throw malformed(name, 'minutes is not a number above 0');
  if (article.steps.some((step) => step.length > LONGEST_STEP))
    throw malformed(name, `a step is longer than ${LONGEST_STEP} characters`);
  return article;
}

function readHead(text: string): Map<string, string[]> {
  const head = new Map<string, string[]>();
  let list: string[] | null = null;
  for (const line of text.split('\n')) {
    const item = /^\s*-\s+(.+)$/.exec(line);
    const field = /^([a-z]+):\s*(.*)$/.exec(line);
    if (item && list) list.push(item[1]!.trim());
    else if (field) {
      const values = field[2]!.split(',').map((value) => value.trim());
      list = values.filter((value) => value !== '');
      head.set(field[1]!, list);
    }
  }
  return head;
}

function malformed(name: string, why: string): SupportError {
  return new SupportError('article.malformed', `${name}: ${why}`, { kind: 'permanent' });
}
