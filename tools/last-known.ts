// What a read said last, for the time in which its system is away: the same question of the same customer gets the last
// answer, with the moment at which it was true. In memory, bounded, and never for writes.
import { asSupportError } from '../core/errors.ts';
import type { ReadTool, Tool, ToolResult, ToolScope } from './tool.ts';

const MOST_KEPT = 2_000;
const KEPT_MS = 24 * 3_600_000;

interface Known {
  result: ToolResult;
  at: Date;
}

/** Wraps tools; all that one call of this returns share what they remember. Writes and `live` reads are left as they are. */
export function createLastKnown(): (tool: Tool) => Tool {
  const kept = new Map<string, Known>();

  function remember(key: string, known: Known): void {
    // Set anew it is the youngest; a Map hands out its oldest first.
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  }
  return (tool) => {
    if (tool.effect === 'writes' || tool.live) return tool;
    return {
      ...tool,
      run: async (input, scope) => {
        const key = keyOf(tool, input, scope);
        try {
          const result = await tool.run(input, scope);
          remember(key, { result, at: scope.clock.now() });
          return result;
        } catch (thrown) {
          const known = kept.get(key);
          const isFresh = known && scope.clock.nowMs() - known.at.getTime() <= KEPT_MS;
          if (!isFresh || asSupportError(thrown).kind !== 'transient') throw thrown;
          return { ...known.result, asOf: known.at.toISOString() };
        }
      },
    };
  };
}

/** Whose it is stands in it: nobody is told what another one was told. */
function keyOf(tool: ReadTool, input: unknown, { customer, laneId }: ToolScope): string {
  return JSON.stringify([tool.name, customer.level, customer.shopCustomerId ?? laneId, input]);
}
