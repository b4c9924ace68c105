import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { Section } from '../../centres/centres/section.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { givenBookedPlacement, givenPlacement } from './placement.builder.ts';
import { Placement } from './placement.ts';
import {
  AFTERNOONS,
  askPlacement,
  bookedStays,
  day,
  expectedStays,
  givenMarch,
  hours,
  idsOf,
  MARCH,
  MORNINGS,
} from './testing/ask-placement.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const ask = (...[name, placement, given]: readonly [string, Placement, Readonly<Record<string, unknown>>?]) =>
  askPlacement(graph, name, placement, given);
const booked = ({ id }: { id: string }) => bookedStays(graph, id);

describe('changing a placement', () => {
  const change = { from: '2026-03-16', weeklyPattern: hours(...AFTERNOONS), reason: 'Nouvel emploi' };

  it('replaces all bookings from the day on, keeps the past, and says which milestones lose cover', async () => {
    const { placement, milestone } = await givenMarch(graph);
    const { centreId } = await graph.db.findOneByOrFail(Section, { id: placement.sectionId });
    await givenClosure(graph.db, centreId, ['2026-03-20', '2026-03-20']);

    const { placement: next, uncoveredMilestones } = await ask('changePlacement', placement, change);

    expect(next).toMatchObject({
      startsOn: '2026-03-16',
      endsOn: '2026-03-31',
      continues: { id: placement.id },
    });
    expect(await booked(next)).toEqual(expectedStays('2026-03-16', '2026-03-31', AFTERNOONS, ['2026-03-20']));
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-15', MORNINGS));
    expect(idsOf(uncoveredMilestones)).toEqual([milestone.id]);
    expect(next.history).toMatchObject([
      { kind: 'PLACEMENT_CHANGED', doneBy: 'lea', reason: 'Nouvel emploi' },
    ]);
    expect(await graph.db.findOneByOrFail(Placement, { id: placement.id })).toMatchObject({
      endsOn: day('2026-03-15'),
      endReason: 'Nouvel emploi',
      version: 2,
    });
  });

  it('takes care to a section of another centre, and frees the places it leaves', async () => {
    const { placement } = await givenMarch(graph, {
      sectionId: (await givenSection(graph.db, { places: 1 })).id,
    });
    const { id: sectionId } = await givenSection(graph.db);

    const { placement: next } = await ask('changePlacement', placement, {
      from: '2026-03-16',
      sectionId,
      reason: 'Déménagement',
    });

    expect(next.section.id).toBe(sectionId);
    expect(
      (await givenBookedPlacement(graph.db, '2026-03-16', { ...MARCH, sectionId: placement.sectionId })).id,
    ).toBeTruthy();
  });

  it('before the first day only has other terms, and takes pauses along', async () => {
    const planned = await givenBookedPlacement(graph.db, '2026-03-09', {
      ...MARCH,
      startsOn: day('2026-03-09'),
    });
    const running = await givenBookedPlacement(graph.db, '2026-03-03', MARCH);
    const { placement: suspended } = await ask('suspendPlacement', running, {
      from: '2026-03-12',
      to: '2026-03-18',
      reason: 'Vacances',
    });

    const early = await ask('changePlacement', planned, { ...change, from: '2026-03-09' });
    const late = await ask('changePlacement', suspended, change);

    expect(early.placement).toMatchObject({ id: planned.id, version: 2, continues: null });
    expect(await booked(planned)).toEqual(expectedStays('2026-03-09', '2026-03-31', AFTERNOONS));
    expect(late.placement.pauses).toEqual([
      { kind: 'SUSPENSION', startsOn: '2026-03-16', endsOn: '2026-03-18' },
    ]);
    expect(await booked(late.placement)).toEqual(expectedStays('2026-03-19', '2026-03-31', AFTERNOONS));
  });

  it('is refused as a whole when one day has no place, and says which', async () => {
    const { placement } = await givenMarch(graph, {
      sectionId: (await givenSection(graph.db, { places: 1 })).id,
    });
    await givenBooking(graph.db, {
      sectionId: placement.sectionId,
      startsAt: new Date('2026-03-24T14:00:00+01:00'),
      endsAt: new Date('2026-03-24T16:00:00+01:00'),
    });
    const before = await booked(placement);

    const { refusal, lackingStays, placement: none } = await ask('changePlacement', placement, change);

    expect(none).toBeNull();
    expect(refusal.reason).toBe('SECTION_FULL');
    expect(lackingStays).toEqual([
      {
        startsAt: '2026-03-24T13:00:00.000Z',
        obstacle: { reason: 'SECTION_FULL', message: 'La section est complète à ce moment.' },
      },
    ]);
    expect(await booked(placement)).toEqual(before);
    expect(await graph.db.findOneByOrFail(Placement, { id: placement.id })).toEqual(placement);
  });
});

