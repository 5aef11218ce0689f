// Until when something must have come, and whether a day of delivery is in time.
import assert from 'node:assert/strict';
import { readDeadline, tellsInTime } from '../../agents/order/deadline.ts';

/** A Tuesday. */
const TODAY = '2026-12-01';

describe('a deadline', () => {
  for (const [text, on, last] of [
    ['will it be here before saturday?', '2026-12-05', '2026-12-04'],
    ['does it arrive by the 20th', '2026-12-20', '2026-12-20'],
    ['will they come by tomorrow?', '2026-12-02', '2026-12-02'],
    ['is it there in time for xmas', '2026-12-24', '2026-12-24'],
    ['any chance it shows up before this weekend?', '2026-12-05', '2026-12-04'],
    ['does it get here by tuesday', '2026-12-08', '2026-12-08'],
    ['will it arrive by January 3rd', '2027-01-03', '2027-01-03'],
    ['will it arrive by 3 of january', '2027-01-03', '2027-01-03'],
  ] as const)
    it(`is read: «${text}»`, () => assert.deepEqual(readDeadline(text, TODAY), { on, last }));

  for (const text of [
    'when does it arrive',
    'if I order today, will it be here by friday?',
    'can I return it by the 20th',
    'nobody is home until friday, will it come back?',
    'it arrives by the 32nd',
  ])
    it(`is none: «${text}»`, () => assert.equal(readDeadline(text, TODAY), null));

  it('is met on its last day, and missed on the next one', () => {
    const told = (deliveryOn: string) => tellsInTime('will it be here before saturday?', TODAY, deliveryOn)?.isInTime;
    assert.deepEqual([told('2026-12-04'), told('2026-12-05')], [true, false]);
  });
});
