import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Operator } from '../../centres/centres/centre-kind.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { bornOn, expectedOn } from '../../families/families/age.builder.ts';
import {
  careProblem,
  daysOfNeed,
  type NeededCare,
  type RequestFacts,
  requestProblem,
} from './needed-times.rules.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => new Date(`${text}:00+01:00`);
const stretch = (date: string, from: string, to: string) => ({
  startsAt: at(`${date}T${from}`),
  endsAt: at(`${date}T${to}`),
});

const mornings = onWorkingDays('09:00', '12:00');
const weekly = (firstDay = '2026-03-09', lastDay = '2026-07-31', pattern = mornings) => ({
  weekly: { firstDay: day(firstDay), lastDay: day(lastDay), pattern },
});
const asked = (facts: Partial<NeededCare> = {}): NeededCare => ({
  kind: 'LONG_TERM',
  weekly: null,
  stretches: [],
  emergencyReason: null,
  milestoneId: null,
  rankedCentreIds: [],
  ...facts,
});
const longTerm = (facts: Partial<NeededCare> = {}) => asked({ ...weekly(), ...facts });
const shortTerm = (...stretches: NeededCare['stretches']) => asked({ kind: 'SHORT_TERM', stretches });
const tuesday = stretch('2026-03-10', '09:00', '12:00');
const emergency = (facts: Partial<NeededCare> = {}) =>
  asked({ kind: 'EMERGENCY', stretches: [tuesday], emergencyReason: 'ILLNESS', ...facts });
const manyDays = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const { startsAt, endsAt } = tuesday;
    const shift = index * 24 * 3_600_000;
    return { startsAt: new Date(startsAt.getTime() + shift), endsAt: new Date(endsAt.getTime() + shift) };
  });

describe('care asked for', () => {
  it.each([
    ['long-term, from today', longTerm(weekly('2026-03-02'))],
    ['long-term, a day less than a year', longTerm(weekly('2026-03-09', '2027-03-08'))],
    ['flexible', longTerm({ kind: 'FLEXIBLE' })],
    ['12 hours a day', longTerm(weekly('2026-03-09', '2026-07-31', onWorkingDays('07:00', '19:00')))],
    ['two years ahead', longTerm(weekly('2028-03-02', '2028-12-31'))],
    ['long-term, just a week of it', longTerm(weekly('2026-03-11', '2026-03-17'))],
    [
      'short-term, until midnight, touching',
      shortTerm(stretch('2026-03-10', '12:00', '14:00'), tuesday, {
        startsAt: at('2026-03-11T22:00'),
        endsAt: at('2026-03-12T00:00'),
      }),
    ],
    ['an emergency at once', emergency({ stretches: [stretch('2026-03-02', '10:00', '12:00')] })],
    ['an emergency for a milestone', emergency({ emergencyReason: 'MILESTONE', milestoneId: 'interview' })],
    ['60 days', shortTerm(...manyDays(60).filter(({ startsAt }) => startsAt < at('2026-03-29T00:00')))],
  ])('is understood: %s', (_case, care) => {
    expect(careProblem(care, NOW)).toBeNull();
  });

  it.each([
    ['WEEKLY_NEED_MISSING', asked()],
    ['WEEKLY_NEED_MISSING', longTerm(weekly('2026-03-09', '2026-07-31', []))],
    ['WEEKLY_NEED_NOT_FOR_THIS_KIND', { ...shortTerm(tuesday), ...weekly() }],
    ['STRETCHES_MISSING', shortTerm()],
    ['STRETCHES_NOT_FOR_THIS_KIND', longTerm({ stretches: [tuesday] })],
    ['EMERGENCY_REASON_MISSING', emergency({ emergencyReason: null })],
    ['EMERGENCY_REASON_NOT_FOR_THIS_KIND', longTerm({ emergencyReason: 'OTHER' })],
    ['MILESTONE_MISSING', emergency({ emergencyReason: 'MILESTONE' })],
    ['MILESTONE_NOT_FOR_THIS_REASON', emergency({ milestoneId: 'interview' })],
    ['TOO_MANY_CHOICES', longTerm({ rankedCentreIds: [...'abcdefghi'] })],
    [
      'LINES_OVERLAP',
      longTerm(weekly('2026-03-09', '2026-07-31', [...mornings, ...onWorkingDays('11:00', '13:00')])),
    ],
    ['PERIOD_ENDS_BEFORE_IT_STARTS', longTerm(weekly('2026-03-09', '2026-03-08'))],
    ['OVER_TWELVE_MONTHS', longTerm(weekly('2026-03-09', '2027-03-09'))],
    ['LINE_OUTSIDE_PERIOD', longTerm(weekly('2026-03-10', '2026-03-13'))],
    ['IN_THE_PAST', longTerm(weekly('2026-03-01'))],
    ['TOO_FAR_AHEAD', longTerm(weekly('2028-03-03', '2028-12-31'))],
    ['TOO_FAR_AHEAD', shortTerm(stretch('2028-12-05', '09:00', '12:00'))],
    ['STAY_TOO_LONG', longTerm(weekly('2026-03-09', '2026-07-31', onWorkingDays('07:00', '19:30')))],
    ['STAY_TOO_LONG', shortTerm(stretch('2026-03-10', '07:00', '21:00'))],
    ['TOO_MANY_STRETCHES', shortTerm(...manyDays(61))],
    ['STRETCH_ENDS_BEFORE_IT_STARTS', shortTerm(stretch('2026-03-10', '09:00', '09:00'))],
    ['NOT_ON_THE_HALF_HOUR', shortTerm(stretch('2026-03-10', '09:15', '10:00'))],
    ['NOT_ON_THE_HALF_HOUR', shortTerm(stretch('2026-03-10', '09:00', '09:45'))],
    ['NOT_WITHIN_ONE_DAY', shortTerm({ startsAt: at('2026-03-10T22:00'), endsAt: at('2026-03-11T00:30') })],
    ['STRETCHES_OVERLAP', shortTerm(stretch('2026-03-10', '11:30', '14:00'), tuesday)],
    ['IN_THE_PAST', emergency({ stretches: [stretch('2026-03-02', '09:30', '12:00')] })],
    ['OVER_TWELVE_MONTHS', shortTerm(tuesday, stretch('2027-03-10', '09:00', '12:00'))],
  ])('is not understood: %s', (problem, care) => {
    expect(careProblem(care, NOW)).toBe(problem);
  });

  it('lasts from its first day to its last', () => {
    const daysOf = (care: NeededCare) => {
      const { startsOn, endsOn } = daysOfNeed(care);
      return [`${startsOn}`, `${endsOn}`];
    };
    expect(daysOf(longTerm())).toEqual(['2026-03-09', '2026-07-31']);
    const days = daysOf(shortTerm(stretch('2026-03-12', '09:00', '12:00'), tuesday));
    expect(days).toEqual(['2026-03-10', '2026-03-12']);
  });
});

