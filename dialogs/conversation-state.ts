// What the bot remembers of a conversation, inside the lane. It is bounded: the transcript is elsewhere, and a turn at
// message 3,000 costs what it cost at message 3.

import type { Act } from '../agents/acts.ts';
import type { AgentName, Exchange, Proposal } from '../agents/agent.ts';
import type { SeenOrder } from '../agents/running/seen-orders.ts';
import type { Activity, Choice } from '../models/activity.ts';
import type { CodeWay, Lane } from '../models/lane.ts';
import type { Intent } from '../models/turn.ts';

export interface Said {
  role: 'customer' | 'bot';
  text: string;
}

/** An agent's question; `asked` is its wording, for coming back to it after a digression. */
export interface AgentQuestion {
  kind: 'agent';
  agent: AgentName;
  intent: Intent;
  exchange: Exchange;
  asked: string;
  /** Times that something else was answered instead. */
  digressions: number;
}

/** What is answered once it is known who asks. */
interface Deferred {
  text: string;
  agent: AgentName;
  intent: Intent;
  exchange?: Exchange;
}

/** A one-time code is on its way. The code itself stands nowhere: it follows from the challenge and a key. */
export interface CodeQuestion extends Deferred {
  kind: 'code';
  challengeId: string;
  way: CodeWay;
  /** Where it was sent, as far as may be said. */
  hint: string;
  expiresAt: Date;
  /** Wrong codes so far. */
  tries: number;
}

/** "Who are you?" */
export interface ProofQuestion extends Deferred {
  kind: 'proof';
  orderId?: string;
  email?: string;
  postalCode?: string;
}

/** What was answered last, for a short message that only names what is different. */
export interface LastAbout {
  agent: AgentName;
  intent: Intent;
  exchange: Exchange;
}

export interface TopicsQuestion {
  kind: 'topics';
  text: string;
  topics: Intent[];
}

/** How satisfied were you? What it is about stands in `state.rating`, which outlives the session. */
export interface RatingQuestion {
  kind: 'rating';
}

/** A rating that was asked for and not given yet: of this case, or of the bot alone. */
export interface RatingAsked {
  caseId: string | null;
  askedAt: Date;
  /** Nothing else was said to them since: a bare number is the answer. */
  isLast: boolean;
}

/** What was left open when the session before ended. */
export interface LeftOff {
  question: AgentQuestion | null;
  orderIds: string[];
}

/** Where somebody was with us before, and what came along from there. */
export interface Whence {
  channel?: string;
  orderId?: string;
  caseId?: string;
}

/** "Shall we go on with that?" */
export interface ResumeQuestion extends LeftOff {
  kind: 'resume';
}

/** What the bot asked last, so that a bare answer is understood. */
export type OpenQuestion =
  | AgentQuestion
  | ProofQuestion
  | CodeQuestion
  | TopicsQuestion
  | RatingQuestion
  | ResumeQuestion;

/** A write that waits for the customer's yes. Its key is made once, so that a repeated yes does it once. */
export interface OpenProposal extends Proposal {
  key: string;
  expiresAt: Date;
  /** A colleague offered it: it waits its whole time, also over the end of a session. */
  isOffered?: boolean;
  /** Times that something else was answered instead. */
  digressions?: number;
}

/** What was surely wanted last, for a correction that only names another thing. */
export interface LastAct {
  act: Act;
  text: string;
}

export interface OpenCase {
  id: string;
  /** What it is about: the same subject is left to the person. */
  subject: Intent;
  dueAt: Date;
  reasons: string[];
  /** The summary of what a person is asked to approve. */
  approves?: string;
  /** They say that nothing is as it seemed: people look at it, and the bot goes on. */
  calledOff?: true;
  /** The risk was told in plain words. */
  isPlain?: true;
  /** The kind of thing that the danger comes from. */
  thing?: string;
  /** When the customer was last told that their words are added to the case. */
  receiptAt?: Date;
  /** How many were before them when they were last told, and when that was. */
  place?: number;
  placeAt?: Date;
}

/** Something that the customer told us of themselves. */
export interface Fact {
  value: string;
  at: Date;
}
export type Facts = Partial<Record<'name' | 'language' | 'channel', Fact>>;

