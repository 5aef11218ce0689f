// The one runner: model ↔ tools until there is an answer, with limits on steps and time. A remote model that fails is
// replaced by the offline one for the rest of this answer; a tool that fails is said honestly.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { type AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import type { Clock } from '../core/clock.ts';
import { asSupportError, SupportError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { Settings } from '../models/settings.ts';
import { type Done, reaches, type Tool, type ToolResult, type ToolScope } from '../tools/tool.ts';
import type { Agent, AgentAnswer, AgentRequest, Proposal } from './agent.ts';
import { type OfflineExtras, OfflineModel } from './offline-model.ts';
import { buildMessages } from './prompt.ts';

export interface RunnerDeps {
  /** The remote model; without it the offline one answers. */
  primary?: BaseChatModel;
  clock: Clock;
  log: Log;
}

export interface Runner {
  /** Throws SupportError: transient when a tool's backend is away, bug when even the offline model finds no end. */
  run(agent: Agent, request: AgentRequest, scope: ToolScope, settings: Settings): Promise<AgentAnswer>;
  /** Does what was proposed, once per the scope's idempotency key. Only after the customer's explicit yes. */
  confirm(agent: Agent, proposal: Proposal, scope: ToolScope): Promise<Done & { run: ToolRuns[number] }>;
}

/** What ends an answer before the model says anything: a proposal, or a question of who this is. */
type Ending = Pick<AgentAnswer, 'proposal' | 'needs'>;
type Outcome = { message: AIMessage } | { ending: Ending };

type ToolRuns = AgentAnswer['tools'];

export function createRunner({ primary, clock, log }: RunnerDeps): Runner {
  return {
    run: async (agent, request, scope, settings) => {
      const begun = clock.nowMs();
      const tools: ToolRuns = [];
      const finish = (outcome: Outcome, model: string): AgentAnswer => {
        const common = { tools, model, ms: clock.nowMs() - begun };
        if ('ending' in outcome) return { text: '', ...common, ...outcome.ending };
        const { message } = outcome;
        const extras = (message.additional_kwargs.frontdesk ?? {}) as OfflineExtras;
        return { text: message.text.trim(), ...common, ...extras };
      };
      if (primary) {
        try {
          const outcome = await converse(asTools(primary, agent.tools), agent, request, scope, settings, tools);
          if ('ending' in outcome || outcome.message.text.trim() !== '') return finish(outcome, settings.model.name);
          log.warn('model.silent', { agent: agent.name });
        } catch (error) {
          if (error instanceof SupportError && error.code === 'backend.unavailable') throw error;
          log.warn('model.failed', { agent: agent.name, error });
        }
      }
      return finish(
        await converse(new OfflineModel(agent, request), agent, request, scope, settings, tools),
        'offline',
      );
    },
    confirm: async (agent, proposal, scope) => {
      const begun = clock.nowMs();
      const tool = agent.tools.find((candidate) => candidate.name === proposal.tool);
      if (tool?.effect !== 'writes')
        throw new SupportError('tool.gone', `${proposal.tool} cannot be done any more`, { kind: 'permanent' });
      const done = await tool.execute(tool.input.parse(proposal.input), scope);
      return { ...done, run: { name: tool.name, ms: clock.nowMs() - begun, outcome: done.done ? 'ok' : 'refused' } };
    },
  };

  async function converse(
    model: Model,
    agent: Agent,
    request: AgentRequest,
    scope: ToolScope,
    settings: Settings,
    runs: ToolRuns,
  ): Promise<Outcome> {
    const messages = model instanceof OfflineModel ? [] : buildMessages(agent, request);
    for (let step = 0; step < settings.model.maxSteps; step += 1) {
      const answer = (await model.invoke(messages)) as AIMessage;
      const calls = answer.tool_calls ?? [];
      if (calls.length === 0) return { message: answer };
      messages.push(answer);
      for (const call of calls) {
        const called = await callTool(call, agent, scope, runs);
        // A proposal ends the answer: what is shown is its summary, not what a model makes of it.
        if ('ending' in called) return called;
        messages.push(called.message);
      }
    }
    throw new SupportError('agent.endless', `${agent.name} found no answer in ${settings.model.maxSteps} steps`, {
      kind: 'bug',
    });
  }

  /** What the tool said, or why it could not, as the model reads it. A backend that is away ends the answer. */
  async function callTool(
    call: { name: string; args: unknown; id?: string },
    agent: Agent,
    scope: ToolScope,
    runs: ToolRuns,
  ): Promise<{ message: BaseMessage } | { ending: Ending }> {
    const begun = clock.nowMs();
    const note = (outcome: ToolRuns[number]['outcome']) =>
      runs.push({ name: call.name, ms: clock.nowMs() - begun, outcome });
    const say = (result: ToolResult, outcome: ToolRuns[number]['outcome']) => {
      note(outcome);
      return {
        message: new ToolMessage({
          content: JSON.stringify(result),
          name: call.name,
          tool_call_id: call.id ?? call.name,
        }),
      };
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
      if (tool.effect === 'reads') return say(await tool.run(parsed.data, scope), 'ok');
      const proposed = await tool.propose(parsed.data, scope);
      if (!proposed.allowed) return say({ refused: proposed.why, aPersonCould: proposed.person }, 'refused');
      note('ok');
      const { summary, amount } = proposed;
      return {
        ending: {
          proposal: { agent: agent.name, tool: tool.name, input: parsed.data, summary, ...(amount ? { amount } : {}) },
        },
      };
    } catch (thrown) {
      const error = asSupportError(thrown);
      if (error.kind === 'refused') return say({ error: error.code }, 'refused');
      runs.push({ name: call.name, ms: clock.nowMs() - begun, outcome: 'failed' });
      throw error;
    }
  }
}

type Model = Pick<Runnable<BaseMessage[], BaseMessage>, 'invoke'>;

/** Our tools in the words of the model's protocol. */
function asTools(model: BaseChatModel, tools: readonly Tool[]): Model {
  if (tools.length === 0) return model as unknown as Model;
  const described = tools.map((tool) => ({ name: tool.name, description: tool.description, schema: tool.input }));
  if (!model.bindTools) throw new SupportError('model.toolless', 'this model cannot use tools', { kind: 'permanent' });
  return model.bindTools(described as never) as unknown as Model;
}
