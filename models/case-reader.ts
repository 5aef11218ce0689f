// Reads cases out of their lanes: one case, and how many come before it.

import { type ConversationReference, laneIdOf } from './activity.ts';
import type { Case } from './case.ts';
import type { Lane } from './lane.ts';
import type { Models } from './schemas.ts';

export interface CaseReader {
  read(caseId: string): Promise<Case | null>;
  /** Open cases that are due before this one. */
  ahead(caseId: string): Promise<number | null>;
  /** The conversation that a customer of the shop used last. */
  findConversation(shopCustomerId: string): Promise<ConversationReference | null>;
  list(filter: { status?: Case['status'][]; owner?: string; overdueAt?: Date }, limit: number): Promise<Case[]>;
}

export function createCaseReader(models: Models): CaseReader {
  const lanes = models.lanes.collection;
  const laneOf = (caseId: string) => laneIdOf({ channel: 'desk', accountId: 'default', nativeId: caseId });

  async function read(caseId: string): Promise<Case | null> {
    const lane = (await lanes.findOne({ _id: laneOf(caseId) } as never, {
      projection: { state: 1 },
    })) as unknown as Lane<Case> | null;
    return lane?.state ?? null;
  }

  return {
    read,
    ahead: async (caseId) => {
      const own = await read(caseId);
      if (own?.status !== 'open') return null;
      return lanes.countDocuments({ kind: 'case', 'state.status': 'open', 'state.dueAt': { $lt: own.dueAt } });
    },
    findConversation: async (shopCustomerId) => {
      const [lane] = await lanes
        .find(
          { kind: 'conversation', 'state.contact.shopCustomerId': shopCustomerId },
          { projection: { reference: 1 }, sort: { changedAt: -1 }, limit: 1 },
        )
        .toArray();
      return (lane as unknown as Lane | undefined)?.reference ?? null;
    },
    list: async ({ status, owner, overdueAt }, limit) => {
      const filter = {
        kind: 'case',
        ...(status ? { 'state.status': { $in: status } } : {}),
        ...(owner ? { 'state.owner.id': owner } : {}),
        ...(overdueAt ? { 'state.dueAt': { $lt: overdueAt } } : {}),
      };
      const found = await lanes.find(filter, { projection: { state: 1 }, sort: { 'state.dueAt': 1 }, limit }).toArray();
      return (found as unknown as Lane<Case>[]).map((lane) => lane.state!).filter(Boolean);
    },
  };
}
