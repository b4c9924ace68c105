import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { Temporal } from 'temporal-polyfill';
import { givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { staysOf } from '../placements/pattern.rules.ts';
import { bookStays, type CareToBook } from './book-stays.ts';
import { givenBooking } from './booking.builder.ts';
import { Booking } from './booking.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);
const mornings = (from: string, to: string) =>
  staysOf(onWorkingDays('08:30', '12:00'), { startsOn: day(from), endsOn: day(to) }, []);

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

const givenCare = async (stays: CareToBook['stays'], sectionId?: string): Promise<CareToBook> => {
  const child = await givenChild(graph.db);
  const section = sectionId ?? (await givenSection(graph.db, { places: 2 })).id;
  return {
    child,
    familyId: child.familyId,
    familiesOfChild: [child.familyId],
    sectionId: section,
    kind: 'LONG_TERM',
    status: 'CONFIRMED',
    stays,
  };
};
const book = (care: CareToBook) => inTransaction(graph.db, (tx) => bookStays(tx, care, NOW));
const bookedFor = ({ child }: CareToBook) =>
  graph.db.find(Booking, { where: { childId: child.id }, order: { startsAt: 'ASC' } });

describe('booking many stays at once', () => {
  it('books all of them, in as many statements as for one', async () => {
    const week = await givenCare(mornings('2026-03-09', '2026-03-13'));
    const year = await givenCare(mornings('2026-03-09', '2027-02-12'));

    const ofWeek = await graph.statements(() => book(week));
    const ofYear = await graph.statements(() => book(year));

    expect(ofYear).toBe(ofWeek);
    expect((await bookedFor(year)).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(year.stays);
    expect((await bookedFor(year)).length).toBeGreaterThan(230);
  });

  it('books nothing when one cannot be, and tells the first of them', async () => {
    const care = await givenCare(mornings('2026-03-09', '2026-03-20'));
    const { centreId } = await givenSection(graph.db);
    const section = await givenSection(graph.db, { centreId, places: 1 });
    const full = { ...care, sectionId: section.id };
    for (const { startsAt, endsAt } of mornings('2026-03-12', '2026-03-13')) {
      await givenBooking(graph.db, { sectionId: section.id, startsAt, endsAt });
    }
    await givenClosure(graph.db, centreId, ['2026-03-17', '2026-03-17']);

    expect(await book(full)).toMatchObject({
      refusal: 'SECTION_FULL',
      stay: { startsAt: new Date('2026-03-12T08:30:00+01:00') },
    });
    expect(await bookedFor(full)).toEqual([]);
    const later = { ...full, stays: mornings('2026-03-16', '2026-03-20') };
    expect(await book(later)).toMatchObject({
      refusal: 'CENTRE_CLOSED',
      stay: { startsAt: new Date('2026-03-17T08:30:00+01:00') },
    });
  });

  it('judges each stay on its own day: notice, age and the child’s other care', async () => {
    const care = await givenCare(mornings('2026-03-05', '2026-03-10'));
    const birthday = { ...care.child, birthDate: day('2020-03-11') };
    const stays = mornings('2026-03-09', '2026-03-13');
    await givenBooking(graph.db, {
      childId: care.child.id,
      startsAt: new Date('2026-03-10T11:00:00+01:00'),
      endsAt: new Date('2026-03-10T13:00:00+01:00'),
    });

    expect(await book(care)).toMatchObject({ refusal: 'STARTS_BEFORE_NEXT_MONDAY', stay: care.stays[0] });
    expect(await book({ ...care, stays })).toMatchObject({ refusal: 'CHILD_ALREADY_BOOKED', stay: stays[1] });
    const wednesday = { ...care, child: birthday, stays: stays.slice(2) };
    expect(await book(wednesday)).toMatchObject({ refusal: 'CHILD_TOO_OLD', stay: stays[2] });
  });

  it('refuses stays that overlap each other, and sections that do not exist', async () => {
    const [morning] = mornings('2026-03-09', '2026-03-09');
    const care = await givenCare(morning ? [morning, { ...morning }] : []);

    expect(await book(care)).toMatchObject({ refusal: 'CHILD_ALREADY_BOOKED', stay: morning });
    expect(await book({ ...care, sectionId: newId() })).toEqual({ refusal: 'UNKNOWN_SECTION' });
  });

  it('gives the last place to one of two who book a year at the same moment', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const stays = mornings('2026-03-09', '2026-12-31');
    const [one, other] = [await givenCare(stays, sectionId), await givenCare(stays, sectionId)];

    const results = await Promise.all([book(one), book(other)]);

    expect(results.filter((result) => 'bookings' in result)).toHaveLength(1);
    expect(results.find((result) => 'refusal' in result)).toMatchObject({
      refusal: 'SECTION_FULL',
      stay: stays[0],
    });
  });
});
