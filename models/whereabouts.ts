// Where else a customer of the shop is talking to us: one person may write by SMS today and in the chat tomorrow.
import type { OtherConversation } from './ports.ts';
import type { Models } from './schemas.ts';

export interface Whereabouts {
  /** Conversations of this customer but that lane, the newest first. */
  listOthers(shopCustomerId: string, laneId: string, since: Date): Promise<OtherConversation[]>;
}

const MOST = 5;
/** By proof or signature, and by a number or address that the shop knows. */
const PATHS = ['state.contact.shopCustomerId', 'state.recognised.shopCustomerId'] as const;

export function createWhereabouts({ lanes }: Pick<Models, 'lanes'>): Whereabouts {
  return {
    listOthers: async (shopCustomerId, laneId, since) => {
      const found = await lanes.collection
        .find({
          kind: 'conversation',
          _id: { $ne: laneId },
          changedAt: { $gte: since },
          $or: PATHS.map((path) => ({ [path]: shopCustomerId })),
        } as never)
        .project({ reference: 1, state: 1 })
        .sort({ changedAt: -1 })
        .limit(MOST)
        .toArray();
      return found as unknown as OtherConversation[];
    },
  };
}
