import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { Section } from '../../centres/centres/section.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { Booking } from '../bookings/booking.ts';
import { givenSuspension } from './placement.builder.ts';
import { Placement } from './placement.ts';
import { PlacementPause } from './placement-pause.ts';
import { SentWeek } from './sent-week.ts';
import {
  AFTERNOONS,
  askPlacement,
  bookedStays,
  day,
  expectedStays,
  givenMarch,
  hours,
  idsOf,
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

describe('a suspension', () => {
  const days = { from: '2026-03-10', to: '2026-03-20', reason: 'Hospitalisation' };

  it('frees its days, and is over by itself', async () => {
    const { placement, milestone } = await givenMarch(graph);

    const suspended = await ask('suspendPlacement', placement, days);

    expect(idsOf(suspended.uncoveredMilestones)).toEqual([milestone.id]);
    expect(await booked(placement)).toEqual([
      ...expectedStays('2026-03-03', '2026-03-09', MORNINGS),
      ...expectedStays('2026-03-21', '2026-03-31', MORNINGS),
    ]);
    const statuses: string[] = [];
    for (const date of ['2026-03-09', '2026-03-10', '2026-03-20', '2026-03-21']) {
      const { data } = await graph.query(
        '{ _entities(representations: [{ __typename: "Placement", id: "ID" }]) { ... on Placement { status } } }'.replace(
          'ID',
          placement.id,
        ),
        {},
        caseworker(),
        { now: new Date(`${date}T12:00:00+01:00`) },
      );
      statuses.push(data._entities[0].status);
    }
    expect(statuses).toEqual(['ACTIVE', 'SUSPENDED', 'SUSPENDED', 'ACTIVE']);
  });

  it('shows in a preview what would be: its pause, status and history; nothing is stored', async () => {
    const { placement } = await givenMarch(graph);

    const { placement: shown } = await ask('suspendPlacement', placement, {
      ...days,
      from: '2026-03-02',
      preview: true,
    });
    const { placement: changed } = await ask('changePlacement', placement, {
      from: '2026-03-16',
      weeklyPattern: hours(...AFTERNOONS),
      reason: 'Nouvel emploi',
      preview: true,
    });

    expect(shown).toMatchObject({
      status: 'SUSPENDED',
      version: 2,
      pauses: [{ kind: 'SUSPENSION', startsOn: '2026-03-02', endsOn: '2026-03-20' }],
      history: [{ kind: 'PLACEMENT_SUSPENDED', reason: 'Hospitalisation' }],
    });
    expect(changed).toMatchObject({
      continues: { id: placement.id },
      history: [{ kind: 'PLACEMENT_CHANGED' }],
    });
    expect(await graph.db.countBy(PlacementPause, { placementId: placement.id })).toBe(0);
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-31', MORNINGS));
  });

  it('is arranged before the placement begins, and called off as well', async () => {
    const { placement } = await givenMarch(graph, { startsOn: day('2026-03-03') });
    const suspended = await ask('suspendPlacement', placement, days);
    expect(suspended.refusal).toBeNull();
    expect(suspended.placement.status).toBe('PLANNED');
    expect(await booked(placement)).toEqual([
      ...expectedStays('2026-03-03', '2026-03-09', MORNINGS),
      ...expectedStays('2026-03-21', '2026-03-31', MORNINGS),
    ]);

    const resumed = await ask('resumePlacement', suspended.placement, { from: '2026-03-10' });
    expect(resumed.placement.pauses).toEqual([]);
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-31', MORNINGS));

    const renewed = await ask('renewPlacement', resumed.placement, { lastDay: '2026-06-30' });
    expect(renewed.placement).toMatchObject({ status: 'PLANNED', continues: { id: placement.id } });
  });

  it('ends early when the placement is resumed: the rest of its days is booked again', async () => {
    const { placement } = await givenMarch(graph);
    const suspended = await ask('suspendPlacement', placement, days);

    const resumed = await ask('resumePlacement', suspended.placement, { from: '2026-03-16' });

    expect(resumed.placement.pauses).toEqual([
      { kind: 'SUSPENSION', startsOn: '2026-03-10', endsOn: '2026-03-15' },
    ]);
    expect(await booked(placement)).toEqual([
      ...expectedStays('2026-03-03', '2026-03-09', MORNINGS),
      ...expectedStays('2026-03-16', '2026-03-31', MORNINGS),
    ]);
    expect(resumed.placement.history.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Contrat d’accueil de Tom suspendu du 10 mars 2026 au 20 mars 2026 : Hospitalisation.',
      'Contrat d’accueil de Tom repris à partir du 16 mars 2026.',
    ]);
  });

  it('is called off when it has not begun, and cannot end early where a place was given away', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const { placement } = await givenMarch(graph, { sectionId });
    const suspended = await ask('suspendPlacement', placement, days);
    const other = await givenBooking(graph.db, {
      sectionId,
      startsAt: new Date('2026-03-12T09:00:00+01:00'),
      endsAt: new Date('2026-03-12T11:00:00+01:00'),
    });

    const refused = await ask('resumePlacement', suspended.placement, { from: '2026-03-03' });
    await graph.db.update(Booking, { id: other.id }, { status: 'CANCELLED', cancellationReason: 'Libéré' });
    const resumed = await ask('resumePlacement', suspended.placement, { from: '2026-03-03' });

    expect(refused.refusal.reason).toBe('SECTION_FULL');
    expect(refused.lackingStays).toMatchObject([{ startsAt: '2026-03-12T07:30:00.000Z' }]);
    expect(resumed.placement.pauses).toEqual([]);
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-31', MORNINGS));
  });
});

