import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { agreedStays } from './agreed-stays.rules.ts';
import {
  broughtBy,
  familiarisationChangeProblem,
  familiarisationOf,
  familiarisationProblem,
  firstOrdinaryDay,
  isFamiliarisation,
  restingStays,
  staysBeside,
  withGiven,
} from './familiarisation.rules.ts';
import { staysOf } from './pattern.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => new Date(`${text}:00+01:00`);
const stay = (date: string, from = '09:00', to = '10:00') => ({
  startsAt: at(`${date}T${from}`),
  endsAt: at(`${date}T${to}`),
});
const weeklyPattern = onWorkingDays('08:30', '12:00');
const march = { startsOn: day('2026-03-02'), endsOn: day('2026-03-27'), weeklyPattern };

describe('days of familiarisation', () => {
  it.each([
    [null, []],
    [null, [stay('2026-03-02'), stay('2026-03-03', '08:30', '12:00')]],
    [null, [stay('2026-02-02')]],
    [null, [stay('2026-02-26'), stay('2026-03-25')]],
    ['FAMILIARISATION_TOO_LONG', [stay('2026-02-01')]],
    ['FAMILIARISATION_TOO_LONG', [stay('2026-02-25'), stay('2026-03-25')]],
    ['FAMILIARISATION_TOO_LONG', [stay('2026-03-27')]],
    ['FAMILIARISATION_OVER_AGREED_HOURS', [stay('2026-03-02', '08:30', '12:30')]],
    [null, [stay('2026-03-02', '08:30', '10:00'), stay('2026-03-02', '10:00', '12:00')]],
    [
      'FAMILIARISATION_OVER_AGREED_HOURS',
      [stay('2026-03-02', '08:30', '12:00'), stay('2026-03-02', '14:00', '14:30')],
    ],
  ] as const)('are asked: %s', (problem, stays) => {
    expect(familiarisationProblem(stays, march)).toBe(problem);
  });

  it('are as long as the longest day agreed, all its hours together', () => {
    const twice = [...onWorkingDays('08:00', '12:00'), ...onWorkingDays('13:00', '17:00')];
    const long = stay('2026-03-02', '09:00', '14:00');
    expect(familiarisationProblem([long], { ...march, weeklyPattern: twice })).toBeNull();
  });

  it('are changed until the agreed hours begin, and never what has begun', () => {
    const familiarisation = [stay('2026-03-02'), stay('2026-03-03')];
    const known = { ...march, familiarisation };
    const now = at('2026-03-02T12:00');
    expect(familiarisationChangeProblem(known, [stay('2026-03-05')], now)).toBeNull();
    expect(familiarisationChangeProblem(known, [], now)).toBeNull();
    expect(familiarisationChangeProblem(known, [], at('2026-03-01T12:00'))).toBe('PATTERN_EMPTY');
    expect(familiarisationChangeProblem(known, [stay('2026-04-01')], now)).toBe('OUTSIDE_PLACEMENT');
    expect(familiarisationChangeProblem(known, [], at('2026-03-04T12:00'))).toBe('FAMILIARISATION_OVER');
    expect(familiarisationChangeProblem(known, [stay('2026-03-27')], now)).toBe('FAMILIARISATION_TOO_LONG');
    expect(withGiven(familiarisation, [stay('2026-03-05')], now)).toEqual([
      stay('2026-03-02'),
      stay('2026-03-05'),
    ]);
  });

  it('are told by their hours, and rest where care rests', () => {
    const stays = [stay('2026-03-03'), stay('2026-03-02')];
    expect(familiarisationOf([...stays, stay('2026-03-03')])).toEqual([
      stay('2026-03-02'),
      stay('2026-03-03'),
    ]);
    expect(familiarisationOf(null)).toEqual([]);
    expect(isFamiliarisation(stay('2026-03-03', '09:30'), stays)).toBe(true);
    expect(isFamiliarisation(stay('2026-03-04'), stays)).toBe(false);
    expect(isFamiliarisation(stay('2026-03-03', '14:00', '17:00'), stays)).toBe(false);
    const longer = stay('2026-03-03', '09:00', '10:30');
    expect(staysBeside([longer, stay('2026-03-02')], stays)).toEqual([longer]);
    const shortened = stay('2026-03-02', '09:00', '09:30');
    expect(broughtBy([longer, shortened], stays)).toEqual([shortened]);
    const pause = { startsOn: day('2026-03-03'), endsOn: day('2026-03-06') };
    expect(restingStays(stays, [pause])).toEqual([stay('2026-03-03')]);
    expect(firstOrdinaryDay({ ...march, familiarisation: stays })).toEqual(day('2026-03-04'));
    expect(firstOrdinaryDay({ ...march, familiarisation: [stay('2026-02-20')] })).toEqual(march.startsOn);
    const ordinaryFrom = day('2026-03-09');
    expect(firstOrdinaryDay({ ...march, ordinaryFrom, familiarisation: stays })).toEqual(ordinaryFrom);
    expect(firstOrdinaryDay(march)).toEqual(march.startsOn);
  });

  it('stand in for the ordinary hours, day by day', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 4 });
    const sent = onWorkingDays('10:00', '11:00');
    const dayAt = (number: number) => march.startsOn.add({ days: number });
    const ordinaryOn = (number: number, isSent: boolean) => {
      const isOfSentWeek = isSent && number >= 7 && number < 14;
      const pattern = isOfSentWeek ? sent : weeklyPattern;
      return staysOf(pattern, { startsOn: dayAt(number), endsOn: dayAt(number) }, []);
    };
    fc.assert(
      fc.property(
        some,
        some,
        fc.boolean(),
        fc.integer({ min: 0, max: 20 }),
        (familiar, closed, isSent, from) => {
          const usualOn = (number: number) =>
            number < from || familiar.some((other) => other > number) ? [] : ordinaryOn(number, isSent);
          const stayOn = (number: number) =>
            familiar.includes(number) ? [stay(dayAt(number).toString())] : usualOn(number);
          const expectedOn = (number: number) => (closed.includes(number) ? [] : stayOn(number));
          const agreed = agreedStays(
            {
              ...march,
              ordinaryFrom: dayAt(from),
              familiarisation: familiar.map((number) => stay(dayAt(number).toString())),
              pauses: closed.map((number) => ({ startsOn: dayAt(number), endsOn: dayAt(number) })),
              sentWeeks: isSent ? [{ monday: day('2026-03-09'), hours: sent }] : [],
            },
            march,
          );
          expect(agreed).toEqual(Array.from({ length: 26 }, (_, number) => expectedOn(number)).flat());
        },
      ),
    );
  });
});
