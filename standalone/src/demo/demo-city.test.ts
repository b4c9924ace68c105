import { describe, expect, it } from '@jest/globals';
import { refusalReason } from '@relais/early-childhood/care/bookings/booking.rules.ts';
import { publicHolidaysOf } from '@relais/early-childhood/care/own-arrangements/school-calendar.rules.ts';
import { periodProblem } from '@relais/early-childhood/care/placements/placement.rules.ts';
import { countedAge } from '@relais/early-childhood/families/families/age.rules.ts';
import {
  confirmRefusal,
  lapseAt,
  noticeRefusal,
} from '@relais/early-childhood/requests/care-requests/confirmation.rules.ts';
import { nantesCentres, nantesSections } from '@relais/early-childhood/seeds/nantes-centres.ts';
import { nantesDistricts } from '@relais/early-childhood/seeds/nantes-districts.ts';
import { lastQuarterBefore } from '@relais/platform/statistics/quarter.rules.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { demoAccounts } from '../demo-accounts.ts';
import { careDeskOf, daysWithHistory } from './care-desk.ts';
import { demoFamilies } from './demo-city.ts';
import type { DemoBooking, DemoFamily, DemoPlacement } from './demo-family.ts';
import type { LivingFamily } from './demo-life.ts';
import { UNANSWERED_FAMILY } from './make-care-requests.ts';
import { ordinaryFamilies } from './ordinary-families.ts';

/** Closed on public holidays and on two days of the staff's own. */
const closuresAround = (today: Temporal.PlainDate) => [
  { startsOn: '2026-11-26', endsOn: '2026-11-27' },
  ...[-1, 0, 1].flatMap((years) =>
    publicHolidaysOf(today.year + years).map((day) => ({ startsOn: String(day), endsOn: String(day) })),
  ),
];

const centresOn = (today: Temporal.PlainDate) =>
  nantesCentres.map((centre) => ({
    ...centre,
    closures: closuresAround(today),
    sections: nantesSections.filter(({ centreId }) => centreId === centre.id),
  }));
const districts = nantesDistricts.map(({ latitude, longitude, ...rest }) => ({
  ...rest,
  position: { latitude, longitude },
}));

/** The families of the practice, and the others of the city. */
const cityOn = (date: string, seed = 1) => {
  const today = Temporal.PlainDate.from(date);
  const desk = careDeskOf(centresOn(today), daysWithHistory(today));
  const plan = { seed, today, districts, desk };
  const practice: LivingFamily[] = [...demoFamilies({ ...plan, from: 1, to: 143, hasHistory: true })];
  const others: DemoFamily[] = ordinaryFamilies({ ...plan, from: 144, neverFull: new Set() });
  return { today, practice, others, all: [...practice, ...others] };
};

const plainHours = (line: { weekday: number; from: string; to: string }) => ({
  weekday: line.weekday,
  from: Temporal.PlainTime.from(line.from),
  to: Temporal.PlainTime.from(line.to),
});

const plainDays = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => ({
  startsOn: Temporal.PlainDate.from(startsOn),
  endsOn: Temporal.PlainDate.from(endsOn),
});

/** Why the booking code would not take a booking, all but how many are there already: that is counted apart. */
const obstacleAsker = (today: Temporal.PlainDate) => {
  const closures = closuresAround(today).map(plainDays);
  const centres = new Map(
    nantesCentres.map((each) => [each.id, { ...each, openingHours: each.openingHours.map(plainHours) }]),
  );
  const sections = new Map(nantesSections.map((section) => [section.id, section]));
  return (family: DemoFamily, booking: DemoBooking) => {
    const [centre, section] = [centres.get(booking.centreId), sections.get(booking.sectionId)];
    const child = family.children.find(({ id }) => id === booking.childId);
    if (!centre || !section || !child) return 'UNKNOWN';
    return refusalReason({
      ...{ now: booking.bookedAt, isPromised: true, care: booking, section, age: countedAge(child) },
      ...{ familyId: family.id, familiesOfChild: [family.id], milestoneFamilyId: undefined },
      ...{ centre, closures, othersInCentre: [], othersOfChild: [] },
    });
  };
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

const hoursOf = ({ from, to }: { from: string; to: string }): number =>
  Temporal.PlainTime.from(from).until(to).total('hours');

type Centre = ReturnType<typeof centresOn>[number];

/** Child-hours booked of those allowed, on days counted from today. */
const occupancy = (
  { openingHours, closures, authorisedPlaces }: Centre,
  bookings: readonly DemoBooking[],
  today: Temporal.PlainDate,
  [first, last]: readonly [number, number],
): number => {
  const closed = new Set(closures.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]));
  const [from, to] = [today.add({ days: first }), today.add({ days: last + 1 })];
  const open = Array.from({ length: last - first + 1 }, (_, index) => from.add({ days: index }))
    .filter((day) => !closed.has(String(day)))
    .flatMap((day) => openingHours.filter(({ weekday }) => weekday === day.dayOfWeek).map(hoursOf))
    .reduce((sum, hours) => sum + hours, 0);
  const [begin, end] = [startOfDay(from), startOfDay(to)];
  const booked = bookings
    .filter(({ startsAt }) => begin <= startsAt && startsAt < end)
    .reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 3_600_000, 0);
  return booked / (open * authorisedPlaces);
};

