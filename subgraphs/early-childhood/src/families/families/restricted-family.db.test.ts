import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { Booking } from '../../care/bookings/booking.ts';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenChild, givenFamily } from './family.builder.ts';
import type { Family } from './family.ts';

const [anne, bea, paul] = [coordinator('anne'), coordinator('bea'), caseworker('paul')];

let graph: TestSubgraph;
let family: Pick<Family, 'id' | 'reference'>;
let birthDate = Temporal.PlainDate.from('2024-09-01');
let booking: Booking;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T09:00:00+01:00') });
});
afterAll(() => graph.close());

/** In a file of its own section, restricted to anne; paul, whose family it is, is barred from it, and in its team. */
beforeEach(async () => {
  family = await givenFamily(graph.db);
  birthDate = birthDate.add({ days: 1 });
  const child = await givenChild(graph.db, {
    familyId: family.id,
    firstName: 'Tom',
    lastName: 'Oya',
    birthDate,
  });
  const { id: centreId } = await givenCentre(graph.db);
  const { id: sectionId } = await givenSection(graph.db, { centreId });
  booking = await givenBooking(graph.db, { sectionId, childId: child.id, familyId: family.id });
  await givenFollowers(graph.db, family.id, [
    ...['NAMED', 'BARRED', 'TEAM'].map((relation) => ({
      sub: relation === 'NAMED' ? 'anne' : 'paul',
      relation,
    })),
    { sub: 'yann', relation: 'ADVISOR' },
    { sub: 'max', relation: 'REFERRAL' },
  ]);
});

const isSeenBy = async (as: TestUser): Promise<boolean> =>
  (await graph.resolveReferences('Family', [{ id: family.id }], '{ reference }', as)).data[0] !== null;
const ask = async (document: string, variables: Readonly<Record<string, unknown>>, as: TestUser) => {
  const { data, errors } = await graph.query(document, variables, as);
  expect(errors).toEqual([]);
  return data;
};

describe('a restricted file', () => {
  it('is read by who follows the family and who is named, and as absent to all others', async () => {
    const readers = [anne, advisor('yann'), caseworker('max'), bea, paul, advisor('other')];
    const seen = await Promise.all(readers.map(isSeenBy));
    expect(seen).toEqual([true, true, true, false, false, false]);
  });

  it('is found by no lookup, of which the answer gives no handle, and hinted at to nobody who registers', async () => {
    const look = `mutation ($input: LookUpFamilyInput!) { lookUpFamily(input: $input) { lookup { exists handle } } }`;
    const input = { surname: 'Oya', childBirthDate: birthDate.toString() };
    const lookedUp = async (as: TestUser) => (await ask(look, { input }, as)).lookUpFamily.lookup;
    expect(await lookedUp(anne)).toEqual({ exists: true, handle: expect.any(String) });
    expect(await lookedUp(bea)).toEqual({ exists: false, handle: null });
    expect(await lookedUp(paul)).toEqual({ exists: false, handle: null });

    const register = `mutation ($input: RegisterFamilyInput!) { registerFamily(input: $input) {
      possibleDuplicates { nextStep } refusal { reason } } }`;
    const again = {
      family: { householdKind: 'LONE_PARENT', address: { street: '1', postalCode: '44000', city: 'Nantes' } },
      adults: [{ firstName: 'Awa', lastName: 'Oya' }],
      children: [{ firstName: 'Tom', lastName: input.surname, birthDate: input.childBirthDate }],
    };
    const hinted = async (as: TestUser) =>
      (await ask(register, { input: { ...again, confirmed: true } }, as)).registerFamily;
    expect(await hinted(bea)).toEqual({ possibleDuplicates: [], refusal: null });
    expect((await hinted(anne)).possibleDuplicates).not.toEqual([]);
  });

  it('leaves its stays to who receives the child, and their places taken to all', async () => {
    const day = `query ($id: ID!) { centre(id: $id) { day(date: "2026-03-03") {
      arrivals { booking { id } } departures { booking { id } } sections { halfHours { expectedChildren } } } } }`;
    const dayOf = async (as: TestUser) => {
      const { arrivals, departures, sections } = (await ask(day, { id: booking.centreId }, as)).centre.day;
      const expected = sections[0].halfHours.map(
        (each: { expectedChildren: number }) => each.expectedChildren,
      );
      return [arrivals.length, departures.length, Math.max(...expected)];
    };
    expect(await dayOf(anne)).toEqual([1, 1, 1]);
    expect(await dayOf({ ...centreStaff(), centreIds: [booking.centreId] })).toEqual([1, 1, 1]);
    expect(await dayOf(bea)).toEqual([0, 0, 1]);
  });

  it('is changed by no coordinator who is not named: its bookings are unknown, and it is merged with no other', async () => {
    const cancel = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { refusal { reason } } }`;
    const cancelled = async (as: TestUser) =>
      (await ask(cancel, { input: { bookingId: booking.id, version: 1, reason: 'Moved' } }, as))
        .cancelBooking;
    expect(await cancelled(bea)).toEqual({ refusal: { reason: 'UNKNOWN_BOOKING' } });
    const note = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { refusal { reason } } }`;
    const attend = { input: { bookingId: booking.id, version: 1, outcome: 'ABSENT' } };
    expect((await ask(note, attend, bea)).recordAttendance.refusal.reason).toBe('UNKNOWN_BOOKING');
    const book = `mutation ($input: BookCareInput!) { bookCare(input: $input) { refusal { reason } } }`;
    const stay = { startsAt: '2026-03-04T08:00:00Z', endsAt: '2026-03-04T10:00:00Z', kind: 'SHORT_TERM' };
    const care = { ...stay, childId: booking.childId, sectionId: booking.sectionId };
    expect((await ask(book, { input: care }, bea)).bookCare.refusal.reason).toBe('UNKNOWN_CHILD');
    expect((await ask(book, { input: care }, anne)).bookCare.refusal).toBeNull();

    const merge = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) { refusal { reason } } }`;
    const { id: survivorId } = await givenFamily(graph.db);
    const asMerged = async (duplicateId: string, as: TestUser) => {
      const input = { survivorId, survivorVersion: 1, duplicateId, duplicateVersion: 1 };
      return (await ask(merge, { input }, as)).mergeFamilies.refusal;
    };
    expect(await asMerged(family.id, bea)).toEqual(await asMerged(newId(), bea));
    expect(await asMerged(family.id, anne)).toBeNull();
    // The one that stays is as restricted.
    family = { ...family, id: survivorId };
    expect([await isSeenBy(anne), await isSeenBy(bea)]).toEqual([true, false]);
    expect(await cancelled(anne)).toEqual({ refusal: null });
  });
});