describe('a request', () => {
  const operators = (...each: Operator[]) => new Map(each.map((operator, index) => [`${index}`, operator]));
  const choosing = (...each: Operator[]): Partial<RequestFacts> => ({
    asked: longTerm({ rankedCentreIds: [...operators(...each).keys()] }),
    operators: operators(...each),
  });
  const four = (operator: Operator): Operator[] => [operator, operator, operator, operator];
  const problemWith = (facts: Partial<RequestFacts> = {}) =>
    requestProblem({
      now: NOW,
      asked: longTerm(),
      familyId: 'lefort',
      familiesOfChild: ['lefort', 'moreau'],
      ...bornOn('2024-06-01'),
      operators: new Map(),
      milestoneFamilyId: undefined,
      ...facts,
    });

  it.each([
    ['a child of the family', {}],
    ['an expected child', expectedOn('2026-02-10')],
    ['a child on the day before its 6th birthday', bornOn('2020-03-10')],
    ['a milestone of the other home', { milestoneFamilyId: 'moreau' }],
    ['four choices of each operator', choosing(...four('MUNICIPAL'), ...four('ASSOCIATIVE'))],
  ])('is taken for %s', (_case, facts) => {
    expect(problemWith(facts)).toBeNull();
  });

  it.each([
    ['CHILD_OF_ANOTHER_FAMILY', { familyId: 'petit' }],
    ['CHILD_TOO_OLD', bornOn('2020-03-09')],
    ['UNKNOWN_MILESTONE', { milestoneFamilyId: null }],
    ['MILESTONE_OF_ANOTHER_FAMILY', { milestoneFamilyId: 'petit' }],
    ['UNKNOWN_CENTRE', { asked: longTerm({ rankedCentreIds: ['nowhere'] }) }],
    [
      'CENTRE_CHOSEN_TWICE',
      { asked: longTerm({ rankedCentreIds: ['0', '0'] }), operators: operators('MUNICIPAL') },
    ],
    ['TOO_MANY_CHOICES', choosing('MUNICIPAL', ...four('MUNICIPAL'))],
    ['TOO_MANY_CHOICES', choosing('ASSOCIATIVE', ...four('ASSOCIATIVE'))],
  ])('is not taken: %s', (problem, facts) => {
    expect(problemWith(facts)).toBe(problem);
  });
});
