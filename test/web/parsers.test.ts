// The parsers of the web door, fuzzed: any bytes, any JSON, any upload is read or refused, and nothing else is thrown.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseActivity, parseJson, toActivity } from '../../channels/web/parse.ts';
import { parseUpload } from '../../channels/web/upload.ts';
import { SupportError } from '../../core/errors.ts';

const VISITOR = { conversationId: 'c1', userId: 'u1' };
const AT = new Date('2026-03-02T10:00:00Z');

function refusedOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    assert.ok(thrown instanceof SupportError && thrown.kind === 'refused', String((thrown as Error).stack));
    assert.ok(thrown.status! >= 400 && thrown.status! < 500);
    return undefined;
  }
}

describe('the parsers of the web door', () => {
  it('read or refuse any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void refusedOr(() => parseJson(bytes))));
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const value = refusedOr(() => parseJson(new TextEncoder().encode(text)));
        if (value) assert.deepEqual(value, JSON.parse(text));
      }),
    );
  });

  it('make an activity of any object, or refuse it; what they make can be stored', () => {
    const field = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 40 }), fc.constant(undefined));
    const body = fc.record(
      {
        type: fc.oneof(fc.constantFrom('message', 'event', 'typing'), field),
        text: field,
        locale: field,
        from: fc.oneof(fc.record({ id: field, name: field }), field),
        value: field,
        channelData: fc.oneof(fc.record({ clientActivityID: field }), field),
        identity: field,
        attachments: field,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(body, (given) => {
        const parsed = refusedOr(() => parseActivity(given));
        if (!parsed) return;
        const activity = toActivity(parsed, VISITOR, AT);
        assert.ok((activity.text ?? '').isWellFormed() && !(activity.text ?? '').includes('\u0000'));
        assert.equal(activity.from.id, 'u1', 'the body says who it is');
        assert.equal(activity.identity, undefined, 'the body says who was signed');
        assert.equal(activity.attachments, undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('read or refuse any upload', async () => {
    const part = fc
      .tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 60 }))
      .map(
        ([name, type, body]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`,
      );
    const whole = fc.oneof(
      fc.array(part, { maxLength: 4 }).map((parts) => `${parts.join('')}--b--\r\n`),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    const types = fc.constantFrom(
      'multipart/form-data; boundary=b',
      'multipart/form-data',
      'multipart/form-data; boundary=',
    );
    await fc.assert(
      fc.asyncProperty(whole, types, async (text, type) => {
        try {
          await parseUpload(new TextEncoder().encode(text), type);
        } catch (thrown) {
          assert.ok(thrown instanceof SupportError && thrown.kind === 'refused', String((thrown as Error).stack));
        }
      }),
      { numRuns: 200 },
    );
  });
});