const grouped = (
  bookings: readonly DemoBooking[],
  key: 'sectionId' | 'childId' | 'centreId',
): DemoBooking[][] => {
  const groups = new Map<string, DemoBooking[]>();
  for (const booking of bookings) {
    const group = groups.get(booking[key]) ?? [];
    group.push(booking);
    groups.set(booking[key], group);
  }
  return [...groups.values()];
};

/** Day by day, as a reader of the contract would count. */
const openDaysOf = (placement: DemoPlacement, today: Temporal.PlainDate): string[] => {
  const { startsOn, endsOn, suspendedFrom, weeklyPattern } = placement;
  const closed = new Set(closuresAround(today).flatMap((closure) => [closure.startsOn, closure.endsOn]));
  const weekdays = weeklyPattern.map(({ weekday }) => weekday);
  const { first } = daysWithHistory(today);
  const days: string[] = [];
  for (let day = today.add({ days: first }); !isBefore(endsOn, day); day = day.add({ days: 1 })) {
    const isAgreed = weekdays.includes(day.dayOfWeek) && !isBefore(day, startsOn);
    const rests = suspendedFrom !== null && !isBefore(day, suspendedFrom);
    if (isAgreed && !rests && !closed.has(String(day))) days.push(String(day));
  }
  return days;
};

const cities = new Map<string, ReturnType<typeof cityOn>>();

/** Read only, so made once. */
const sharedCityOn = (today: string) => {
  const city = cities.get(today) ?? cityOn(today);
  cities.set(today, city);
  return city;
};

const bookingsOf = (families: readonly DemoFamily[]): DemoBooking[] =>
  families.flatMap(({ bookings }) => bookings).filter(({ status }) => status !== 'CANCELLED');

/** A Monday, a weekend before each change of clocks, Christmas, New Year, a leap day, midsummer. */
const dates = [
  '2026-11-23',
  '2026-03-28',
  '2026-10-24',
  '2026-12-24',
  '2027-01-02',
  '2028-02-29',
  '2027-08-14',
];