describe('an announced absence', () => {
  it('said again changes nothing', async () => {
    const { placement } = await givenMarch(graph);
    const away = { from: '2026-03-16', to: '2026-03-18', reason: 'Varicelle.' };
    const { placement: absent } = await ask('announceAbsence', placement, away);

    const again = await ask('announceAbsence', absent, { ...away, from: '2026-03-17' });

    expect(again).toMatchObject({ refusal: null, placement: absent });
    expect(await graph.db.countBy(PlacementPause, { placementId: placement.id })).toBe(1);
  });

  it('frees its days at once, and is respected when the hours change later', async () => {
    const { placement, milestone } = await givenMarch(graph);
    const away = { from: '2026-03-17', to: '2026-03-18', reason: 'Varicelle.' };

    const absent = await ask('announceAbsence', placement, away);
    const change = { from: '2026-03-16', weeklyPattern: hours(...AFTERNOONS), reason: 'Nouvel emploi' };
    const changed = await ask('changePlacement', absent.placement, change);

    expect(absent.placement).toMatchObject({ status: 'ACTIVE', version: 2 });
    expect(idsOf(absent.uncoveredMilestones)).toEqual([milestone.id]);
    expect(absent.placement.history.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Absence de Tom annoncée du 17 mars 2026 au 18 mars 2026 : Varicelle.',
    ]);
    const days = ['2026-03-17', '2026-03-18'];
    expect(await booked(changed.placement)).toEqual(
      expectedStays('2026-03-16', '2026-03-31', AFTERNOONS, days),
    );
  });
});

