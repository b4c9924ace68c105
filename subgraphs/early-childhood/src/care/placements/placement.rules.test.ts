import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import {
  absenceCorrectionProblem,
  absenceProblem,
  dayProblem,
  endProblem,
  hoursPerWeek,
  periodProblem,
  possibleSteps,
  standingRefusal,
  statusOn,
  weekProblem,
} from './placement.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const march = { startsOn: day('2026-03-02'), endsOn: day('2026-03-31') };
const today = day('2026-03-02');

describe('where a placement stands', () => {
  it.each([
    ['PLANNED', '2026-03-01'],
    ['ACTIVE', '2026-03-02'],
    ['ACTIVE', '2026-03-09'],
    ['SUSPENDED', '2026-03-10'],
    ['SUSPENDED', '2026-03-12'],
    ['ACTIVE', '2026-03-13'],
    ['ACTIVE', '2026-03-31'],
    ['ENDED', '2026-04-01'],
  ] as const)('is %s on %s', (status, on) => {
    const suspension = { startsOn: day('2026-03-10'), endsOn: day('2026-03-12') };
    expect(statusOn(march, [suspension], day(on))).toBe(status);
  });

  it('is ended once it was called off before it began', () => {
    expect(statusOn({ ...march, endsOn: day('2026-03-01') }, [], day('2026-02-01'))).toBe('ENDED');
  });
});

describe('the steps of a placement', () => {
  const steps = ['CHANGE', 'END', 'SUSPEND', 'RESUME', 'ANNOUNCE_ABSENCE', 'SEND_WEEK', 'RENEW'] as const;
  const states = ['PLANNED', 'ACTIVE', 'SUSPENDED', 'ENDED'] as const;
  const reasons = {
    PLANNED: null,
    ACTIVE: null,
    SUSPENDED: 'IS_SUSPENDED',
    ENDED: 'ALREADY_ENDED',
  };
  const all = states.flatMap((status) => steps.map((step) => [status, step] as const));

  it.each(all)('when %s: %s only if the table says so, else with the reason', (status, step) => {
    const possible: readonly string[] = possibleSteps[status];
    const expected = possible.includes(step) ? null : reasons[status];
    expect(standingRefusal(step, { status, version: 3 }, 3)).toBe(expected);
  });

  it('are refused first to whoever saw an older version', () => {
    expect(standingRefusal('END', { status: 'ENDED', version: 3 }, 2)).toBe('STALE_VERSION');
  });
});

describe('the days of a placement', () => {
  it.each([
    [null, '2026-03-02', '2026-03-02', false],
    [null, '2026-03-02', '2027-03-01', false],
    [null, '2026-03-02', '2026-09-01', true],
    ['PERIOD_ENDS_BEFORE_IT_STARTS', '2026-03-02', '2026-03-01', false],
    ['OVER_TWELVE_MONTHS', '2026-03-02', '2027-03-02', false],
    ['OVER_SIX_MONTHS', '2026-03-02', '2026-09-02', true],
  ])('answer %s from %s to %s', (problem, from, to, isInsertion) => {
    expect(periodProblem({ startsOn: day(from), endsOn: day(to) }, isInsertion)).toBe(problem);
  });

  it('hold a change that begins between today and the last of them', () => {
    expect(dayProblem(march, today, today)).toBeNull();
    expect(dayProblem(march, day('2026-03-01'), today)).toBe('IN_THE_PAST');
    expect(dayProblem(march, day('2026-04-01'), today)).toBe('OUTSIDE_PLACEMENT');
    expect(dayProblem({ ...march, startsOn: day('2026-03-09') }, today, today)).toBe('OUTSIDE_PLACEMENT');
  });

  it.each([
    [null, '2026-03-02', '2026-03-31'],
    ['PERIOD_ENDS_BEFORE_IT_STARTS', '2026-03-05', '2026-03-04'],
    ['ABSENCE_TOO_LONG', '2026-03-01', '2026-04-01'],
    ['IN_THE_PAST', '2026-03-01', '2026-03-03'],
    ['OUTSIDE_PLACEMENT', '2026-03-30', '2026-04-02'],
  ])('answer %s to an absence from %s to %s', (problem, from, to) => {
    expect(absenceProblem(march, { startsOn: day(from), endsOn: day(to) }, today)).toBe(problem);
  });

  it('can be cut short from today on', () => {
    expect(endProblem(march, today, today)).toBeNull();
    expect(endProblem(march, day('2026-03-01'), today)).toBe('IN_THE_PAST');
    expect(endProblem(march, march.endsOn, today)).toBe('ENDS_BY_THEN');
  });
});

describe('the hours of one week', () => {
  const flexible = { ...march, kind: 'FLEXIBLE', weeklyPattern: onWorkingDays('08:30', '12:00') } as const;
  const sent = { monday: day('2026-03-09'), hours: onWorkingDays('14:00', '17:30') };

  it('may be others than usual in a coming week', () => {
    expect(weekProblem(flexible, sent, today)).toBeNull();
    expect(hoursPerWeek(sent.hours)).toBe(17.5);
  });

  it('may be others in a week that a placement continues after familiarisation, which was long ago', () => {
    const familiarisation = [
      { startsAt: new Date('2026-02-10T09:00:00+01:00'), endsAt: new Date('2026-02-10T10:00:00+01:00') },
    ];
    const goesOn = { ...flexible, startsOn: day('2026-03-11'), ordinaryFrom: day('2026-02-12') };
    expect(weekProblem({ ...goesOn, familiarisation }, sent, today)).toBeNull();
  });

  it.each([
    ['NOT_FLEXIBLE', { ...flexible, kind: 'LONG_TERM' as const }, sent],
    ['NOT_A_MONDAY', flexible, { ...sent, monday: day('2026-03-10') }],
    ['WEEK_STARTED', flexible, { ...sent, monday: today }],
    ['OUTSIDE_PLACEMENT', flexible, { ...sent, monday: day('2026-04-06') }],
    ['OUTSIDE_PLACEMENT', { ...flexible, startsOn: day('2026-03-16') }, sent],
    [
      'FAMILIARISATION_THEN',
      {
        ...flexible,
        familiarisation: [
          { startsAt: new Date('2026-03-10T09:00:00+01:00'), endsAt: new Date('2026-03-10T10:00:00+01:00') },
        ],
      },
      sent,
    ],
    ['FAMILIARISATION_THEN', { ...flexible, ordinaryFrom: day('2026-03-16') }, sent],
    ['MORE_HOURS_THAN_AGREED', flexible, { ...sent, hours: onWorkingDays('14:00', '18:00') }],
  ])('are refused: %s', (problem, placement, hours) => {
    expect(weekProblem(placement, hours, today)).toBe(problem);
  });
});

describe('an announced absence', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const absence = { startsOn: day('2026-03-16'), endsOn: day('2026-03-20') };
  const today = day('2026-03-17');

  it.each([
    [null, absence, null, 'Retour'],
    [null, absence, '2026-03-19', 'Retour'],
    ['REASON_MISSING', absence, null, ''],
    ['UNKNOWN_ABSENCE', undefined, null, 'Retour'],
    ['ABSENCE_OVER', { ...absence, endsOn: day('2026-03-16') }, null, 'Retour'],
    ['NOT_SHORTER', absence, '2026-03-20', 'Retour'],
    ['NOT_SHORTER', absence, '2026-03-15', 'Retour'],
  ] as const)('can be taken back or end earlier: %s', (problem, of, to, reason) => {
    const asked = { to: to && day(to), reason };
    expect(absenceCorrectionProblem(of, asked, today)).toBe(problem);
  });
});
