import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { plantSchoolPeriods } from '../../../seeds/plant-nantes.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { BookingStatus } from '../../care/bookings/booking-status.ts';
import {
  givenDatedArrangement,
  givenWeeklyArrangement,
} from '../../care/own-arrangements/own-arrangement.builder.ts';
import type { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import {
  givenResidencePeriod,
  givenSharedResidence,
} from '../../families/shared-residence/shared-residence.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenKnownMilestone } from '../known-milestones/known-milestone.builder.ts';
import type { KnownMilestone } from '../known-milestones/known-milestone.ts';
import { askCover, referenceTo } from './testing/ask-cover.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  await inTransaction(graph.db, plantSchoolPeriods);
});
afterAll(() => graph.close());

/** A time on Tuesday 3 March 2026 in Nantes, a school day without clock change. */
const at = (time: string): Date => new Date(`2026-03-03T${time}:00+01:00`);
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const gap = (from: string, to: string) => ({
  startsAt: at(from).toISOString(),
  endsAt: at(to).toISOString(),
});

const coverOf = async (milestone: KnownMilestone) => {
  const { data, errors } = await askCover(graph, [referenceTo(milestone)]);
  expect(errors).toEqual([]);
  return data[0].childcareCover;
};

/** A family with one child of 21 months and a milestone from 10:00 to 11:00. */
const givenInterview = async (
  facts: Partial<KnownMilestone> = {},
  ofChild: Partial<Child> = {},
): Promise<{ child: Child; milestone: KnownMilestone }> => {
  const child = await givenChild(graph.db, ofChild);
  return { child, milestone: await givenKnownMilestone(graph.db, { familyId: child.familyId, ...facts }) };
};

const book = (child: Child, from: string, to: string, status: BookingStatus = 'CONFIRMED') =>
  givenBooking(graph.db, { childId: child.id, status, ...span(from, to) });

