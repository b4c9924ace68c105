import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isSameReturn, returnProblem } from './return-to-work.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a return to work', () => {
  const file = { registeredOn: day('2026-03-02') };
  const job = { startsOn: day('2026-03-02'), title: 'Boulangère', weeklyHours: 35 };

  it.each([
    [{}, null],
    [{ title: null, weeklyHours: null }, null],
    [{ weeklyHours: 1 }, null],
    [{ weeklyHours: 60 }, null],
    [{ weeklyHours: 0.5 }, 'HOURS_OUT_OF_RANGE'],
    [{ weeklyHours: 60.5 }, 'HOURS_OUT_OF_RANGE'],
    [{ startsOn: day('2026-03-01') }, 'STARTS_BEFORE_REGISTRATION'],
    [{ title: ' ' }, 'UNSUITABLE_TEXT'],
  ])('with %j has the problem %s', (given, expected) => {
    expect(returnProblem({ ...job, ...given }, file)).toBe(expected);
  });
});

describe('a return sent again', () => {
  const job = {
    jobSeekerId: 'a',
    kind: 'EMPLOYMENT' as const,
    startsOn: day('2026-03-02'),
    title: null,
    weeklyHours: null,
  };

  it('is the same with the same content', () => {
    expect(isSameReturn(job, { ...job, startsOn: day('2026-03-02') })).toBe(true);
  });

  it.each([
    [{ jobSeekerId: 'b' }],
    [{ kind: 'TRAINING' as const }],
    [{ startsOn: day('2026-03-03') }],
    [{ title: 'Boulangère' }],
    [{ weeklyHours: 20 }],
  ])('is another with %j', (given) => {
    expect(isSameReturn(job, { ...job, ...given })).toBe(false);
  });
});
