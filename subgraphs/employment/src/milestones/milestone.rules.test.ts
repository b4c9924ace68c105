import { describe, expect, it } from '@jest/globals';
import {
  correctOutcomeRefusal,
  isMissedForChildcare,
  isSameMilestone,
  isSettled,
  mayBecome,
  moveRefusal,
  outcomeRefusal,
  periodProblem,
  stepRefusal,
  timeRefusal,
} from './milestone.rules.ts';
import { MilestoneStatus } from './milestone-status.ts';

const statuses = Object.values(MilestoneStatus);
const now = new Date('2026-03-01T08:00:00+01:00');
const times = (startsAt: string, endsAt: string, travelMinutes = 30) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  travelMinutes,
});
const interview = times('2026-03-10T10:00:00+01:00', '2026-03-10T11:00:00+01:00');

describe('confirming and calling off', () => {
  const milestone = { status: MilestoneStatus.PLANNED, endsAt: interview.endsAt };
  const at = (text: string) => new Date(text);

  it.each([
    ['until it ends', at('2026-03-10T10:59:59+01:00'), null],
    ['not once it is over', interview.endsAt, 'ALREADY_OVER'],
  ])('is possible %s', (_case, instant, expected) => {
    expect(stepRefusal(milestone, 'CANCELLED', instant)).toBe(expected);
    expect(stepRefusal(milestone, 'CONFIRMED', instant)).toBe(expected);
  });

  it('is not possible twice, over or not', () => {
    const cancelled = { ...milestone, status: MilestoneStatus.CANCELLED };
    expect(stepRefusal(cancelled, 'CANCELLED', at('2026-04-01T00:00:00Z'))).toBe('STEP_NOT_ALLOWED');
  });
});

describe('the life cycle', () => {
  const steps = statuses.flatMap((from) =>
    statuses.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );

  it('leads from planned through confirmed to an outcome, and nowhere else', () => {
    expect(steps).toEqual([
      'PLANNED → CONFIRMED',
      'PLANNED → ATTENDED',
      'PLANNED → MISSED',
      'PLANNED → EXCUSED',
      'PLANNED → CANCELLED',
      'CONFIRMED → ATTENDED',
      'CONFIRMED → MISSED',
      'CONFIRMED → EXCUSED',
      'CONFIRMED → CANCELLED',
    ]);
  });

  it('settles once the outcome is known or it is called off', () => {
    expect(statuses.filter(isSettled)).toEqual(['ATTENDED', 'MISSED', 'EXCUSED', 'CANCELLED']);
  });
});

describe('the times of a milestone', () => {
  it.each([
    ['an hour', interview, null],
    ['nothing', times('2026-03-10T10:00:00+01:00', '2026-03-10T10:00:00+01:00'), 'ENDS_BEFORE_IT_STARTS'],
    ['backwards', times('2026-03-10T10:00:00+01:00', '2026-03-10T09:00:00+01:00'), 'ENDS_BEFORE_IT_STARTS'],
    ['14 hours', times('2026-03-10T06:00:00+01:00', '2026-03-10T20:00:00+01:00'), null],
    ['more', times('2026-03-10T06:00:00+01:00', '2026-03-10T20:01:00+01:00'), 'LONGER_THAN_14_HOURS'],
    ['up to midnight', times('2026-03-10T20:00:00+01:00', '2026-03-11T00:00:00+01:00'), null],
    ['past midnight', times('2026-03-10T20:00:00+01:00', '2026-03-11T00:01:00+01:00'), 'NOT_WITHIN_ONE_DAY'],
    ['one day here, two in UTC', times('2026-03-10T00:30:00+01:00', '2026-03-10T02:00:00+01:00'), null],
    ['no travel', { ...interview, travelMinutes: 0 }, null],
    ['4 hours of travel', { ...interview, travelMinutes: 240 }, null],
    ['more travel', { ...interview, travelMinutes: 241 }, 'TRAVEL_OUT_OF_RANGE'],
    ['negative travel', { ...interview, travelMinutes: -1 }, 'TRAVEL_OUT_OF_RANGE'],
    ['starting now', times('2026-03-01T08:00:00+01:00', '2026-03-01T09:00:00+01:00'), null],
    [
      'starting before now',
      times('2026-03-01T07:59:59+01:00', '2026-03-01T09:00:00+01:00'),
      'STARTS_IN_THE_PAST',
    ],
  ])('%s', (_, given, expected) => {
    expect(timeRefusal(given, now)).toBe(expected);
  });

  it.each([
    ['the day of 23 hours', '2026-03-29T00:00:00+01:00', '2026-03-29T15:00:00+02:00', null],
    ['a minute more of it', '2026-03-29T00:00:00+01:00', '2026-03-29T15:01:00+02:00', 'LONGER_THAN_14_HOURS'],
    ['its last hour', '2026-03-29T23:00:00+02:00', '2026-03-30T00:00:00+02:00', null],
    ['the day of 25 hours', '2026-10-25T10:00:00+01:00', '2026-10-26T00:00:00+01:00', null],
    ['the hour that comes twice', '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', null],
  ])('are counted as they pass on %s', (_, startsAt, endsAt, expected) => {
    expect(timeRefusal(times(startsAt, endsAt), now)).toBe(expected);
  });
});

