// run_diagnostics: what to try next, one step at a time. It remembers nothing itself: whoever calls says what was tried,
// and none of that comes again.
import { z } from 'zod';
import { technicalWords } from '../../phrases/technical/index.ts';
import type { KnowledgeBackend } from '../backends/knowledge.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { productSchema, symptomSchema } from './inputs.ts';
import { decisiveSteps, isStepId, keyOf, minutesOf, planSteps } from './plan.ts';

const MOST_CITED = 2;

const input = z.object({
  product: productSchema,
  symptom: symptomSchema.default('other'),
  /** Names of the steps that were tried, as this tool gave them. */
  tried: z.array(z.string().max(400)).max(60).default([]),
  /** The customer has tried a lot: the two decisive steps in one go. */
  together: z.boolean().default(false),
});

/** What this tool answers, as the offline agent reads it. */
export interface Diagnosis {
  steps: { step: string; text: string; minutes: number; articleId: string }[];
  /** Of the steps given, together. */
  minutes: number;
  articles: { id: string; title: string }[];
  left: number;
  /** Nothing is left to try: a person should look at it. */
  exhausted: boolean;
}

export function createRunDiagnostics(knowledge: KnowledgeBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'run_diagnostics',
    description:
      'The next step to try for a symptom of a product. Give every step that was tried; when `exhausted`, a person must take over.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ product, symptom, tried, together }, scope) => {
      const words = technicalWords(scope.language);
      const articles = await withRetry('the knowledge base', async () => {
        const special = await knowledge.listArticlesFor(product, symptom);
        return special.length > 0 ? special : knowledge.listArticlesFor(product, 'other');
      });
      const plan = planSteps({ product, symptom, tried }, articles);
      const decisive = together ? decisiveSteps(plan, articles) : [];
      const given = decisive.length > 1 ? decisive : plan.slice(0, 1);
      // The step's own article first, then the general one.
      const cited = [...new Set([...given.map((one) => one.articleId), ...articles.map((one) => one.id).reverse()])];
      const diagnosis: Diagnosis = {
        steps: given.map(({ step, articleId }) => ({
          step: keyOf(step),
          text: isStepId(step) ? words.steps[step] : step,
          minutes: minutesOf(step),
          articleId,
        })),
        minutes: given.reduce((sum, { step }) => sum + minutesOf(step), 0),
        articles: cited.slice(0, MOST_CITED).map((id) => {
          const { title } = articles.find((article) => article.id === id)!;
          return { id, title };
        }),
        left: plan.length - given.length,
        exhausted: given.length === 0,
      };
      return { ...diagnosis };
    },
  };
}