describe('the demo city', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    const city = JSON.stringify(sharedCityOn('2026-11-23'));
    // Megabytes, which nobody wants to see compared.
    expect(JSON.stringify(cityOn('2026-11-23')) === city).toBe(true);
    expect(JSON.stringify(cityOn('2026-11-23', 2)) === city).toBe(false);
  });

  it.each(dates)(
    'has 143 families of the practice, all with ids and references of their own, when made on %s',
    (date) => {
      const { practice, all } = sharedCityOn(date);
      const ids = all.flatMap((family) =>
        [family, ...family.adults, ...family.children, ...family.bookings, ...family.milestones].map(
          ({ id }) => id,
        ),
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(practice).toHaveLength(143);
      expect(practice.at(-1)?.reference).toBe('NAN-000143');
      const references = all.map(({ reference }) => reference);
      expect(new Set(references).size).toBe(references.length);
      expect(references.at(-1)).toBe(`NAN-${String(all.length).padStart(6, '0')}`);
    },
  );

  it.each(dates.slice(0, 2))('books what the booking code takes when made on %s', (date) => {
    const { today, practice, others, all } = sharedCityOn(date);
    const obstacleOf = obstacleAsker(today);
    // Of the others, every tenth will do: they are all made alike.
    const obstacles = [...practice, ...others.filter((_, index) => index % 10 === 0)].flatMap((family) =>
      bookingsOf([family]).flatMap((booking) => obstacleOf(family, booking) ?? []),
    );
    expect(bookingsOf(all).length).toBeGreaterThan(10_000);
    expect(obstacles).toEqual([]);
  });

  it.each(dates)('overfills nothing and books no child twice when made on %s', (date) => {
    const bookings = bookingsOf(sharedCityOn(date).all);
    for (const group of grouped(bookings, 'sectionId')) {
      const section = nantesSections.find(({ id }) => id === group[0]?.sectionId);
      expect(peak(group)).toBeLessThanOrEqual(section?.places ?? 0);
    }
    for (const group of grouped(bookings, 'childId')) expect(peak(group)).toBe(1);
  });

  it.each(dates)('books every placement once on each open day, to its end, when made on %s', (date) => {
    const { today, practice } = sharedCityOn(date);
    const placements = practice.flatMap((family) => family.placements);
    expect(placements.length).toBeGreaterThan(30);
    const booked = new Map<string | null, string[]>();
    for (const { placementId, startsAt } of practice.flatMap(({ bookings }) => bookings))
      booked.set(placementId, [...(booked.get(placementId) ?? []), String(dayOf(startsAt))]);
    for (const placement of placements)
      expect(booked.get(placement.id) ?? []).toEqual(openDaysOf(placement, today));
  });

  it.each(dates)('keeps what the law says of placements when made on %s', (date) => {
    const placements = sharedCityOn(date).practice.flatMap((family) => family.placements);
    expect(placements.map((each) => periodProblem(each, each.isInsertionContract))).toEqual(
      placements.map(() => null),
    );
  });

  it.each(dates)(
    'fills centres from 70 to 95 percent for two weeks, then ever less, when made on %s',
    (date) => {
      const { today, all } = sharedCityOn(date);
      const byCentre = new Map(grouped(bookingsOf(all), 'centreId').map((own) => [own[0]?.centreId, own]));
      for (const centre of centresOn(today)) {
        const shareOf = (first: number, last: number) =>
          occupancy(centre, byCentre.get(centre.id) ?? [], today, [first, last]);
        const shares = { soon: shareOf(1, 14), later: shareOf(15, 28), muchLater: shareOf(29, 56) };
        const isAsInLife =
          shares.soon > 0.7 &&
          shares.soon < 0.95 &&
          shares.later < shares.soon &&
          shares.muchLater < shares.later;
        expect({ centre: centre.name, ...shares, isAsInLife }).toMatchObject({ isAsInLife: true });
      }
    },
  );

  it.each(dates)('lets no figure of the practice count the other families when made on %s', (date) => {
    const { today, others } = sharedCityOn(date);
    const quarterEnd = startOfDay(lastQuarterBefore(today).to.add({ days: 1 }));
    for (const { registeredAt, bookings, placements, milestones } of others) {
      expect(registeredAt >= quarterEnd).toBe(true);
      expect(bookings.filter(({ startsAt }) => startsAt < registeredAt)).toEqual([]);
      expect([placements, milestones]).toEqual([[], []]);
    }
  });

  it.each(dates)('calls nobody in a family as somebody else in it when made on %s', (date) => {
    for (const { adults, children } of sharedCityOn(date).all) {
      const names = (people: readonly { firstName: string | null }[]) =>
        people.flatMap(({ firstName }) => firstName ?? []);
      expect(new Set(names(adults)).size).toBe(adults.length);
      expect(new Set(names(children)).size).toBe(names(children).length);
    }
  });

  it.each(dates)('has one request that lapsed, as the rules make one lapse, when made on %s', (date) => {
    const { today, practice } = sharedCityOn(date);
    const now = startOfDay(today);
    const lapsed = practice.flatMap((family) =>
      family.careRequests.flatMap((request) => (request.status === 'LAPSED' ? [{ family, request }] : [])),
    );
    expect(lapsed).toHaveLength(1);
    for (const { family, request } of lapsed) {
      const { submittedAt: confirmedAt, noticeSentAt, lastDay, version } = request;
      const born = family.children.find(({ id }) => id === request.childId)?.birthDate;
      const steps = family.careSteps.filter(({ subjectId }) => subjectId === request.id);
      expect(steps.map(({ kind, doneBy }) => [kind, doneBy])).toEqual([
        ['CARE_REQUEST_SUBMITTED', demoAccounts.coordinator.sub],
        ['CARE_REQUEST_NOTICE', demoAccounts.coordinator.sub],
        ['CARE_REQUEST_LAPSED', 'relais'],
      ]);
      expect(version).toBe(steps.length);
      const lapsedAt = lapseAt({ confirmedAt, noticeSentAt });
      expect(steps.map(({ at }) => at)).toEqual([confirmedAt, noticeSentAt, lapsedAt]);
      expect(lapsedAt && lapsedAt < now).toBe(true);
      const waiting = { status: 'SUBMITTED', confirmedAt, noticeSentAt: null, lastDay, version: 1 } as const;
      expect(noticeRefusal(waiting, 1, noticeSentAt ?? now)).toBeNull();
      expect(family.registeredAt < confirmedAt && born && isBefore(born, dayOf(confirmedAt))).toBe(true);
      // The word of the family makes it wait again.
      const asked = { ...waiting, noticeSentAt, status: 'LAPSED' } as const;
      expect(confirmRefusal(asked, { version: 1, hasChildLeft: false }, now)).toBeNull();
    }
  });

  it('has it on whatever day the city is made', () => {
    const first = Temporal.PlainDate.from('2026-12-01');
    for (let offset = 0; offset < 3 * 365; offset += 37) {
      const today = first.add({ days: offset });
      const desk = careDeskOf(centresOn(today), daysWithHistory(today));
      const alone = { from: UNANSWERED_FAMILY, to: UNANSWERED_FAMILY };
      const [family] = demoFamilies({ seed: 1, today, districts, desk, ...alone, hasHistory: true });
      const statuses = family?.careRequests.map(({ status }) => status);
      expect({ today: String(today), statuses }).toEqual({ today: String(today), statuses: ['LAPSED'] });
    }
  });

  it('shows how different families live', () => {
    const families = sharedCityOn('2026-11-23').practice;
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