describe('the hours of a flexible week', () => {
  it('replace the usual ones of that week only, also when they are sent again', async () => {
    const { placement } = await givenMarch(graph, { kind: 'FLEXIBLE' });
    const monday = '2026-03-09';
    const two = [
      { weekday: 1, from: '14:00', to: '18:00' },
      { weekday: 6, from: '09:00', to: '12:00' },
    ];

    const refused = await ask('sendWeekHours', placement, { monday, hours: two });
    const sent = await ask('sendWeekHours', placement, { monday, hours: two.slice(0, 1) });
    const again = await ask('sendWeekHours', sent.placement, { monday, hours: [] });

    expect(refused.refusal.reason).toBe('OUTSIDE_OPENING_HOURS');
    expect(sent.placement.version).toBe(2);
    expect(again.placement.version).toBe(3);
    expect(await booked(placement)).toEqual([
      ...expectedStays('2026-03-03', '2026-03-06', MORNINGS),
      ...expectedStays('2026-03-16', '2026-03-31', MORNINGS),
    ]);
  });

  it.each([
    ['CENTRE_CLOSED', '2026-03-16', { weekday: 5, from: '09:00', to: '15:00' }, '2026-03-20T08:00:00.000Z'],
    [
      'OUTSIDE_PLACEMENT',
      '2026-03-30',
      { weekday: 4, from: '09:00', to: '12:00' },
      '2026-04-02T07:00:00.000Z',
    ],
    ['CARE_RESTS', '2026-03-23', { weekday: 2, from: '09:00', to: '12:00' }, '2026-03-24T08:00:00.000Z'],
  ])('are refused as %s when a day of them has no care, and the usual ones stay', async (...drawn) => {
    const [reason, monday, line, startsAt] = drawn;
    const { placement } = await givenMarch(graph, { kind: 'FLEXIBLE' });
    const { centreId } = await graph.db.findOneByOrFail(Section, { id: placement.sectionId });
    await givenClosure(graph.db, centreId, ['2026-03-20', '2026-03-20']);
    await givenSuspension(graph.db, placement, ['2026-03-24', '2026-03-24']);
    const monday8 = { weekday: 1, from: '08:30', to: '12:00' };

    for (const preview of [true, false]) {
      const answer = await ask('sendWeekHours', placement, { monday, hours: [monday8, line], preview });

      expect(answer).toMatchObject({ placement: null, refusal: { reason }, uncoveredMilestones: [] });
      expect(answer.lackingStays).toEqual([
        { startsAt, obstacle: { reason, message: expect.stringMatching(/\.$/) } },
      ]);
    }
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-31', MORNINGS));
    expect(await graph.db.findOneByOrFail(Placement, { id: placement.id })).toEqual(placement);
    expect(await graph.db.countBy(SentWeek, { placementId: placement.id })).toBe(0);
  });

  it('sent again as they stand change nothing, and book anew what was given back since', async () => {
    const { placement } = await givenMarch(graph, { kind: 'FLEXIBLE' });
    const week = { monday: '2026-03-09', hours: hours(...AFTERNOONS) };
    const { placement: sent } = await ask('sendWeekHours', placement, week);

    expect(await ask('sendWeekHours', sent, week)).toMatchObject({ refusal: null, placement: sent });
    await graph.db.query(
      `update bookings set status = 'CANCELLED', cancellation_reason = 'Fièvre'
        where placement_id = $1 and starts_at::date = '2026-03-10'`,
      [placement.id],
    );
    const { placement: third } = await ask('sendWeekHours', sent, week);
    expect(third.version).toBe(3);
    expect(await booked(placement)).toEqual(
      expect.arrayContaining(expectedStays('2026-03-09', '2026-03-13', AFTERNOONS)),
    );
  });

  it('go on with both parts of a week in which the placement changes', async () => {
    const { placement } = await givenMarch(graph, { kind: 'FLEXIBLE' });
    const monday = '2026-03-16';
    const sent = await ask('sendWeekHours', placement, { monday, hours: hours(...AFTERNOONS) });
    const change = { from: '2026-03-18', weeklyPattern: hours('09:00', '11:00'), reason: 'Nouvel emploi' };
    const { placement: next } = await ask('changePlacement', sent.placement, change);

    expect((await booked(placement)).slice(-2)).toEqual(
      expectedStays('2026-03-16', '2026-03-17', AFTERNOONS),
    );
    expect(await booked(next)).toEqual([
      ...expectedStays('2026-03-18', '2026-03-20', AFTERNOONS),
      ...expectedStays('2026-03-23', '2026-03-31', ['09:00', '11:00']),
    ]);
  });

  it('stand when the placement is suspended and resumed', async () => {
    const { placement } = await givenMarch(graph, { kind: 'FLEXIBLE' });
    const sent = await ask('sendWeekHours', placement, { monday: '2026-03-09', hours: hours(...AFTERNOONS) });
    const days = { from: '2026-03-09', to: '2026-03-22', reason: 'Vacances' };
    const suspended = await ask('suspendPlacement', sent.placement, days);
    await ask('resumePlacement', suspended.placement, { from: '2026-03-03' });

    expect(await booked(placement)).toEqual([
      ...expectedStays('2026-03-03', '2026-03-06', MORNINGS),
      ...expectedStays('2026-03-09', '2026-03-13', AFTERNOONS),
      ...expectedStays('2026-03-16', '2026-03-31', MORNINGS),
    ]);
  });
});

