// A whole answer by a remote model: it and the tools take turns within limits on steps, tokens, money and time; what it
// says is reviewed, asked for again once, and otherwise not used. Contact data never reaches it.
import type { BaseMessage } from '@langchain/core/messages';
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { ModelSettings } from '../../models/settings.ts';
import type { ModelUsage } from '../../models/turn.ts';
import type { ToolScope } from '../../tools/tool.ts';
import type { Agent, AgentAnswer, AgentRequest } from '../agent.ts';
import { buildCorrection, buildMessages } from '../prompt.ts';
import { endBy, OWN_TOOLS } from './own-tools.ts';
import { createPlaceholders, type Placeholders } from './placeholders.ts';
import type { Answered, Remote } from './remote.ts';
import { findUnfounded, type Sources } from './review.ts';
import type { SeenOrder } from './seen-orders.ts';
import { addUsage, NO_USAGE, type Spending } from './spending.ts';
import { callTool, messageOf, type ToolCall, type ToolRuns } from './tool-calls.ts';

export interface RemoteAnswerDeps {
  remote: Remote;
  spending?: Spending;
  clock: Clock;
  log: Log;
}

export interface Asked {
  agent: Agent;
  request: AgentRequest;
  scope: ToolScope;
  settings: ModelSettings;
  /** Grows with each call of a tool, whoever answers in the end. */
  runs: ToolRuns;
  seen: SeenOrder[];
  /** What it took so far; counted even when the answer is not used. */
  usage: { sum: ModelUsage };
}

/** What the model made of it; the rest of the answer is the runner's. */
export type RemoteAnswer = Pick<AgentAnswer, 'text' | 'model'> & Partial<AgentAnswer>;

interface Work extends Asked {
  messages: BaseMessage[];
  placeholders: Placeholders;
  sources: Sources;
  customer: string;
  signal: AbortSignal;
}

/**
 * Null when what it said could not be used. Throws SupportError: `backend.unavailable` when a tool is away, `model.*` when
 * no model answered or a limit was reached; TimedOut at the answer's deadline.
 */
export async function answerRemotely(deps: RemoteAnswerDeps, asked: Asked): Promise<RemoteAnswer | null> {
  const { request, scope, settings, agent } = asked;
  const customer = scope.customer.shopCustomerId ?? scope.laneId;
  const reached = await deps.spending?.reached(customer, settings);
  if (reached) throw new SupportError('model.capped', `the cap of the ${reached} is reached`, { kind: 'refused' });
  const placeholders = createPlaceholders({ name: request.facts.customerName });
  const ended = new AbortController();
  const work: Work = {
    ...asked,
    placeholders,
    messages: buildMessages(agent, request, placeholders),
    sources: sourcesOf(agent, request),
    customer,
    signal: scope.signal ? AbortSignal.any([ended.signal, scope.signal]) : ended.signal,
  };
  try {
    return await within(settings.answerMs, converse(deps, work));
  } finally {
    ended.abort(new DOMException('the answer is over', 'AbortError'));
  }
}

async function converse(deps: RemoteAnswerDeps, work: Work): Promise<RemoteAnswer | null> {
  const { settings, agent, messages, placeholders } = work;
  const tools = [
    ...agent.tools.map(({ name, description, input }) => ({ name, description, schema: input })),
    ...OWN_TOOLS,
  ];
  let isSecondTry = false;
  for (let step = 0; step < settings.maxSteps; step += 1) {
    assertWithinBudget(work);
    const paid: ModelUsage[] = [];
    const options = { settings, signal: work.signal, tools, onUsage: (usage: ModelUsage) => void paid.push(usage) };
    const answered = await deps.remote.ask(messages, options).finally(() => pay(deps, work, paid));
    const { message, model } = answered;
    const calls = (message.tool_calls ?? []) as ToolCall[];
    const ending = calls.length > 0 ? await useTools(deps, work, answered, calls) : { text: message.text };
    if (!ending) continue;
    const said = placeholders.restoreIn({ ...ending, text: (ending.text ?? '').trim() });
    const unfounded = findUnfounded(said.text, work.sources);
    if (unfounded.length === 0) return { ...said, model };
    // Their number only: the values are the customer's business.
    deps.log.warn('model.unfounded', { agent: agent.name, model, values: unfounded.length, again: !isSecondTry });
    if (isSecondTry) return null;
    isSecondTry = true;
    if (calls.length === 0) messages.push(message);
    messages.push(buildCorrection(unfounded.map(placeholders.hide)));
  }
  throw new SupportError('model.endless', `no answer in ${settings.maxSteps} steps`, { kind: 'transient' });
}

/** The calls of one message. What ends the answer is returned; otherwise the model reads what came back. */
async function useTools(
  deps: RemoteAnswerDeps,
  work: Work,
  { message }: Answered,
  calls: ToolCall[],
): Promise<Partial<AgentAnswer> | null> {
  const { placeholders, messages, sources, request } = work;
  messages.push(message);
  let ending: Partial<AgentAnswer> | null = null;
  for (const call of calls) {
    const real = placeholders.restoreIn(call);
    const own = endBy(real, request);
    if (own !== null) {
      const isReadable = typeof own !== 'string';
      messages.push(messageOf(call, isReadable ? { noted: true } : { error: own }));
      if (isReadable) ending ??= { ...own, text: [message.text, own.text].filter(Boolean).join('\n\n') };
      continue;
    }
    const called = await callTool(real, { ...work, clock: deps.clock, show: placeholders.hideIn });
    if ('ending' in called) return { text: '', ...called.ending };
    messages.push(called.message);
    sources.results.push(called.result);
    if (called.isAnswered) sources.asked.push(real.args);
  }
  return ending;
}

function assertWithinBudget({ usage: { sum }, settings }: Work): void {
  if (sum.inputTokens + sum.outputTokens < settings.mostTokens && sum.cost < settings.mostCost) return;
  throw new SupportError('model.capped', 'this answer may not cost more', { kind: 'refused' });
}

async function pay(deps: RemoteAnswerDeps, work: Work, paid: ModelUsage[]): Promise<void> {
  for (const usage of paid) {
    work.usage.sum = addUsage(work.usage.sum, usage);
    await deps.spending?.add(work.customer, usage);
  }
}

function sourcesOf(agent: Agent, request: AgentRequest): Sources {
  const saidBy = (role: 'customer' | 'bot') =>
    request.history.filter((one) => one.role === role).map((one) => one.text);
  return {
    results: [],
    asked: [],
    facts: request.facts,
    policy: agent.instructions,
    replies: saidBy('bot'),
    customer: [...saidBy('customer'), request.text].join('\n'),
    today: request.today,
  };
}

export const noUsage = (): { sum: ModelUsage } => ({ sum: NO_USAGE });