describe('the cover of a milestone by bookings', () => {
  it('is whole when one booking holds the milestone', async () => {
    const { child, milestone } = await givenInterview();
    await book(child, '09:00', '12:00');
    expect(await coverOf(milestone)).toEqual({
      status: 'COVERED',
      laterStatus: null,
      neededFrom: at('10:00').toISOString(),
      neededTo: at('11:00').toISOString(),
      children: [
        { child: { id: child.id, firstName: 'Tom' }, status: 'COVERED', laterStatus: null, gaps: [] },
      ],
      notedAfterwards: [],
    });
  });

  it('lacks everything when there is no booking', async () => {
    const { milestone } = await givenInterview();
    const { status, children } = await coverOf(milestone);
    expect([status, children[0].gaps]).toEqual(['UNCOVERED', [gap('10:00', '11:00')]]);
  });

  it('must hold the way there and back too', async () => {
    const { child, milestone } = await givenInterview({ travelMinutes: 25 });
    await book(child, '10:00', '11:00');
    const { status, neededFrom, neededTo, children } = await coverOf(milestone);
    expect([status, neededFrom, neededTo]).toEqual([
      'PARTIAL',
      at('09:35').toISOString(),
      at('11:25').toISOString(),
    ]);
    expect(children[0].gaps).toEqual([gap('09:35', '10:00'), gap('11:00', '11:25')]);
  });

  it('is whole with two bookings that touch', async () => {
    const { child, milestone } = await givenInterview();
    await book(child, '09:00', '10:30');
    await book(child, '10:30', '12:00');
    expect(await coverOf(milestone)).toMatchObject({ status: 'COVERED', children: [{ gaps: [] }] });
  });

  it('does not count bookings that only touch the needed time', async () => {
    const { child, milestone } = await givenInterview();
    await book(child, '09:00', '10:00');
    await book(child, '11:00', '12:00');
    expect((await coverOf(milestone)).status).toBe('UNCOVERED');
  });

  it('shows a hole of one minute', async () => {
    const { child, milestone } = await givenInterview();
    await book(child, '09:00', '10:30');
    await givenDatedArrangement(graph.db, child.id, span('10:31', '12:00'));
    const { status, children } = await coverOf(milestone);
    expect([status, children[0].gaps]).toEqual(['PARTIAL', [gap('10:30', '10:31')]]);
  });

  it.each<[BookingStatus, string]>([
    ['CONFIRMED', 'COVERED'],
    ['ATTENDED', 'COVERED'],
    ['ABSENT', 'COVERED'],
    ['HELD', 'UNCOVERED'],
    ['CANCELLED', 'UNCOVERED'],
  ])('with a booking that is %s is %s', async (bookingStatus, status) => {
    const { child, milestone } = await givenInterview();
    await book(child, '09:00', '12:00', bookingStatus);
    expect((await coverOf(milestone)).status).toBe(status);
  });

  it('counts a booking that another family pays', async () => {
    const { child, milestone } = await givenInterview();
    const { id: familyId } = await givenFamily(graph.db);
    await givenSharedResidence(graph.db, child.id, familyId);
    const isHere = { childId: child.id, familyId: child.familyId, ...span('08:00', '13:00') };
    await givenResidencePeriod(graph.db, isHere);
    await givenBooking(graph.db, { childId: child.id, familyId, ...span('09:00', '12:00') });
    expect((await coverOf(milestone)).status).toBe('COVERED');
  });

  it('is the worst of two children with different cover', async () => {
    const { child, milestone } = await givenInterview();
    const younger = await givenChild(graph.db, {
      familyId: child.familyId,
      birthDate: Temporal.PlainDate.from('2025-06-01'),
    });
    await book(child, '09:00', '12:00');
    await book(younger, '10:30', '12:00');
    const { status, children } = await coverOf(milestone);
    expect(status).toBe('PARTIAL');
    expect(children).toMatchObject([
      { child: { id: child.id }, status: 'COVERED', gaps: [] },
      { child: { id: younger.id }, status: 'PARTIAL', gaps: [gap('10:00', '10:30')] },
    ]);
  });
});

