import { describe, expect, it } from '@jest/globals';
import { nantesCentres, nantesSections } from '@relais/early-childhood/seeds/nantes-centres.ts';
import { nantesDistricts } from '@relais/early-childhood/seeds/nantes-districts.ts';
import { dayOf, timeOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { isPublicHoliday } from './calendar.ts';
import { careDeskOf } from './care-desk.ts';
import { demoFamilies } from './demo-city.ts';
import type { DemoBooking, DemoFamily } from './demo-family.ts';

const centres = nantesCentres.map((centre) => ({
  ...centre,
  closures: [{ startsOn: '2026-11-26', endsOn: '2026-11-27' }],
  sections: nantesSections.filter(({ centreId }) => centreId === centre.id),
}));
const districts = nantesDistricts.map(({ latitude, longitude, ...rest }) => ({
  ...rest,
  position: { latitude, longitude },
}));

const cityOn = (today: string, seed = 1): DemoFamily[] => [
  ...demoFamilies({
    seed,
    today: Temporal.PlainDate.from(today),
    districts,
    desk: careDeskOf(centres),
    from: 1,
    to: 143,
  }),
];

const openHours = (booking: DemoBooking) => {
  const { weekday, from, to } = {
    weekday: dayOf(booking.startsAt).dayOfWeek,
    from: timeOf(booking.startsAt).toString().slice(0, 5),
    to: timeOf(booking.endsAt).toString().slice(0, 5),
  };
  const centre = centres.find(({ id }) => id === booking.centreId);
  return centre?.openingHours.some((line) => line.weekday === weekday && line.from <= from && to <= line.to);
};

const peak = (bookings: readonly DemoBooking[]): number => {
  const steps = bookings
    .flatMap(({ startsAt, endsAt }) => [
      { at: startsAt.getTime(), change: 1 },
      { at: endsAt.getTime(), change: -1 },
    ])
    .toSorted((one, other) => one.at - other.at || one.change - other.change);
  let present = 0;
  return Math.max(...steps.map(({ change }) => (present += change)));
};

const grouped = (bookings: readonly DemoBooking[], key: 'sectionId' | 'childId'): DemoBooking[][] => {
  const groups = new Map<string, DemoBooking[]>();
  for (const booking of bookings) groups.set(booking[key], [...(groups.get(booking[key]) ?? []), booking]);
  return [...groups.values()];
};

const cities = new Map<string, DemoFamily[]>();

/** Read only, so made once. */
const sharedCityOn = (today: string): DemoFamily[] => {
  const city = cities.get(today) ?? cityOn(today);
  cities.set(today, city);
  return city;
};

/** A Monday, a weekend before each change of clocks, Christmas, a leap day, midsummer. */
const dates = ['2026-11-23', '2026-03-28', '2026-10-24', '2026-12-24', '2028-02-29', '2027-08-14'];

describe('the demo city', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(cityOn('2026-11-23')).toEqual(cityOn('2026-11-23'));
    expect(cityOn('2026-11-23', 2)).not.toEqual(cityOn('2026-11-23'));
  });

  it.each(dates)('has 143 families with their own ids and references when made on %s', (date) => {
    const families = sharedCityOn(date);
    const ids = families.flatMap((family) =>
      [family, ...family.adults, ...family.children, ...family.bookings, ...family.milestones].map(
        ({ id }) => id,
      ),
    );
    expect(families).toHaveLength(143);
    expect(new Set(ids).size).toBe(ids.length);
    expect(families.at(-1)?.reference).toBe('NAN-000143');
  });

  it.each(dates)('books on half-hours, while centres are open, when made on %s', (date) => {
    const bookings = sharedCityOn(date).flatMap((family) => family.bookings);
    expect(bookings.length).toBeGreaterThan(200);
    expect(bookings.filter((booking) => !openHours(booking))).toEqual([]);
    expect(bookings.filter(({ startsAt }) => startsAt.getTime() % 1_800_000 !== 0)).toEqual([]);
    expect(bookings.filter(({ startsAt }) => isPublicHoliday(dayOf(startsAt)))).toEqual([]);
    const closed = ['2026-11-26', '2026-11-27'];
    expect(bookings.filter(({ startsAt }) => closed.includes(dayOf(startsAt).toString()))).toEqual([]);
  });

  it.each(dates)('overfills nothing and books no child twice when made on %s', (date) => {
    const bookings = sharedCityOn(date)
      .flatMap((family) => family.bookings)
      .filter(({ status }) => status !== 'CANCELLED');
    for (const group of grouped(bookings, 'sectionId')) {
      const section = nantesSections.find(({ id }) => id === group[0]?.sectionId);
      expect(peak(group)).toBeLessThanOrEqual(section?.places ?? 0);
    }
    for (const group of grouped(bookings, 'childId')) expect(peak(group)).toBe(1);
  });

  it('shows how different families live', () => {
    const families = sharedCityOn('2026-11-23');
    const statesOf = (scheme: string) =>
      new Set(
        families.flatMap(({ entitlements }) =>
          entitlements.flatMap((each) => (each.scheme === scheme ? [each.states.at(-1)?.state] : [])),
        ),
      );
    expect(statesOf('RSA')).toEqual(
      new Set(['OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED', 'PENDING', 'REFUSED']),
    );
    expect(families.filter(({ resources }) => resources.length === 0).length).toBeGreaterThan(5);
    expect(families.filter(({ householdKind }) => householdKind === 'LONE_PARENT').length).toBeGreaterThan(
      60,
    );
    expect(families.flatMap(({ shared }) => shared).length).toBeGreaterThan(8);
    expect(
      families.filter(({ children }) => children.some(({ expectedDate }) => expectedDate)).length,
    ).toBeGreaterThan(5);
    expect(
      new Set(families.flatMap(({ jobSeekers }) => jobSeekers.map(({ advisorId }) => advisorId))).size,
    ).toBe(4);
  });
});
