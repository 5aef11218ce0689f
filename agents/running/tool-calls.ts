// One call of a tool by a model, real or offline. A read is done; a write is only proposed, and the proposal ends the
// answer: what is shown is its summary, and nothing happens before the customer's yes to it.
import { type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { Clock } from '../../core/clock.ts';
import { asSupportError } from '../../core/errors.ts';
import { reaches, type ToolResult, type ToolScope } from '../../tools/tool.ts';
import type { Agent, AgentAnswer } from '../agent.ts';
import { ordersIn, type SeenOrder } from './seen-orders.ts';

/** What ends an answer before the model says anything: a proposal, or a question of who this is. */
export type Ending = Pick<AgentAnswer, 'proposal' | 'needs'>;
export type ToolRuns = AgentAnswer['tools'];
export type Called = { message: BaseMessage; result: ToolResult; isAnswered: boolean } | { ending: Ending };

export interface ToolCall {
  name: string;
  args: unknown;
  id?: string;
}

export interface CallContext {
  agent: Agent;
  scope: ToolScope;
  runs: ToolRuns;
  /** Orders that were told of, so far. */
  seen: SeenOrder[];
  clock: Clock;
  /** Changes what the model gets to read. */
  show?(result: ToolResult): ToolResult;
}

/** What the tool said, or why it could not, as the model reads it. Throws SupportError when its backend is away. */
export async function callTool(
  call: ToolCall,
  { agent, scope, runs, seen, clock, show }: CallContext,
): Promise<Called> {
  const begun = clock.nowMs();
  const note = (outcome: ToolRuns[number]['outcome'], asOf?: unknown) => {
    const known = typeof asOf === 'string' ? { asOf } : {};
    runs.push({ name: tool?.name ?? 'unknown', ms: clock.nowMs() - begun, outcome, ...known });
  };
  const say = (result: ToolResult, outcome: ToolRuns[number]['outcome']): Called => {
    note(outcome, result.asOf);
    return { message: messageOf(call, show ? show(result) : result), result, isAnswered: outcome === 'ok' };
  };
  const tool = agent.tools.find((candidate) => candidate.name === call.name);
  if (!tool) return say({ error: 'there is no such tool' }, 'refused');
  const parsed = tool.input.safeParse(call.args);
  if (!parsed.success) return say({ error: parsed.error.issues.map((issue) => issue.message).join('; ') }, 'refused');
  if (!reaches(scope.customer.level, tool.level)) {
    note('refused');
    return { ending: { needs: tool.level } };
  }
  try {
    if (tool.effect === 'reads') {
      const result = await tool.run(parsed.data, scope);
      seen.push(...ordersIn(result));
      return say(result, 'ok');
    }
    const proposed = await tool.propose(parsed.data, scope);
    if (!proposed.allowed) return say({ refused: proposed.why, aPersonCould: proposed.person }, 'refused');
    note('ok');
    const { summary, amount } = proposed;
    const { level } = tool;
    const proposal = { agent: agent.name, tool: tool.name, input: parsed.data, summary, level };
    return { ending: { proposal: { ...proposal, ...(amount ? { amount } : {}) } } };
  } catch (thrown) {
    const error = asSupportError(thrown);
    if (error.kind === 'refused') return say({ error: error.code }, 'refused');
    note('failed');
    throw error;
  }
}

export function messageOf(call: ToolCall, result: ToolResult): BaseMessage {
  return new ToolMessage({ content: JSON.stringify(result), name: call.name, tool_call_id: call.id ?? call.name });
}