describe('the children who need care', () => {
  const none = { status: 'NOT_NEEDED', children: [] };
  const day = (text: string) => Temporal.PlainDate.from(text);
  const born = (text: string) => ({ birthDate: day(text) });

  it.each([
    ['turns 6 that day', '2020-03-03', none],
    ['turns 6 the day after', '2020-03-04', { status: 'UNCOVERED' }],
    ['is born that day', '2026-03-03', { status: 'UNCOVERED' }],
    ['is born the day after', '2026-03-04', none],
  ])('a child who %s', async (_case, birthDate, expected) => {
    const { milestone } = await givenInterview({}, born(birthDate));
    expect(await coverOf(milestone)).toMatchObject(expected);
  });

  const expectedOn = (text: string) => ({ birthDate: null, expectedDate: day(text) });
  const LOOKED_AT = `{ childcareCover {
    status children { child { id } isIfBornAsExpected } notLookedAt { child { id } reason sentence } } }`;
  const lookedAt = async (milestone: KnownMilestone, as = coordinator()) => {
    const asked = await graph.resolveReferences('Milestone', [referenceTo(milestone)], LOOKED_AT, as);
    expect(asked.errors).toEqual([]);
    return asked.data[0].childcareCover;
  };

  it.each([
    ['that day', '2026-03-03'],
    ['long before', '2026-01-01'],
  ])('are those expected %s too, and it is said that they may not be born', async (_case, day) => {
    const { child, milestone } = await givenInterview({}, expectedOn(day));
    expect(await lookedAt(milestone)).toEqual({
      status: 'UNCOVERED',
      children: [{ child: { id: child.id }, isIfBornAsExpected: true }],
      notLookedAt: [],
    });
  });

  it('are not those expected afterwards nor those of six and over, who are named', async () => {
    const { child, milestone } = await givenInterview({}, born('2020-03-03'));
    const ofFamily = { familyId: child.familyId };
    const expected = await givenChild(graph.db, {
      ...ofFamily,
      ...expectedOn('2026-03-04'),
      firstName: null,
    });
    await givenChild(graph.db, { ...ofFamily, ...born('2008-03-03') });
    await givenChild(graph.db, { ...ofFamily, ...born('2019-03-03'), leftOn: day('2026-03-03') });
    expect(await lookedAt(milestone, caseworker())).toEqual({
      ...none,
      notLookedAt: [
        {
          child: { id: child.id },
          reason: 'SIX_OR_OVER',
          sentence:
            'Tom a six ans ou plus ce jour-là : le relais ne sait pas qui s’en occupe. Demandez-le à la famille, surtout hors de l’école et pendant les vacances.',
        },
        {
          child: { id: expected.id },
          reason: 'EXPECTED_AFTERWARDS',
          sentence:
            'La naissance de l’enfant à naître est attendue après ce jour ; si l’enfant naît plus tôt, une garde peut manquer.',
        },
      ],
    });
  });

  it('are named once, also one whose day of birth is corrected when the milestone is over', async () => {
    const { child, milestone } = await givenInterview(
      { startsAt: new Date('2026-02-03T10:00:00+01:00'), endsAt: new Date('2026-02-03T11:00:00+01:00') },
      born('2021-01-01'),
    );
    const input = { childId: child.id, version: 1, birthDate: '2019-01-01', confirmed: true };
    const correct = `mutation ($input: CorrectChildInput!) {
      correctChild(input: $input) { refusal { reason } } }`;
    const { data } = await graph.query(correct, { input }, coordinator());
    expect(data.correctChild.refusal).toBeNull();
    expect(await lookedAt(milestone)).toMatchObject({
      status: 'UNCOVERED',
      children: [{ child: { id: child.id } }],
      notLookedAt: [],
    });
  });

  it('are counted on the day in Nantes, which begins before that of Greenwich', async () => {
    const justAfterMidnight = new Date('2026-03-03T00:10:00+01:00');
    const times = { startsAt: justAfterMidnight, endsAt: new Date('2026-03-03T00:40:00+01:00') };
    const { milestone } = await givenInterview(times, born('2020-03-03'));
    expect(await coverOf(milestone)).toMatchObject(none);
  });
});

describe('own arrangements', () => {
  it('cover when dated', async () => {
    const { child, milestone } = await givenInterview();
    await givenDatedArrangement(graph.db, child.id, span('09:00', '10:30'));
    const { status, children } = await coverOf(milestone);
    expect([status, children[0].gaps]).toEqual(['PARTIAL', [gap('10:30', '11:00')]]);
  });

  it.each([
    ['on its weekday', 2, 'COVERED'],
    ['not on another', 3, 'UNCOVERED'],
  ])('cover when weekly, %s', async (_case, weekday, status) => {
    const { child, milestone } = await givenInterview();
    await givenWeeklyArrangement(graph.db, child.id, { weekday, from: '08:00', to: '12:00' });
    expect((await coverOf(milestone)).status).toBe(status);
  });

  it.each([
    ['in term', '2026-03-03', 'COVERED'],
    ['not in the winter holidays', '2026-02-17', 'UNCOVERED'],
    ['not on a public holiday in term', '2025-11-11', 'UNCOVERED'],
    ['not where the calendar is not known yet', '2029-03-06', 'UNCOVERED'],
  ])('are school %s', async (_case, day, status) => {
    const times = { startsAt: new Date(`${day}T10:00:00+01:00`), endsAt: new Date(`${day}T11:00:00+01:00`) };
    const { child, milestone } = await givenInterview(times);
    await givenWeeklyArrangement(graph.db, child.id, {
      kind: 'SCHOOL',
      weekday: 2,
      from: '08:30',
      to: '16:30',
    });
    expect((await coverOf(milestone)).status).toBe(status);
  });
});
