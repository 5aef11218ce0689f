// What a customer sees while an answer is made, on a clock that is moved by hand: typing well within a second, a word after
// four, and nothing where the network cannot take it back.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { readConfig } from '../../core/config.ts';
import { silentLog } from '../../core/log.ts';
import type { Channel, Progress } from '../../models/channel.ts';
import type { Entry, Lane, Owner } from '../../models/lane.ts';
import { showWork } from '../../queues/show-work.ts';
import { settingsFromConfig } from '../../settings/environment.ts';

const settings = settingsFromConfig(readConfig({ NODE_ENV: 'test' }));
const ENTRY = { key: 'm1', kind: 'message', activity: { type: 'message', id: 'm1' } } as unknown as Entry;
const { progressAfterMs } = settings.model;

describe('what is shown while an answer is made', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'setInterval'] }));
  afterEach(() => mock.timers.reset());

  /** `typing` false: a network that has no such sign, as SMS. */
  function begin({ typing = true, owner = 'bot' as Owner, entries = [ENTRY] } = {}) {
    const shown: (Progress | undefined)[] = [];
    const showTyping = async (_reference: unknown, progress?: Progress) => void shown.push(progress);
    const channel = (typing ? { showTyping } : {}) as unknown as Channel;
    const lane = { kind: 'conversation', owner, reference: {}, state: { language: 'fr' } } as unknown as Lane;
    return { shown, end: showWork({ channel, log: silentLog, progressAfterMs }, lane, entries) };
  }

  it('types within a second and says after four seconds that it looks it up, in their language', () => {
    const { shown, end } = begin();
    mock.timers.tick(100);
    assert.deepEqual(shown, [], 'a quick answer needs none');
    mock.timers.tick(899);
    assert.deepEqual(shown, [undefined]);
    mock.timers.tick(3_000);
    assert.equal(
      shown.every((one) => one === undefined),
      true,
      'not before four seconds',
    );
    mock.timers.tick(1);
    assert.deepEqual(shown.at(-1), { language: 'fr' });
    mock.timers.tick(11_000);
    assert.equal(shown.length >= 6, true, 'again, before a network forgets it');
    end();
    const before = shown.length;
    mock.timers.tick(60_000);
    assert.equal(shown.length, before, 'the answer ends it');
  });

  it('shows nothing on a network that cannot take it back', () => {
    const { shown, end } = begin({ typing: false });
    mock.timers.tick(20_000);
    assert.deepEqual(shown, []);
    end();
  });

  it('shows nothing while a person has the conversation, or when nobody has written', () => {
    for (const about of [{ owner: 'ana' as Owner }, { entries: [{ ...ENTRY, kind: 'timer' } as Entry] }]) {
      const { shown, end } = begin(about);
      mock.timers.tick(20_000);
      assert.deepEqual(shown, []);
      end();
    }
  });

  it('has an answer, or an honest word, within fifteen seconds by the settings that ship', () => {
    const quietMs = Math.max(...Object.values(settings.quietWindowMs));
    assert.equal(settings.model.progressAfterMs, 4_000);
    assert.equal(quietMs + settings.model.answerMs <= 15_000, true, 'the offline answer follows then');
    assert.equal(quietMs + settings.agentDeadlineMs <= 15_000, true, 'and this is the end of all waiting');
    assert.equal(settings.model.answerMs < settings.agentDeadlineMs, true, 'with time left for the offline answer');
  });
});