describe('an announced absence that does not take place', () => {
  const CORRECT = `mutation ($input: CorrectAnnouncedAbsenceInput!) { correctAnnouncedAbsence(input: $input) {
    placement { version pauses { startsOn endsOn }
      corrections { by reason changes { field before after } } history { kind sentence } }
    refusal { reason } } }`;
  const correct = async (input: Readonly<Record<string, unknown>>, as = coordinator('lea')) => {
    const { data, errors } = await graph.query(CORRECT, { input }, as);
    return { ...data?.correctAnnouncedAbsence, errors };
  };
  /** The mornings of 16 to 20 March, given back. */
  const givenAway = async () => {
    const { placement } = await givenMarch(graph);
    const away = { from: '2026-03-16', to: '2026-03-20', reason: 'Vacances' };
    await ask('announceAbsence', placement, away);
    const [pause] = await graph.db.findBy(PlacementPause, { placementId: placement.id });
    return { placement, about: { placementId: placement.id, version: 2, pauseId: pause?.id } };
  };

  it('is booked again, and what was announced stays readable', async () => {
    const { placement, about } = await givenAway();
    const reason = 'La famille reste à Nantes';
    const { placement: corrected, refusal } = await correct({ ...about, reason });
    expect(refusal).toBeNull();
    expect(corrected).toMatchObject({
      ...{ version: 3, pauses: [] },
      corrections: [
        { by: 'lea', reason, changes: [{ field: 'absence', before: '2026-03-16/2026-03-20', after: null }] },
      ],
    });
    expect(corrected.history.at(-1)).toEqual({
      kind: 'ABSENCE_CORRECTED',
      sentence: 'Absence de Tom corrigée, du 16 mars 2026 au 20 mars 2026 : La famille reste à Nantes.',
    });
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-31', MORNINGS));
  });

  it('may end earlier', async () => {
    const { placement, about } = await givenAway();
    const { placement: corrected } = await correct({ ...about, to: '2026-03-17', reason: 'Retour avancé' });
    expect(corrected.pauses).toEqual([{ startsOn: '2026-03-16', endsOn: '2026-03-17' }]);
    const days = ['2026-03-16', '2026-03-17'];
    expect(await booked(placement)).toEqual(expectedStays('2026-03-03', '2026-03-31', MORNINGS, days));
  });

  it('is refused with its reason, and all or nothing where a place is gone', async () => {
    const { placement, about } = await givenAway();
    const reason = 'Retour avancé';
    const reasonOf = async (given: object) => (await correct({ ...about, reason, ...given })).refusal.reason;
    expect(await reasonOf({ reason: ' ' })).toBe('REASON_MISSING');
    expect(await reasonOf({ pauseId: placement.id })).toBe('UNKNOWN_ABSENCE');
    expect(await reasonOf({ to: '2026-03-20' })).toBe('NOT_SHORTER');
    expect(await reasonOf({ version: 1 })).toBe('STALE_VERSION');
    expect(await reasonOf({ placementId: about.pauseId })).toBe('UNKNOWN_PLACEMENT');
    await givenBooking(graph.db, {
      childId: placement.childId,
      startsAt: new Date('2026-03-18T09:00:00+01:00'),
      endsAt: new Date('2026-03-18T11:00:00+01:00'),
    });
    expect(await reasonOf({})).toBe('CHILD_ALREADY_BOOKED');
    expect(await graph.db.countBy(PlacementPause, { placementId: placement.id })).toBe(1);
    expect((await correct({ ...about, reason }, caseworker())).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});
