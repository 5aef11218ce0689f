// The one runner: a remote model and the tools until there is an answer, within limits; when no model is there, none
// answers in time, or what it says has nothing behind it, the offline one answers. Whoever answers, a write is only proposed.
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import type { Clock } from '../core/clock.ts';
import { SupportError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { TimedOut } from '../core/within.ts';
import type { Settings } from '../models/settings.ts';
import type { Done, ToolScope } from '../tools/tool.ts';
import type { Agent, AgentAnswer, AgentRequest, Proposal } from './agent.ts';
import type { ModelSource } from './model.ts';
import { type OfflineExtras, OfflineModel } from './offline-model.ts';
import { forOffline } from './running/own-tools.ts';
import { createRemote, type RemoteDeps } from './running/remote.ts';
import { type Asked, answerRemotely, noUsage } from './running/remote-answer.ts';
import type { Spending } from './running/spending.ts';
import { callTool, type Ending, type ToolCall, type ToolRuns } from './running/tool-calls.ts';

export interface RunnerDeps {
  /** The remote models; without them the offline one answers. */
  models?: ModelSource | undefined;
  /** Counts what they cost, and stops them at the caps. */
  spending?: Spending;
  clock: Clock;
  log: Log;
  /** Waits between tries of a remote call. */
  pause?: RemoteDeps['pause'];
}

export interface Runner {
  /** Throws SupportError: transient when a tool's backend is away, bug when even the offline model finds no end. */
  run(agent: Agent, request: AgentRequest, scope: ToolScope, settings: Settings): Promise<AgentAnswer>;
  /** Does what was proposed, once per the scope's idempotency key. Only after the customer's explicit yes. */
  confirm(agent: Agent, proposal: Proposal, scope: ToolScope): Promise<Done & { run: ToolRuns[number] }>;
}

type Outcome = { message: AIMessage } | { ending: Ending };

/** What rules need costs nothing: ten orders of one message are looked up one by one. */
const OFFLINE_STEPS = 14;

export function createRunner({ models, spending, clock, log, pause }: RunnerDeps): Runner {
  const remote = models ? createRemote({ models, clock, log, ...(pause ? { pause } : {}) }) : null;
  return {
    run: async (agent, request, scope, settings) => {
      const begun = clock.nowMs();
      const asked: Asked = { agent, request, scope, settings: settings.model, runs: [], seen: [], usage: noUsage() };
      const given = (await tryRemote(asked)) ?? (await answerOffline(asked));
      const usage = asked.usage.sum;
      const spent = usage.inputTokens + usage.outputTokens > 0 ? { usage } : {};
      const seen = asked.seen.length > 0 ? { seen: asked.seen } : {};
      return { ...given, ...seen, tools: asked.runs, ms: clock.nowMs() - begun, ...spent };
    },
    confirm: async (agent, proposal, scope) => {
      const begun = clock.nowMs();
      const known = [...agent.tools, ...(agent.approvedTools ?? [])];
      const tool = known.find((candidate) => candidate.name === proposal.tool);
      if (tool?.effect !== 'writes')
        throw new SupportError('tool.gone', `${proposal.tool} cannot be done any more`, { kind: 'permanent' });
      const done = await tool.execute(tool.input.parse(proposal.input), scope);
      return { ...done, run: { name: tool.name, ms: clock.nowMs() - begun, outcome: done.done ? 'ok' : 'refused' } };
    },
  };

  /** Null: the offline model answers. What is not the model's fault goes on to the turn. */
  async function tryRemote(asked: Asked): Promise<Omit<AgentAnswer, 'tools' | 'ms'> | null> {
    if (!remote) return null;
    try {
      return await answerRemotely({ remote, ...(spending ? { spending } : {}), clock, log }, asked);
    } catch (error) {
      asked.scope.signal?.throwIfAborted();
      if (error instanceof SupportError && !error.code.startsWith('model.')) throw error;
      const code =
        error instanceof TimedOut ? 'model.late' : error instanceof SupportError ? error.code : 'model.failed';
      // The provider's own words may repeat the customer's: what went wrong is told by each call's code.
      log.warn('model.given-up', { agent: asked.agent.name, code, ...(code === 'model.failed' ? { error } : {}) });
      return null;
    }
  }

  async function answerOffline({
    agent,
    request,
    scope,
    settings,
    runs,
    seen,
  }: Asked): Promise<Omit<AgentAnswer, 'tools' | 'ms'>> {
    const model = new OfflineModel(agent, forOffline(request));
    const outcome = await converseOffline(
      model,
      { agent, scope, runs, seen },
      Math.max(settings.maxSteps, OFFLINE_STEPS),
    );
    if ('ending' in outcome) return { text: '', model: 'offline', ...outcome.ending };
    const extras = (outcome.message.additional_kwargs.frontdesk ?? {}) as OfflineExtras;
    return { text: outcome.message.text.trim(), model: 'offline', ...extras };
  }

  async function converseOffline(
    model: OfflineModel,
    work: Pick<Asked, 'agent' | 'scope' | 'runs' | 'seen'>,
    maxSteps: number,
  ): Promise<Outcome> {
    const messages: BaseMessage[] = [];
    for (let step = 0; step < maxSteps; step += 1) {
      const answer = (await model.invoke(messages)) as AIMessage;
      const calls = (answer.tool_calls ?? []) as ToolCall[];
      if (calls.length === 0) return { message: answer };
      messages.push(answer);
      for (const call of calls) {
        const called = await callTool(call, { ...work, clock });
        if ('ending' in called) return called;
        messages.push(called.message);
      }
    }
    throw new SupportError('agent.endless', `${work.agent.name} found no answer in ${maxSteps} steps`, { kind: 'bug' });
  }
}
