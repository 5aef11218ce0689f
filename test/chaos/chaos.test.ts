// The chaos at a size that fits into every test run: real servers, killed outright, over stores that are wiped and
// stopped. The full size is `npm run chaos`.
import assert from 'node:assert/strict';
import { judge } from './referee.ts';
import { runChaos } from './run.ts';

describe('chaos', () => {
  it('loses, repeats and reorders nothing while servers are killed, Redis is wiped and MongoDB stands still', async () => {
    const report = await runChaos({
      seed: 3,
      messages: 60,
      lanes: 8,
      servers: 2,
      longestPauseMs: 2_000,
      troubleEveryMs: [500, 1_200],
    });
    assert.deepEqual(
      { messages: report.messages, lost: report.lost, repeated: report.repeated, reordered: report.reordered },
      { messages: 60, lost: 0, repeated: 0, reordered: 0 },
      report.faults.join('\n'),
    );
    assert.ok(report.kills > 0, 'somebody was killed');
  }).timeout(150_000);

  const customer = (id: string) => ({ id, from: { role: 'user' } });
  const reply = (id: string, answers: string[]) => ({
    id,
    from: { role: 'bot' },
    channelData: { answers, turn: { id: `turn ${id}` } },
  });
  const verdictOf = (shown: Parameters<typeof judge>[1]) => {
    const { lost, repeated, reordered } = judge(['a', 'b'], shown);
    return { lost, repeated, reordered };
  };

  it('has a referee that finds nothing wrong with a good conversation', () => {
    assert.deepEqual(verdictOf([customer('a'), reply('1', ['a']), customer('b'), reply('2', ['b'])]), {
      lost: 0,
      repeated: 0,
      reordered: 0,
    });
    assert.deepEqual(verdictOf([customer('a'), customer('b'), reply('1', ['a', 'b'])]), {
      lost: 0,
      repeated: 0,
      reordered: 0,
    });
  });

  it('has a referee that sees a lost message, a lost answer, a double answer and a wrong order', () => {
    assert.equal(verdictOf([customer('a'), reply('1', ['a'])]).lost, 1);
    assert.equal(verdictOf([customer('a'), customer('b'), reply('1', ['a'])]).lost, 1);
    assert.equal(
      verdictOf([customer('a'), customer('b'), reply('1', ['a']), reply('2', ['a']), reply('3', ['b'])]).repeated,
      1,
    );
    assert.equal(verdictOf([customer('a'), customer('a'), customer('b'), reply('1', ['a', 'b'])]).repeated, 1);
    assert.equal(verdictOf([customer('b'), customer('a'), reply('1', ['a', 'b'])]).reordered, 1);
    assert.equal(verdictOf([customer('a'), customer('b'), reply('1', ['b']), reply('2', ['a'])]).reordered, 1);
  });
});
