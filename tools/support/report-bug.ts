// report_bug: a report of a fault, after the customer's yes. It joins the fault that it speaks of, or opens a new one with
// a number; whoever reported is told in their conversation when it is fixed.
import { z } from 'zod';
import { type TechnicalWords, technicalWords } from '../../phrases/technical/index.ts';
import type { Bug, SupportBackend } from '../backends/support.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ToolScope, WriteTool } from '../tool.ts';
import { hasSign, workaroundOf } from './analyze-issue.ts';
import { bugIdSchema, productSchema, symptomSchema } from './inputs.ts';

const input = z.object({
  product: productSchema,
  symptom: symptomSchema.default('other'),
  /** The customer's words, for the engineers. */
  text: z.string().trim().min(1).max(500),
  /** As the customer calls it. */
  name: z.string().max(60).optional(),
  /** When the customer names the fault that it belongs to. */
  bugId: bugIdSchema.optional(),
});
type Input = z.infer<typeof input>;

export function createReportBug(support: SupportBackend): WriteTool<Input> {
  return {
    name: 'report_bug',
    description:
      'Report a fault to the engineers. Joins a known one if there is one. The customer is asked to confirm, and told when it is fixed.',
    input,
    effect: 'writes',
    level: 'anonymous',
    propose: async (report, scope) => {
      const words = technicalWords(scope.language);
      const bug = await findFault(support, report);
      const about = aboutOf(words, report);
      if (!bug) return { allowed: true, summary: words.proposeReport(about) };
      return { allowed: true, summary: words.proposeJoin({ bugId: bug.id, ...about }) };
    },
    execute: async (report, scope) => {
      const words = technicalWords(scope.language);
      const fault = await findFault(support, report);
      const { shopCustomerId } = scope.customer;
      const entry = {
        product: report.product,
        symptom: report.symptom,
        text: report.text,
        reporter: { laneId: scope.laneId, ...(shopCustomerId ? { shopCustomerId } : {}) },
      };
      // The key makes a repetition harmless, so a lost answer is simply asked for again.
      const bug = await withRetry('technical support', () =>
        support.fileReport(entry, fault?.id ?? null, scope.idempotencyKey),
      );
      return { done: true, text: confirm(words, bug, scope) };
    },
  };
}

function confirm(words: TechnicalWords, bug: Bug, scope: ToolScope): string {
  if (bug.state === 'reported') return words.reported({ bugId: bug.id });
  return words.joined({
    bugId: bug.id,
    state: words.stateOf(bug.state),
    workaround: workaroundOf(bug, scope.language),
  });
}

function aboutOf(words: TechnicalWords, { product, symptom, name }: Input): { device: string; symptom: string } {
  return {
    device: words.yourDevice({ kind: product, ...(name ? { name } : {}) }),
    symptom: words.symptom(symptom),
  };
}

/** The open fault that this report speaks of: the one it names, else one whose signs it bears, else a plain one like it. */
async function findFault(support: SupportBackend, report: Input): Promise<Bug | null> {
  const { bugId } = report;
  const named = bugId ? await withRetry('technical support', () => support.findBug(bugId)) : null;
  if (named && named.state !== 'fixed') return named;
  // Two faults without a symptom have nothing in common but the product.
  if (report.symptom === 'other') return null;
  const bugs = await withRetry('technical support', () => support.listBugs(report.product, report.symptom));
  const open = bugs.filter((bug) => bug.state !== 'fixed');
  return open.find((bug) => hasSign(bug, report.text)) ?? open.find((bug) => bug.signs.length === 0) ?? null;
}
