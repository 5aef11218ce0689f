// The numbers that /metrics shows: stable names, bounded labels, no customer data. A name here is a promise to
// deploy/monitoring, which a test compares with what is really served.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a settled turn adds. */
export interface TurnNumbers {
  /** Begins with the channel: `sms|default|+1555…`. */
  laneId: string;
  intents: { intent: string }[];
  outcome: string;
  responseTimeMs: number;
  tools: { name: string; outcome: string }[];
}

type Read<T> = () => T | Promise<T>;

export interface Metrics {
  countRequest(route: string, status: number): void;
  countSend(channel: string, outcome: string): void;
  observeTurn(turn: TurnNumbers): void;
  /** Called when somebody reads the metrics. A reading that fails leaves its number out, not the page. */
  gauge(name: string, help: string, read: Read<number>): void;
  /** One number for each value of a label, such as each channel. */
  gaugeBy(name: string, help: string, label: string, read: Read<Record<string, number>>): void;
  /** The text that Prometheus reads, and its content type. */
  read(): Promise<{ text: string; type: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const requests = counter('frontdesk_http_requests_total', 'Requests by route and status', ['route', 'status']);
  const sends = counter('frontdesk_sends_total', 'Attempts to send by channel and outcome', ['channel', 'outcome']);
  const turns = counter('frontdesk_turns_total', 'Settled turns by intent and outcome', ['intent', 'outcome']);
  const tools = counter('frontdesk_tool_calls_total', 'Calls of tools by tool and outcome', ['tool', 'outcome']);
  const seconds = new Histogram({
    name: 'frontdesk_response_seconds',
    help: 'Last customer entry received to first reply accepted, less the quiet window',
    labelNames: ['channel'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  const gauge = (name: string, help: string, labelNames: string[], collect: (into: Gauge) => Promise<void>) => {
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        this.reset();
        await collect(this as Gauge).catch(() => this.remove());
      },
    });
  };
  return {
    countRequest: (route, status) => requests.inc({ route, status: String(status) }),
    countSend: (channel, outcome) => sends.inc({ channel, outcome }),
    observeTurn: (turn) => {
      turns.inc({ intent: turn.intents[0]?.intent ?? 'none', outcome: turn.outcome });
      for (const { name, outcome } of turn.tools) tools.inc({ tool: name, outcome });
      const channel = turn.laneId.split('|')[0] ?? 'none';
      if (turn.responseTimeMs > 0) seconds.observe({ channel }, turn.responseTimeMs / 1_000);
    },
    gauge: (name, help, read) => gauge(name, help, [], async (into) => into.set(await read())),
    gaugeBy: (name, help, label, read) =>
      gauge(name, help, [label], async (into) => {
        for (const [value, number] of Object.entries(await read())) into.set({ [label]: value }, number);
      }),
    read: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
