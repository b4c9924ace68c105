import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { ratioProblem, staffProblem } from './staff-present.rules.ts';

const at = (text: string) => new Date(`${text}:00+01:00`);
const now = at('2026-03-03T10:10');
const morning = { startsAt: at('2026-03-03T08:00'), endsAt: at('2026-03-03T12:00'), adults: 3 };

describe('staff present', () => {
  it.each([
    [null, {}],
    [null, { adults: 0 }],
    [null, { startsAt: at('2026-03-03T18:00'), endsAt: at('2026-03-04T00:00') }],
    [null, { startsAt: at('2026-03-31T18:00'), endsAt: at('2026-03-31T19:00') }],
    ['NOT_ON_THE_HALF_HOUR', { startsAt: at('2026-03-03T08:10') }],
    ['NOT_ON_THE_HALF_HOUR', { endsAt: at('2026-03-03T11:59') }],
    ['NOT_ON_THE_HALF_HOUR', { endsAt: morning.startsAt }],
    ['NOT_ON_THE_HALF_HOUR', { endsAt: at('2026-03-04T00:30') }],
    ['NUMBER_NOT_POSSIBLE', { adults: -1 }],
    ['NUMBER_NOT_POSSIBLE', { adults: 201 }],
    ['IN_THE_PAST', { startsAt: at('2026-03-02T08:00'), endsAt: at('2026-03-02T09:00') }],
    ['TOO_FAR_AHEAD', { startsAt: at('2026-04-04T08:00'), endsAt: at('2026-04-04T09:00') }],
  ])('is %s', (problem, given) => {
    expect(staffProblem({ ...morning, ...given }, now)).toBe(problem);
  });
});

describe('a ratio', () => {
  const today = Temporal.PlainDate.from('2026-03-03');
  it('is chosen from today on, where the law leaves the choice', () => {
    expect(ratioProblem('CRECHE', today, today)).toBeNull();
    expect(ratioProblem('CRECHE', today.subtract({ days: 1 }), today)).toBe('IN_THE_PAST');
    expect(ratioProblem('KINDERGARTEN', today, today)).toBe('NO_CHOICE');
    expect(ratioProblem('FAMILY_CRECHE', today, today)).toBe('NO_CHOICE');
  });
});
