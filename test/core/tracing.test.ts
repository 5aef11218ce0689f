// Traces over two processes and a collector that keeps what it is sent: one trace for each turn, no
// customer in it, and no harm when the collector is away.
import assert from 'node:assert/strict';
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loggedLaneId } from '../../core/log.ts';
import { type Instances, startInstances } from '../settings/instances.ts';
import { eventually } from '../support/app-stage.ts';
import { testRedisUrl } from '../support/stores.ts';

interface Received {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
}
interface Export {
  resourceSpans: {
    resource: { attributes: { value: { stringValue: string } }[] };
    scopeSpans: { spans: Received[] }[];
  }[];
}

describe('traces', function () {
  this.timeout(30_000);
  const bodies: string[] = [];
  let collector: Server;
  let house: Instances;
  let worker: ChildProcess | undefined;

  before(async () => {
    collector = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        if (request.url === '/v1/traces') bodies.push(body);
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    // This process takes messages in; another one works on them.
    house = await startInstances(1, () => ({ OTEL_EXPORTER_OTLP_ENDPOINT, ROLE: 'web' }));
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      ROLE: 'worker',
      LOG_LEVEL: 'info',
      DATA_DIR: house.folder,
      MONGODB_URI: house.mongoUri,
      REDIS_URL: testRedisUrl(),
      DIRECTLINE_SECRET: 'a-secret-of-the-test',
      OTEL_EXPORTER_OTLP_ENDPOINT,
    };
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
    worker = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'server.ts')], { env, stdio });
    await new Promise<void>((resolve, reject) => {
      worker!.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
      worker!.stdout!.on('data', (part: Buffer) => String(part).includes('server.started') && resolve());
    });
  });
  after(async () => {
    if (worker && worker.exitCode === null) {
      worker.kill('SIGTERM');
      await once(worker, 'exit');
    }
    await house?.remove();
    collector?.closeAllConnections();
    collector?.close();
  });

  const spans = () =>
    bodies.flatMap((body) =>
      (JSON.parse(body) as Export).resourceSpans.flatMap(({ resource, scopeSpans }) =>
        scopeSpans.flatMap((scope) =>
          scope.spans.map((span) => ({ ...span, instance: resource.attributes[1]!.value.stringValue })),
        ),
      ),
    );

  it('hold one turn together, from the door of one process to the answer of another', async () => {
    const timestamp = new Date();
    await house.apps[0]!.receive(
      { channel: 'web', accountId: 'default', nativeId: 'c-trace', customer: { id: 'u-trace' } },
      {
        key: 'k-trace',
        kind: 'message',
        receivedAt: timestamp,
        activity: {
          type: 'message',
          id: 'm',
          timestamp,
          from: { id: 'u-trace' },
          text: 'Where is my zebrafinch order ORD-12345?',
        },
      },
    );
    await eventually(() => ['receive', 'turn', 'send web'].every((name) => spans().some((span) => span.name === name)));
    const [turn] = (await eventually(async () => {
      const rows = await house.connection.collection('turns').find({}).toArray();
      return rows.length > 0 && rows;
    })) as unknown as { id: string }[];
    const mine = spans().filter((span) => span.traceId === turn!.id);
    const byName = new Map(mine.map((span) => [span.name, span]));
    assert.equal(byName.get('receive')!.parentSpanId, undefined);
    assert.equal(byName.get('turn')!.parentSpanId, byName.get('receive')!.spanId);
    assert.equal(byName.get('send web')!.parentSpanId, byName.get('turn')!.spanId);
    assert.ok([...byName.keys()].some((name) => name.startsWith('agent ')));
    const byProcess = (name: string) => byName.get(name)!.instance.split('-').at(-2);
    assert.equal(byProcess('receive'), String(process.pid));
    assert.equal(byProcess('turn'), String(worker!.pid), 'the other process took the turn');
    assert.equal(byProcess('send web'), String(worker!.pid));
    for (const span of mine) {
      assert.match(span.traceId, /^[0-9a-f]{32}$/);
      assert.match(span.spanId, /^[0-9a-f]{16}$/);
    }
    for (const span of mine) assert.ok(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano));
    assert.equal(new Set(spans().map((span) => span.traceId)).size, 1, 'one turn, one trace');
  });

  it('say nothing of a customer', () => {
    for (const body of bodies) assert.ok(!/zebrafinch|u-trace|ORD-12345/.test(body), body.slice(0, 200));
    assert.ok(!loggedLaneId('sms|default|+15551234567').includes('5551234567'));
  });

  it('that nobody collects cost no answer', async () => {
    const alone = await startInstances(1, () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }));
    try {
      const timestamp = new Date();
      await alone.apps[0]!.receive(
        { channel: 'web', accountId: 'default', nativeId: 'c', customer: { id: 'u' } },
        {
          key: 'k',
          kind: 'message',
          receivedAt: timestamp,
          activity: { type: 'message', id: 'm', timestamp, from: { id: 'u' }, text: 'hello' },
        },
      );
      await eventually(async () => (await alone.connection.collection('turns').countDocuments({})) === 1);
    } finally {
      await alone.remove();
    }
  });
});
