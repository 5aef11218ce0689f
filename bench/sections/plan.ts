// How large a run is. `--quick` is for working on the code; only a full run's figures are quoted.

export interface Plan {
  quick: boolean;
  seed: number;
  /** Lanes that are busy at once where nothing else is said. */
  lanes: number;
  rounds: number;
  roundMs: number;
  warmMs: number;
  /** Turns of one conversation at which its cost is measured. */
  depths: [number, number, number];
  deepConversations: number;
  /** Conversations in the collection at which the cost is measured. */
  populations: [number, number];
  idleConversations: number;
  busy: { conversations: number; thinkMs: number; forMs: number };
  concurrent: { conversations: number; thinkMs: number; forMs: number };
}

export function createPlan(quick: boolean, seed: number): Plan {
  return {
    quick,
    seed,
    lanes: 64,
    rounds: quick ? 3 : 5,
    roundMs: quick ? 1_500 : 4_000,
    warmMs: quick ? 2_000 : 5_000,
    depths: quick ? [10, 50, 200] : [10, 100, 1_000],
    deepConversations: quick ? 8 : 16,
    populations: quick ? [200, 2_000] : [1_000, 10_000],
    idleConversations: quick ? 300 : 1_000,
    busy: { conversations: 100, thinkMs: 1_000, forMs: quick ? 5_000 : 20_000 },
    concurrent: { conversations: quick ? 300 : 1_000, thinkMs: quick ? 3_000 : 8_000, forMs: quick ? 5_000 : 30_000 },
  };
}