export interface ConversationState {
  said: Said[];
  /** What the older part was about, newest last. */
  topics: string[];
  /** `strongUntil`: a one-time code has shown that it is really them, for so long. */
  contact: { shopCustomerId?: string; name?: string; level: 'anonymous' | 'known'; strongUntil?: Date };
  /** Whom the shop knows by this number or address. It names, and authorises nothing. */
  recognised?: { shopCustomerId: string; name: string; by: 'phone' | 'email' };
  facts: Facts;
  question: OpenQuestion | null;
  lastAbout: LastAbout | null;
  /** Only in the first turn of a session that follows another one. */
  leftOff: LeftOff | null;
  proposal: OpenProposal | null;
  /** Proposals that come after this one is settled: one is open at a time. */
  nextProposals: Proposal[];
  /** One that was never answered, since something else came: "go ahead" shows it once more. */
  dropped: Proposal | null;
  lastAct: LastAct | null;
  /** What the technical agent asked last, in this session: it may be come back to. */
  lastTrouble: Exchange | null;
  /** What the last reply offered to pick from. */
  choices: Choice[];
  /** When somebody failed to prove who they are, within the last hour. */
  proofFailures: Date[];
  openCase: OpenCase | null;
  /** A person keeps this customer out until then; `toldAt`: when they were last told. */
  blocked?: { until: Date; toldAt?: Date };
  /** The case that was closed last: writing about it soon opens it again. */
  lastCase: (OpenCase & { closedAt: Date; promised?: string }) | null;
  rating: RatingAsked | null;
  /** When they were last asked to rate the bot alone. */
  ratedAt?: Date;
  /** The known-issue sentence that was said last. */
  noticed: string;
  /** Sentiment scores of the last messages, newest last. */
  moods: number[];
  /** Answers that the customer called no help, and their messages since the last time. */
  unhelpful: number;
  sinceUnhelpful: number;
  /** What was looked at in earlier sessions, so that its coming back is noticed. */
  problems: { about: string; at: Date }[];
  /** The fault that was spoken of last, in whatever session. */
  bugId?: string;
  /** ISO 639-1, sticky; empty before anything was said. */
  language: string;
  /** Newest first. */
  orderIds: string[];
  /** Those of the last list that was shown, in its order. */
  listedOrders: string[];
  /** Their orders that tools told of in this session, and what is in them; the last told first. */
  seenOrders: SeenOrder[];
  session: { startedAt: Date; lastAt: Date };
  introduced: boolean;
  lastReply: string;
  /** How often it was said again. */
  repeats: number;
}

/** The lane's state, or a new one. A session that was idle for too long begins anew; what is known of the customer stays. */
export function stateOf(lane: Lane, firstReceivedAt: Date, idleMinutes: number): ConversationState {
  const known = lane.state as ConversationState | null;
  const session = { startedAt: firstReceivedAt, lastAt: firstReceivedAt };
  if (!known) return newState(session);
  // A lane that an older release left behind lacks what came later.
  const whole = { ...newState(session), ...known };
  const idleMs = firstReceivedAt.getTime() - known.session.lastAt.getTime();
  if (idleMs <= idleMinutes * 60_000) return { ...whole, session: { ...known.session } };
  const proposal = whole.proposal?.isOffered ? whole.proposal : null;
  return { ...whole, ...forgottenWithTheSession(), proposal, leftOff: leftOffOf(whole), session };
}

/** An agent's question, or the orders that were spoken of; a proposal has lapsed, and a case is a person's. */
function leftOffOf({ question, orderIds, openCase }: ConversationState): LeftOff | null {
  const asked = question?.kind === 'agent' ? question : null;
  return openCase || (!asked && orderIds.length === 0) ? null : { question: asked, orderIds };
}

function newState(session: ConversationState['session']): ConversationState {
  return {
    said: [],
    topics: [],
    contact: { level: 'anonymous' },
    facts: {},
    proofFailures: [],
    openCase: null,
    lastCase: null,
    rating: null,
    problems: [],
    language: '',
    session,
    introduced: false,
    ...forgottenWithTheSession(),
  };
}

/** What a new session begins without. */
function forgottenWithTheSession() {
  return {
    question: null,
    lastAbout: null,
    leftOff: null,
    proposal: null,
    nextProposals: [],
    dropped: null,
    lastAct: null,
    lastTrouble: null,
    choices: [],
    orderIds: [],
    listedOrders: [],
    seenOrders: [],
    moods: [],
    unhelpful: 0,
    sinceUnhelpful: 0,
    noticed: '',
    lastReply: '',
    repeats: 0,
  };
}

/** Takes over who the shop says this is. */
export function identify(state: ConversationState, activity: Activity): void {
  const { identity } = activity;
  if (!identity) return;
  const { shopCustomerId, strongUntil } = state.contact;
  const isSame = shopCustomerId === identity.shopCustomerId;
  // Somebody else at the same keyboard begins anew: nothing that was asked or agreed before is theirs.
  if (shopCustomerId && !isSame) Object.assign(state, forgottenWithTheSession());
  state.contact = {
    shopCustomerId: identity.shopCustomerId,
    level: 'known',
    ...(identity.name ? { name: identity.name } : {}),
    ...(isSame && strongUntil ? { strongUntil } : {}),
  };
}
