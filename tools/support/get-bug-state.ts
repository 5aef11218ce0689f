// get_bug_state: where a reported fault stands. The state and the workaround are for everybody; what others wrote about
// it is for nobody.
import { z } from 'zod';
import type { SupportBackend } from '../backends/support.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { workaroundOf } from './analyze-issue.ts';
import { bugIdSchema } from './inputs.ts';

const input = z.object({ bugId: bugIdSchema });

export function createGetBugState(support: SupportBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'get_bug_state',
    description:
      'The state of a reported fault (BUG-2041): confirmed, being fixed or fixed, and what helps until then.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ bugId }, scope) => {
      const bug = await withRetry('technical support', () => support.findBug(bugId));
      if (!bug) return { found: false, bugId };
      const { shopCustomerId } = scope.customer;
      const reporter = { laneId: scope.laneId, ...(shopCustomerId ? { shopCustomerId } : {}) };
      return {
        found: true,
        bugId,
        state: bug.state,
        workaround: workaroundOf(bug, scope.language),
        fixedIn: bug.fixedIn ?? null,
        willBeTold:
          bug.state !== 'fixed' && (await withRetry('technical support', () => support.isReporter(bugId, reporter))),
      };
    },
  };
}
