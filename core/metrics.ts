// The numbers that /metrics shows: stable names, bounded labels, no customer data.
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface TurnNumbers {
  intents: { intent: string }[];
  outcome: string;
  responseTimeMs: number;
}

export interface Metrics {
  countRequest(route: string, status: number): void;
  countSend(channel: string, outcome: string): void;
  observeTurn(turn: TurnNumbers): void;
  /** Called when somebody reads the metrics. */
  gauge(name: string, help: string, read: () => number): void;
  /** The text that Prometheus reads, and its content type. */
  read(): Promise<{ text: string; type: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'frontdesk_http_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  });
  const sends = new Counter({
    name: 'frontdesk_sends_total',
    help: 'Attempts to send by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const turns = new Counter({
    name: 'frontdesk_turns_total',
    help: 'Settled turns by intent and outcome',
    labelNames: ['intent', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'frontdesk_response_seconds',
    help: 'Last customer entry received to first reply accepted, less the quiet window',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  return {
    countRequest: (route, status) => requests.inc({ route, status: String(status) }),
    countSend: (channel, outcome) => sends.inc({ channel, outcome }),
    observeTurn: (turn) => {
      turns.inc({ intent: turn.intents[0]?.intent ?? 'none', outcome: turn.outcome });
      if (turn.responseTimeMs > 0) seconds.observe(turn.responseTimeMs / 1_000);
    },
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    read: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
