// Traces for whoever collects them: spans gathered in memory and posted as OTLP over HTTP in JSON. Off unless an address is
// given; a collector that is slow or away costs spans, never a turn. No customer text, names or numbers in a span.
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

export type SpanValue = string | number | boolean;

export interface Span {
  /** 32 hex digits; one for everything that belongs to a turn, in whatever process. */
  traceId: string;
  /** 16 hex digits. Left out: a random one. */
  spanId?: string;
  parentId?: string;
  name: string;
  kind: 'server' | 'internal' | 'client';
  startMs: number;
  endMs: number;
  attributes: Record<string, SpanValue | undefined>;
  isFailed?: boolean;
  /** Other traces that this one has to do with. */
  links?: { traceId: string; spanId: string }[];
}

export interface Tracer {
  isOn: boolean;
  add(span: Span): void;
  start(): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}

export interface TracerOptions {
  /** The collector's base address, such as http://127.0.0.1:4318; undefined: off. */
  endpoint: string | undefined;
  /** This process, as collectors show it. */
  instance: string;
  clock: Clock;
  log: Log;
}

const EVERY_MS = 2_000;
const MOST_WAITING = 4_096;
const MOST_AT_ONCE = 512;
const TIMEOUT_MS = 5_000;
const KINDS = { internal: 1, server: 2, client: 3 } as const;

/** The same parts give the same span: its children can be told of it in another process. */
export function spanIdOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16);
}

export function createTracer({ endpoint, instance, log }: TracerOptions): Tracer {
  if (!endpoint) return { isOn: false, add() {}, start() {}, stop: async () => {} };
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  let waiting: Span[] = [];
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(exportOf(batch, instance)),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!response.ok) throw new Error(`the collector answered ${response.status}`);
        lost = 0;
      } catch (error) {
        // Said once for a run of failures; the batch is gone, for the next one matters more.
        if (lost === 0) log.warn('traces.lost', { spans: batch.length, error });
        lost += batch.length;
        return;
      }
    }
  }

  const flush = () => {
    sending = sending.then(send);
    return sending;
  };
  return {
    isOn: true,
    add: (span) => {
      if (waiting.length < MOST_WAITING) waiting.push(span);
    },
    start: () => {
      timer = setInterval(() => void flush(), EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

function exportOf(spans: readonly Span[], instance: string): object {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': 'frontdesk', 'service.instance.id': instance }) },
        scopeSpans: [{ scope: { name: 'frontdesk' }, spans: spans.map(otlpOf) }],
      },
    ],
  };
}

function otlpOf(span: Span): object {
  return {
    traceId: span.traceId,
    spanId: span.spanId ?? randomBytes(8).toString('hex'),
    ...(span.parentId ? { parentSpanId: span.parentId } : {}),
    name: span.name,
    kind: KINDS[span.kind],
    startTimeUnixNano: nanoseconds(span.startMs),
    endTimeUnixNano: nanoseconds(Math.max(span.startMs, span.endMs)),
    attributes: attributesOf(span.attributes),
    ...(span.links ? { links: span.links } : {}),
    status: span.isFailed ? { code: 2 } : {},
  };
}

/** As text: a number of nanoseconds since 1970 is larger than a double can hold. */
function nanoseconds(ms: number): string {
  return `${Math.round(ms)}000000`;
}

function attributesOf(values: Record<string, SpanValue | undefined>): object[] {
  return Object.entries(values).flatMap(([key, value]): object[] => {
    if (value === undefined) return [];
    if (typeof value === 'boolean') return [{ key, value: { boolValue: value } }];
    if (typeof value === 'number') return [{ key, value: { doubleValue: value } }];
    return [{ key, value: { stringValue: value } }];
  });
}