describe('moving', () => {
  const planned = { status: 'PLANNED' as const, startsAt: interview.startsAt };

  it.each([
    [planned, interview, now, null],
    [{ ...planned, status: 'CONFIRMED' as const }, interview, now, null],
    [{ ...planned, status: 'CANCELLED' as const }, interview, now, 'STEP_NOT_ALLOWED'],
    [planned, interview, interview.startsAt, 'ALREADY_STARTED'],
    [planned, { ...interview, travelMinutes: 999 }, now, 'TRAVEL_OUT_OF_RANGE'],
  ])('%j to %j at %s: %s', (milestone, given, at, expected) => {
    expect(moveRefusal(milestone, given, at)).toBe(expected);
  });
});

describe('an outcome', () => {
  const planned = { status: 'PLANNED' as const, startsAt: interview.startsAt };
  const settled = { ...planned, status: 'ATTENDED' as const };
  const after = interview.startsAt;

  it.each([
    [planned, 'ATTENDED' as const, null, after, null],
    [planned, 'EXCUSED' as const, null, after, null],
    [planned, 'MISSED' as const, 'CHILDCARE' as const, after, null],
    [planned, 'MISSED' as const, null, after, 'MISSED_NEEDS_A_REASON'],
    [planned, 'ATTENDED' as const, 'OTHER' as const, after, 'REASON_ONLY_WHEN_MISSED'],
    [planned, 'ATTENDED' as const, null, now, 'NOT_STARTED_YET'],
    [settled, 'MISSED' as const, 'OTHER' as const, after, 'STEP_NOT_ALLOWED'],
  ])('of %j: %s for %s', (milestone, outcome, reason, at, expected) => {
    expect(outcomeRefusal(milestone, outcome, reason, at)).toBe(expected);
  });
});

describe('a milestone sent again', () => {
  const wanted = {
    jobSeekerId: 'a',
    kind: 'INTERVIEW' as const,
    title: 'Entretien',
    place: null,
    isRemote: false,
    ...interview,
  };

  it('is the same with the same content', () => {
    expect(
      isSameMilestone({ ...wanted, version: 1 }, { ...wanted, startsAt: new Date(wanted.startsAt) }),
    ).toBe(true);
  });

  it.each([
    [{ jobSeekerId: 'b' }],
    [{ kind: 'WORKSHOP' as const }],
    [{ title: 'Atelier' }],
    [{ place: 'Nantes' }],
    [{ isRemote: true }],
    [{ startsAt: now }],
    [{ endsAt: now }],
    [{ travelMinutes: 0 }],
  ])('is another with %j', (given) => {
    expect(isSameMilestone({ ...wanted, version: 1 }, { ...wanted, ...given })).toBe(false);
  });

  it('is still the same after it was moved', () => {
    expect(isSameMilestone({ ...wanted, startsAt: now, version: 2 }, wanted)).toBe(true);
  });
});

describe('a period', () => {
  it.each([
    ['2026-01-01T00:00:00+01:00', '2026-04-03T00:00:00+02:00', null],
    ['2026-01-01T00:00:00+01:00', '2026-04-04T00:00:00+02:00', 'SPAN_TOO_LONG'],
    ['2026-01-01T00:00:00+01:00', '2026-01-01T00:00:00+01:00', 'ENDS_BEFORE_IT_STARTS'],
    ['2026-01-01T00:00:00+01:00', '2025-12-31T00:00:00+01:00', 'ENDS_BEFORE_IT_STARTS'],
    ['2026-01-01T00:00:00+01:00', '2036-01-01T00:00:00+01:00', 'SPAN_TOO_LONG'],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(periodProblem(new Date(from), new Date(to))).toBe(expected);
  });
});

describe('putting an outcome right', () => {
  const missed = { status: MilestoneStatus.MISSED, version: 2 } as const;
  const asked = { version: 2, outcome: 'ATTENDED', missedReason: null, reason: 'x' } as const;

  it('takes one that was recorded to another', () => {
    expect(correctOutcomeRefusal(missed, asked)).toBeNull();
    expect(correctOutcomeRefusal(missed, { ...asked, version: 1 })).toBe('STALE_VERSION');
    expect(correctOutcomeRefusal(missed, { ...asked, reason: '' })).toBe('REASON_MISSING');
    expect(correctOutcomeRefusal(missed, { ...asked, outcome: 'MISSED' })).toBe('MISSED_NEEDS_A_REASON');
    expect(correctOutcomeRefusal(missed, { ...asked, missedReason: 'HEALTH' })).toBe(
      'REASON_ONLY_WHEN_MISSED',
    );
  });

  it('is not for what has none', () => {
    for (const status of ['PLANNED', 'CONFIRMED', 'CANCELLED'] as const)
      expect(correctOutcomeRefusal({ status, version: 2 }, asked)).toBe('NO_OUTCOME_YET');
  });

  it('tells whether the miss was for lack of childcare', () => {
    expect(isMissedForChildcare({ missedReason: 'CHILDCARE' })).toBe(true);
    expect(isMissedForChildcare({ missedReason: 'HEALTH' })).toBe(false);
  });
});
