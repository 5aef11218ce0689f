// A log line is an event and fields; what a customer said, and who they are, is not in it.
import assert from 'node:assert/strict';
import { SupportError } from '../../core/errors.ts';
import { createLog, type Log, silentLog } from '../../core/log.ts';
import { Secret } from '../../core/secret.ts';

function collect(level = 'info'): { log: Log; lines: Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => {
    written.push(line);
    lines.push(JSON.parse(line));
  };
  return { log: createLog(level, { write }), lines, text: () => written.join('') };
}

describe('log', () => {
  it('writes one JSON line with the event and its fields', () => {
    const { log, lines } = collect();
    log.info('turn.settled', { laneId: 'web|default|1', ms: 12 });
    assert.equal(lines.length, 1);
    assert.equal(lines[0]?.event, 'turn.settled');
    assert.equal(lines[0]?.ms, 12);
  });

  it('cuts out text, tokens, addresses and numbers, one level down too', () => {
    const { log, text } = collect('debug');
    const private_ = { text: 'canary 1', token: 'canary 2', email: 'canary 3', phone: 'canary 4' };
    log.info('door.received', { ...private_, authorization: 'canary 5', activity: private_ });
    log.child({ text: 'canary 6' }).debug('door.parsed', { entry: private_ });
    assert.doesNotMatch(text(), /canary/);
    assert.match(text(), /\[redacted\]/);
  });

  it('shows no secret', () => {
    const { log, text } = collect();
    log.info('server.started', { key: new Secret('canary'), config: { key: new Secret('canary') } });
    assert.match(text(), /\[secret\]/);
    assert.doesNotMatch(text(), /canary/);
  });

  it('writes an error as name, message, code and stack', () => {
    const { log, lines } = collect();
    log.error('lane.failed', { error: new SupportError('store.unavailable', 'gone', { kind: 'transient' }) });
    const error = lines[0]?.error as Record<string, string>;
    assert.equal(error.name, 'SupportError');
    assert.equal(error.message, 'gone');
    assert.equal(error.code, 'store.unavailable');
    assert.match(error.stack ?? '', /log\.test\.ts/);
  });

  it('hands its fields down to its children', () => {
    const { log, lines } = collect();
    log.child({ laneId: 'a' }).child({ turnId: 'b' }).warn('turn.slow');
    assert.deepEqual([lines[0]?.laneId, lines[0]?.turnId], ['a', 'b']);
  });

  it('keeps to its level', () => {
    const { log, lines } = collect('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    assert.deepEqual(
      lines.map((line) => line.event),
      ['c', 'd'],
    );
  });

  it('can be silent', () => {
    silentLog.child({ a: 1 }).error('nobody.hears');
    const { log, lines } = collect('silent');
    log.error('nobody.hears');
    assert.equal(lines.length, 0);
  });
});
