// What the lanes are doing right now, for those who like to watch: who speaks, who works on it, what waits. Numbers and states,
// no words of anybody.
import type { Lane, OutboxItem } from './lane.ts';
import type { Models } from './schemas.ts';

export interface LaneGlimpse {
  laneId: string;
  kind: Lane['kind'];
  owner: string;
  ownerEpoch: number;
  leaseEpoch: number;
  isHeld: boolean;
  inbox: number;
  outbox: Pick<OutboxItem, 'id' | 'kind' | 'attempts' | 'notBefore' | 'ambiguousSince'>[];
  sequence: number;
  changedAt: Date;
}

export type NewestLanes = (limit: number) => Promise<LaneGlimpse[]>;

const FIELDS = {
  kind: 1,
  owner: 1,
  ownerEpoch: 1,
  leaseEpoch: 1,
  leaseUntil: 1,
  inbox: { key: 1 },
  outbox: { id: 1, kind: 1, attempts: 1, notBefore: 1, ambiguousSince: 1 },
  sequence: 1,
  changedAt: 1,
};

export function createNewestLanes({ lanes }: Pick<Models, 'lanes'>): NewestLanes {
  return async (limit) => {
    const found = (await lanes.collection
      .find({}, { sort: { changedAt: -1 }, limit, projection: FIELDS })
      .toArray()) as unknown as Lane[];
    return found.map(
      ({ _id, kind, owner, ownerEpoch, leaseEpoch, leaseUntil, inbox, outbox, sequence, changedAt }) => ({
        laneId: _id,
        kind,
        owner,
        ownerEpoch,
        leaseEpoch,
        isHeld: leaseUntil !== null,
        inbox: inbox.length,
        outbox,
        sequence,
        changedAt,
      }),
    );
  };
}
