import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { correctFollowUpRefusal, dueOn, isDue, isSameFollowUp } from './follow-up.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a follow-up', () => {
  it.each([
    ['2026-02-10', 'ONE_MONTH', '2026-03-10'],
    ['2026-02-10', 'THREE_MONTHS', '2026-05-10'],
    ['2026-02-10', 'SIX_MONTHS', '2026-08-10'],
    ['2026-01-31', 'ONE_MONTH', '2026-02-28'],
    ['2025-08-31', 'SIX_MONTHS', '2026-02-28'],
  ] as const)('of a return on %s after %s is due on %s', (startsOn, point, expected) => {
    const made = { startsOn: day(startsOn) };
    expect(dueOn(made, point).toString()).toBe(expected);
    expect(isDue(made, point, day(expected))).toBe(true);
    expect(isDue(made, point, day(expected).subtract({ days: 1 }))).toBe(false);
  });

  it('sent again is the same with the same content only', () => {
    const followUp = { returnId: 'a', point: 'ONE_MONTH', outcome: 'GOES_ON' } as const;
    expect(isSameFollowUp(followUp, { ...followUp })).toBe(true);
    expect(isSameFollowUp(followUp, { ...followUp, returnId: 'b' })).toBe(false);
    expect(isSameFollowUp(followUp, { ...followUp, point: 'SIX_MONTHS' })).toBe(false);
    expect(isSameFollowUp(followUp, { ...followUp, outcome: 'CHANGED' })).toBe(false);
  });
});

it('a follow-up is put right as it was seen, with a reason', () => {
  const refusal = (version: number, reason: string) =>
    correctFollowUpRefusal({ version: 1 }, { version, reason });
  expect([refusal(1, 'x'), refusal(2, 'x'), refusal(1, '')]).toEqual([
    null,
    'STALE_VERSION',
    'REASON_MISSING',
  ]);
});
