// Whatever a signed body holds, a door answers it or refuses it: samples with anything put in anywhere, and rubbish. No other
// error comes out of a parser, and what it does let through can be stored.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMessage } from '../../channels/slack/parse.ts';
import { envelopeSchema, messageEventSchema } from '../../channels/slack/schema.ts';
import { readConsent } from '../../channels/sms/consent.ts';
import { parseActivity } from '../../channels/teams/parse.ts';
import { activitySchema } from '../../channels/teams/schema.ts';
import { SupportError } from '../../core/errors.ts';
import { type Body, type ChannelStage, sample } from '../support/channel-stages.ts';
import { slackStage, smsStage, teamsStage } from '../support/network-stages.ts';

const AT = new Date('2026-03-02T10:00:00Z');
const nasty = fc.oneof(
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '$where',
    '\u0000',
    '\ud800',
    '<@U1>',
    '<https://',
    '%E0%A4%A',
    '9e999',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }).map((text) => `<${text}>`),
);
const anything = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer(),
  fc.constant(null),
  fc.constant(undefined),
);

/** Every place in a sample, as a path. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, name])),
  ];
}

function put(value: Body, path: string[], given: unknown): Body {
  const copy = structuredClone(value);
  const last = path.at(-1)!;
  let at = copy as Record<string, unknown>;
  for (const name of path.slice(0, -1)) {
    if (typeof at[name] !== 'object' || at[name] === null) return copy;
    at = at[name] as Record<string, unknown>;
  }
  at[last] = given;
  return copy;
}

/** A sample with up to three things changed. */
function mutants(samples: Body[]): fc.Arbitrary<Body> {
  return fc
    .constantFrom(...samples)
    .chain((body) =>
      fc
        .array(fc.tuple(fc.constantFrom(...placesIn(body)), anything), { minLength: 1, maxLength: 3 })
        .map((changes) => changes.reduce((changed, [path, given]) => put(changed, path, given), body)),
    );
}

/** Answered or refused; nothing that was let through is unfit for the store. */
async function holds(stage: ChannelStage, body: Body | string): Promise<void> {
  try {
    const response = await stage.channel.webhook!(await stage.request!(body));
    assert.ok(response.status < 500, String(response.status));
  } catch (thrown) {
    assert.ok(thrown instanceof SupportError, `${(thrown as Error).stack}`);
    assert.equal(thrown.kind, 'refused', `${thrown.code}: ${(thrown.cause as Error | undefined)?.stack}`);
  }
  for (const { reference, entry } of stage.heard.splice(0)) {
    assert.ok(entry.key !== '' && reference.nativeId !== '');
    assert.ok(Number.isFinite(entry.activity.timestamp.getTime()), 'a time that is none');
    assert.ok(entry.activity.text === undefined || typeof entry.activity.text === 'string');
  }
}

describe('fuzzed doors', function () {
  this.timeout(60_000);
  const doors: [string, () => Promise<ChannelStage>, Body[]][] = [
    [
      'slack',
      slackStage,
      [sample('slack', 'message'), sample('slack', 'mention'), ...sample<Body[]>('slack', 'ignored')],
    ],
    [
      'sms',
      smsStage,
      [sample('sms', 'message'), { ...sample('sms', 'picture'), MediaUrl0: 'https://evil.example.com/a' }],
    ],
    [
      'teams',
      teamsStage,
      [sample('teams', 'message'), sample('teams', 'mention'), ...sample<Body[]>('teams', 'ignored')],
    ],
  ];
  for (const [name, open, samples] of doors)
    it(`of ${name} answer or refuse, and throw nothing else`, async () => {
      const printed = console.error;
      console.error = () => undefined;
      const stage = await open();
      try {
        await fc.assert(
          fc.asyncProperty(mutants(samples), (body) => holds(stage, body)),
          { numRuns: 250 },
        );
        await fc.assert(
          fc.asyncProperty(fc.oneof(nasty, fc.json({ maxDepth: 4 })), (text) => holds(stage, text)),
          // The second breaks Bolt, which takes it for a menu's request.
          { numRuns: 150, examples: [['{}'], ['{"name":0}']] },
        );
      } finally {
        console.error = printed;
        await stage.stop();
      }
    });
});

describe('fuzzed parsers', () => {
  const self = { botUserId: 'UBOT00001' };

  it('read any Slack event that has its shape', () => {
    fc.assert(
      fc.property(mutants([sample('slack', 'message'), ...sample<Body[]>('slack', 'ignored')]), (body) => {
        const envelope = envelopeSchema.safeParse(body);
        const event = messageEventSchema.safeParse(body.event);
        if (envelope.success && event.success) parseMessage(envelope.data, event.data, self, 'default', AT);
      }),
      { numRuns: 500 },
    );
  });

  it('read any Teams activity that has its shape, and leave no tag or mention in it', () => {
    const text = fc.array(
      fc.oneof(nasty, fc.constantFrom('<at>', '</at>', '<br>', '&lt;', 'Frontdesk', '<at>Frontdesk</at>')),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const body = { ...sample('teams', 'mention'), text: parts.join('') };
        const activity = activitySchema.safeParse(body);
        if (!activity.success) return;
        const parsed = parseActivity(activity.data, 'default', AT);
        if (parsed.kind === 'heard') assert.doesNotMatch(parsed.entry.activity.text ?? '', /<at>Frontdesk<\/at>/);
      }),
      { numRuns: 500 },
    );
  });

  it('read consent out of any text in no time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 2_000 }),
          fc.constantFrom('stop ', 'please ', 'text me ').map((one) => one.repeat(500)),
        ),
        (text) => {
          // By the processor's time: a busy machine takes other time away.
          const begun = process.cpuUsage();
          readConsent(text, undefined, false);
          assert.ok(process.cpuUsage(begun).user < 250_000);
        },
      ),
    );
  });
});