describe('ending a placement', () => {
  it('frees the hours after the day at once and says which milestones lose cover', async () => {
    const { placement, milestone } = await givenMarch(graph);

    const ended = await ask('endPlacement', placement, { lastDay: '2026-03-13', reason: 'Déménagement' });

    expect(ended.placement).toMatchObject({
      endsOn: '2026-03-13',
      endReason: 'Déménagement',
      status: 'ACTIVE',
      version: 2,
    });
    expect(idsOf(ended.uncoveredMilestones)).toEqual([milestone.id]);
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-13', MORNINGS));
    const told = (await graph.published()).filter(({ data }) => data.milestoneId === milestone.id);
    expect(told.at(-1)?.data.status).toBe('UNCOVERED');
  });

  it('before it begins calls it off', async () => {
    const planned = await givenBookedPlacement(graph.db, '2026-03-09', {
      ...MARCH,
      startsOn: day('2026-03-09'),
    });

    const { placement } = await ask('endPlacement', planned, {
      lastDay: '2026-03-04',
      reason: 'La famille renonce',
    });

    expect(placement).toMatchObject({ status: 'ENDED', endsOn: '2026-03-08' });
    expect(await booked(planned)).toEqual([]);
  });
});

describe('renewing a placement', () => {
  it('lets another one go on with the same hours, over a change of clocks, without the closed days', async () => {
    const placement = await givenPlacement(graph.db, MARCH);
    const { centreId } = await graph.db.findOneByOrFail(Section, { id: placement.sectionId });
    await givenClosure(graph.db, centreId, ['2026-10-26', '2026-10-26']);

    const { placement: renewal } = await ask('renewPlacement', placement, { lastDay: '2026-11-13' });

    expect(renewal).toMatchObject({
      startsOn: '2026-04-01',
      renewals: 1,
      continues: { id: placement.id },
      status: 'PLANNED',
    });
    expect(await booked(renewal)).toEqual(
      expectedStays('2026-04-01', '2026-11-13', MORNINGS, ['2026-10-26']),
    );
    expect((await ask('renewPlacement', placement, { lastDay: '2026-11-13' })).refusal.reason).toBe(
      'RENEWED_ALREADY',
    );
    const end = { lastDay: '2026-03-20', reason: 'Déménagement' };
    expect((await ask('endPlacement', placement, end)).refusal.reason).toBe('RENEWED_ALREADY');
  });

  it('is for six months and once where it is an insertion contract, and for less than a year otherwise', async () => {
    const insertion = await givenPlacement(graph.db, { ...MARCH, isInsertionContract: true });
    const renewed = await givenPlacement(graph.db, { ...MARCH, isInsertionContract: true, renewals: 1 });
    const ordinary = await givenPlacement(graph.db, MARCH);
    const reasonOf = async (placement: Placement, lastDay: string) =>
      (await ask('renewPlacement', placement, { lastDay })).refusal?.reason;

    expect(await reasonOf(insertion, '2026-10-01')).toBe('OVER_SIX_MONTHS');
    expect(await reasonOf(insertion, '2026-09-30')).toBeUndefined();
    expect(await reasonOf(renewed, '2026-09-30')).toBe('INSERTION_CONTRACT_RENEWED_ONCE');
    expect(await reasonOf(ordinary, '2027-04-01')).toBe('OVER_TWELVE_MONTHS');
    expect(await reasonOf(ordinary, '2026-03-31')).toBe('PERIOD_ENDS_BEFORE_IT_STARTS');
  });
});
