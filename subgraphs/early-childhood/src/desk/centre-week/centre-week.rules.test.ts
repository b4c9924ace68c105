import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { ClosedTime } from '../../centres/centres/closed-time.rules.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import {
  allowedHoursOn,
  closureOn,
  daysOfWeek,
  mondayOf,
  occupancyOf,
  openHoursOn,
} from './centre-week.rules.ts';

const day = Temporal.PlainDate.from;
const hoursOf = (monday: string): number[] =>
  daysOfWeek(day(monday)).map(({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / 3_600_000);

describe('the week of a day', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-05', '2026-03-02'],
    ['2026-03-08', '2026-03-02'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s starts on %s', (any, monday) => {
    expect(mondayOf(day(any)).toString()).toBe(monday);
  });

  it('has seven days, of which one is shorter or longer when the clocks change', () => {
    expect(hoursOf('2026-03-02')).toEqual([24, 24, 24, 24, 24, 24, 24]);
    expect(hoursOf('2026-03-23')).toEqual([24, 24, 24, 24, 24, 24, 23]);
    expect(hoursOf('2026-10-19')).toEqual([24, 24, 24, 24, 24, 24, 25]);
  });
});

describe('the hours of a day', () => {
  it('allow as many child-hours as places are authorised in each of them', () => {
    const openingHours = onWorkingDays('08:00', '18:00');
    const time = Temporal.PlainTime.from;
    const line = (from: string, to: string, places: number, weekday = 1) => ({
      ...{ weekday, from: time(from), to: time(to), places },
    });
    const within = (closures: readonly ClosedTime[], ...placesByHour: ReturnType<typeof line>[]) =>
      allowedHoursOn(day('2026-03-02'), { authorisedPlaces: 10, placesByHour, openingHours }, closures);
    const allowed = (...placesByHour: ReturnType<typeof line>[]) => within([], ...placesByHour);
    const monday = { startsOn: day('2026-03-02'), endsOn: day('2026-03-02') };
    const [early, late] = [line('08:00', '09:00', 4), line('16:00', '18:00', 5)];

    expect(allowed()).toBe(100);
    expect(allowed(line('07:00', '09:00', 4), line('17:30', '19:00', 0))).toBe(89);
    expect(allowed(line('18:00', '19:00', 4), line('08:00', '09:00', 4, 2))).toBe(100);
    expect(within([{ ...monday, closesAt: time('17:00') }], early, late)).toBe(79);
    expect(within([{ ...monday, opensAt: time('08:30') }], early, late)).toBe(82);
    expect(within([{ ...monday, closesAt: time('17:00') }, monday], early, late)).toBe(0);
  });

  it('are all of its opening hours, and none when it does not open', () => {
    const hours = [...onWorkingDays('08:45', '12:00'), ...onWorkingDays('14:00', '18:00')];

    expect(openHoursOn(day('2026-03-03'), hours)).toBe(7.25);
    expect(openHoursOn(day('2026-03-08'), hours)).toBe(0);
  });

  it('are what closures of a part of the day leave of them', () => {
    const hours = [...onWorkingDays('08:45', '12:00'), ...onWorkingDays('14:00', '18:00')];
    const days = { startsOn: day('2026-03-03'), endsOn: day('2026-03-03'), reason: 'Réunion' };
    const closing = (text: string) => ({ ...days, closesAt: Temporal.PlainTime.from(text) });
    const opening = (text: string) => ({ ...days, opensAt: Temporal.PlainTime.from(text) });
    const left = (...closures: (typeof days)[]) => openHoursOn(day('2026-03-03'), hours, closures);

    expect([left(closing('15:00')), left(closing('11:45')), left(opening('09:15'))]).toEqual([4.25, 3, 6.75]);
    expect([left(opening('09:15'), closing('15:00')), left(closing('15:00'), days)]).toEqual([3.75, 0]);
    expect(closureOn(day('2026-03-03'), [closing('15:00'), days])).toBe(days);
    expect(closureOn(day('2026-03-03'), [closing('15:00')])).toMatchObject({ reason: 'Réunion' });
  });

  it('are none on a closure, its first and last day included', () => {
    const works = { startsOn: day('2026-03-03'), endsOn: day('2026-03-04'), reason: 'Travaux' };
    const closed = (date: string) => closureOn(day(date), [works])?.reason;

    expect(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map(closed)).toEqual([
      undefined,
      'Travaux',
      'Travaux',
      undefined,
    ]);
  });
});

describe('occupancy', () => {
  it('is booked out of allowed, above 1 where places were taken away since, and nothing of nothing', () => {
    expect(occupancyOf(1, 3)).toBe(0.3333);
    expect(occupancyOf(12, 10)).toBe(1.2);
    expect(occupancyOf(0, 0)).toBeNull();
  });
});
