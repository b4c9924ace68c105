import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import type { Adult } from '../../families/families/adult.ts';
import { CareAlerts } from '../../families/families/care-alerts.ts';
import { Child } from '../../families/families/child.ts';
import { givenAdult, givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { askCommissions } from '../../requests/admission-commissions/testing/ask-commissions.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { subgraph } from '../../subgraph.ts';

type Facts = Readonly<Record<string, unknown>>;
const ADULT = 'adult { firstName phone preferredLanguage needsInterpreter birthDate leftOn version }';
const CHILD = `child { firstName lastName birthDate expectedDate careAlerts mayBeCollectedBy collectors { name phone } vaccinationCheckedOn
  leftOn version }`;
const selections: Readonly<Record<string, string>> = {
  changeHousehold: 'family { householdKind displayName version }',
  correctAdult: ADULT,
  recordAdultDeparture: ADULT,
  correctChild: CHILD,
  recordBirth: CHILD,
  recordChildDeparture: `${CHILD} bookingsToCome { id } placementsToCome { id } openCareRequests { id }`,
  addAdult: 'adult { joinedOn }',
  addChild: 'child { joinedOn }',
};

let graph: TestSubgraph;
let familyId: string;
let adult: Adult;
let child: Child;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  familyId = (await givenFamily(graph.db, { householdKind: 'COUPLE' })).id;
  adult = await givenAdult(graph.db, { familyId, phone: '+33612345678' });
  child = await givenChild(graph.db, { familyId, careAlerts: ['Arachide'] });
});
afterAll(() => graph.close());

const { givenCommission, record } = askCommissions(() => graph);
const change = async (door: string, facts: Facts) => {
  const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { answer: ${door}(input: $input) {
    ${selections[door]} refusal { reason message isQuestion } } }`;
  const { data, errors } = await graph.query(document, { input: facts }, caseworker());
  expect(errors).toEqual([]);
  return data.answer;
};
const fileOf = async (id = familyId) => {
  const { data, errors } = await graph.resolveReferences(
    'Family',
    [{ id }],
    '{ version adults { id } children { id } formerAdults { id leftOn } formerChildren { id leftOn } }',
    coordinator(),
  );
  expect(errors).toEqual([]);
  return data[0];
};
const eventsOf = async (type: string) =>
  (await graph.published()).filter((event) => event.familyId === familyId && event.type === type);

describe('what those who look after a child must know', () => {
  const correct = (facts: Facts) => change('correctChild', { childId: child.id, version: 1, ...facts });

  it('is not written over by an agency that the family does not let read it', async () => {
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'CARE', 'BENEFITS')",
      [familyId],
    );
    for (const facts of [
      { careAlerts: ['Lait'] },
      { mayBeCollectedBy: ['Nadia'] },
      { collectors: [{ name: 'Nadia' }] },
      { vaccinationCheckedOn: null },
    ])
      expect((await correct(facts)).refusal).toMatchObject({ reason: 'FAMILY_OBJECTS' });
    const NAME =
      'mutation ($input: CorrectChildInput!) { correctChild(input: $input) { child { firstName } } }';
    const input = { childId: child.id, version: 1, firstName: 'Ada' };
    const { data } = await graph.query(NAME, { input }, caseworker());
    expect(data.correctChild.child).toEqual({ firstName: 'Ada' });
    expect(await graph.db.findBy(CareAlerts, { childId: child.id })).toMatchObject([
      { alerts: ['Arachide'] },
    ]);
  });

  it('is cleared by a list of nothing', async () => {
    expect((await correct({ careAlerts: [] })).child).toMatchObject({ careAlerts: [], version: 2 });
    expect(await graph.db.countBy(CareAlerts, { childId: child.id })).toBe(0);
  });
});

describe('what is said again as it is known', () => {
  it('raises no version, writes no history and is not told', async () => {
    const said: readonly (readonly [string, Facts])[] = [
      ['changeHousehold', { familyId, version: 1, householdKind: 'COUPLE' }],
      ['correctAdult', { adultId: adult.id, version: 1, phone: '06 12 34 56 78', firstName: 'Awa' }],
      ['correctChild', { childId: child.id, version: 1, firstName: null, careAlerts: ['Arachide'] }],
    ];
    for (const [door, facts] of said) {
      const answer = await change(door, facts);
      expect(answer.refusal).toBeNull();
      expect((answer.family ?? answer.adult ?? answer.child).version).toBe(1);
    }
    expect((await fileOf()).version).toBe(1);
    expect(await graph.db.countBy(CareStep, { familyId })).toBe(0);
    expect(await eventsOf('relais.family.changed.v1')).toEqual([]);
  });
});

describe('what is known of a family', () => {
  it('changes with its household, and counts as a version', async () => {
    const { family } = await change('changeHousehold', {
      familyId,
      version: 1,
      householdKind: 'LONE_PARENT',
      displayName: ' Diallo ',
    });
    expect(family).toEqual({ householdKind: 'LONE_PARENT', displayName: 'Diallo', version: 2 });
  });

  it('of an adult is corrected; what is not named stays, and null clears', async () => {
    const corrected = await change('correctAdult', {
      adultId: adult.id,
      version: 1,
      phone: '07 11 22 33 44',
      needsInterpreter: true,
      preferredLanguage: 'ar',
    });
    expect(corrected.adult).toMatchObject({
      firstName: 'Awa',
      phone: '+33711223344',
      preferredLanguage: 'ar',
      needsInterpreter: true,
      version: 2,
    });
    const cleared = await change('correctAdult', { adultId: adult.id, version: 2, phone: null });
    expect(cleared.adult).toMatchObject({ phone: null, preferredLanguage: 'ar' });
    expect((await fileOf()).version).toBe(3);
  });

  it('of a child is corrected: who may collect it, what to know, when vaccinations were checked', async () => {
    const answer = await change('correctChild', {
      childId: child.id,
      version: 1,
      mayBeCollectedBy: ['Nadia, grand-mère'],
      vaccinationCheckedOn: '2026-03-01',
      birthDate: '2024-06-02',
    });
    expect(answer.child).toMatchObject({
      firstName: 'Tom',
      birthDate: '2024-06-02',
      careAlerts: ['Arachide'],
      mayBeCollectedBy: ['Nadia, grand-mère'],
      vaccinationCheckedOn: '2026-03-01',
      version: 2,
    });
    const reached = async (version: number, given: object) =>
      (await change('correctChild', { childId: child.id, version, ...given })).child.collectors;
    const collectors = [{ name: 'NADIA (grand-mère)', phone: '06 12 34 56 78' }];
    const nadia = { name: 'NADIA (grand-mère)', phone: '+33612345678' };
    expect(await reached(2, { collectors })).toEqual([nadia]);
    expect(await reached(3, { mayBeCollectedBy: ['Nadia grand-mère', 'Karim'] })).toEqual([
      { ...nadia, name: 'Nadia grand-mère' },
      { name: 'Karim', phone: null },
    ]);
    expect(await reached(4, { lastName: 'Diallo' })).toHaveLength(2);
  });
});

describe('a child who was expected', () => {
  const expected = () =>
    givenChild(graph.db, {
      familyId,
      firstName: null,
      birthDate: null,
      expectedDate: Temporal.PlainDate.from('2026-03-05'),
    });

  it('is born, once, and needs care for what is to come', async () => {
    const { id: childId } = await expected();
    const milestone = await givenKnownMilestone(graph.db, { familyId });
    await graph.db.delete(CareAlerts, { childId: child.id });
    await graph.db.delete(Child, { id: child.id });

    const born = { childId, version: 1, firstName: ' Ada ', birthDate: '2026-03-01' };
    const answer = await change('recordBirth', born);

    expect(answer.child).toMatchObject({ firstName: 'Ada', birthDate: '2026-03-01', expectedDate: null });
    const [cover] = await eventsOf('relais.cover.changed.v1');
    expect(cover?.data).toMatchObject({ milestoneId: milestone.id, status: 'UNCOVERED' });
    const again = await change('recordBirth', { ...born, version: 2 });
    expect(again.refusal.reason).toBe('BORN_ALREADY');
  });
});

describe('a change of a household', () => {
  it('notes the day a member joins, today unless told', async () => {
    const awa = { firstName: 'Awa', lastName: 'Ba' };
    const tom = { firstName: 'Tom', lastName: 'Ba', birthDate: '2024-06-01' };
    expect((await change('addAdult', { familyId, adult: awa })).adult.joinedOn).toBe('2026-03-02');
    expect((await change('addChild', { familyId, child: tom, joinedOn: '2026-02-01' })).child.joinedOn).toBe(
      '2026-02-01',
    );
    const refused = await change('addChild', { familyId, child: tom, joinedOn: '2026-03-03' });
    expect(refused.refusal.reason).toBe('JOINS_ON_A_COMING_DAY');
  });

  const whom = (door: string): Facts => {
    if (door === 'changeHousehold') return { familyId };
    return door.includes('Adult') ? { adultId: adult.id } : { childId: child.id };
  };
  const tomorrow = { leftOn: '2026-03-03' };
  it.each<[string, string, Facts]>([
    ['changeHousehold', 'UNKNOWN_FAMILY', { familyId: newId() }],
    ['changeHousehold', 'STALE_VERSION', { version: 7 }],
    ['changeHousehold', 'NAME_MISSING', { displayName: ' ' }],
    ['correctAdult', 'UNKNOWN_ADULT', { adultId: newId() }],
    ['correctAdult', 'STALE_VERSION', { version: 7 }],
    ['correctAdult', 'PHONE_NOT_UNDERSTOOD', { phone: '12' }],
    ['correctAdult', 'NAME_MISSING', { lastName: '' }],
    ['recordAdultDeparture', 'UNKNOWN_ADULT', { adultId: newId() }],
    ['recordAdultDeparture', 'STALE_VERSION', { version: 7 }],
    ['recordAdultDeparture', 'LAST_ADULT', { leftOn: '2026-03-01' }],
    ['correctChild', 'UNKNOWN_CHILD', { childId: newId() }],
    ['correctChild', 'STALE_VERSION', { version: 7 }],
    ['correctChild', 'BIRTH_OR_EXPECTED_DATE_NEEDED', { expectedDate: '2026-04-01' }],
    ['recordBirth', 'UNKNOWN_CHILD', { childId: newId(), firstName: 'Ada', birthDate: '2026-03-01' }],
    ['recordBirth', 'STALE_VERSION', { version: 7, firstName: 'Ada', birthDate: '2026-03-01' }],
    ['recordBirth', 'BORN_ALREADY', { firstName: 'Ada', birthDate: '2026-03-01' }],
    ['recordChildDeparture', 'UNKNOWN_CHILD', { childId: newId() }],
    ['recordChildDeparture', 'STALE_VERSION', { version: 7 }],
    ['recordChildDeparture', 'LEAVES_ON_A_COMING_DAY', tomorrow],
  ])('%s is refused as %s', async (door, reason, facts) => {
    const before = await fileOf();
    expect((await change(door, { version: 1, ...whom(door), ...facts })).refusal.reason).toBe(reason);
    expect(await fileOf()).toEqual(before);
  });

  it('refuses a birth that cannot be, and a child who lives with two families', async () => {
    const { id } = await givenChild(graph.db, {
      familyId,
      birthDate: null,
      expectedDate: Temporal.PlainDate.from('2026-03-05'),
    });
    const born = { childId: id, version: 1, firstName: 'Ada', birthDate: '2026-03-03' };
    expect((await change('recordBirth', born)).refusal.reason).toBe('BIRTH_DATE_IN_THE_FUTURE');

    const other = await givenFamily(graph.db);
    await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
      child.id,
      other.id,
    ]);
    const leaving = { childId: child.id, version: 1, leftOn: '2026-03-02' };
    expect((await change('recordChildDeparture', leaving)).refusal.reason).toBe('SHARED_RESIDENCE');

    // Ended yesterday: until then it lived with both.
    await graph.db.query(
      `update shared_residences set ended_at = '2026-03-01T09:00:00+01:00', lives_with = 'REGISTERED' where child_id = $1`,
      [child.id],
    );
    const before = { ...leaving, leftOn: '2026-02-28' };
    expect((await change('recordChildDeparture', before)).refusal.reason).toBe('SHARED_RESIDENCE');
    const milestone = await givenKnownMilestone(graph.db, {
      familyId: other.id,
      startsAt: new Date('2026-03-04T10:00:00+01:00'),
      endsAt: new Date('2026-03-04T11:00:00+01:00'),
    });
    const told = async () =>
      (await graph.db.query('select 1 from published_covers where milestone_id = $1', [milestone.id])).length;
    expect(await told()).toBe(0);
    const onTheDay = { ...leaving, leftOn: '2026-03-01' };
    expect((await change('recordChildDeparture', onTheDay)).refusal).toBeNull();
    // The other family's covers are computed anew as well, and its history says why.
    expect(await told()).toBe(1);
    const steps = await graph.db.query('select kind, child_id from care_steps where family_id = $1', [
      other.id,
    ]);
    expect(steps).toEqual([{ kind: 'CHILD_LEFT', child_id: child.id }]);
  });
});

describe('what looks wrong is asked about', () => {
  const ask = async (door: string, facts: Facts) => (await change(door, facts)).refusal?.reason ?? null;

  it('an adult’s day of birth that is corrected', async () => {
    const correction = { adultId: adult.id, version: 1, birthDate: '2024-01-01' };
    expect(await ask('correctAdult', correction)).toBe('ADULT_AGE_UNLIKELY');
    expect(await ask('correctAdult', { ...correction, birthDate: '2013-01-01' })).toBe(
      'ADULT_NOT_OLDER_THAN_CHILD',
    );
    expect(await ask('correctAdult', { ...correction, confirmed: true })).toBeNull();
    expect(await ask('correctAdult', { adultId: adult.id, version: 2, firstName: 'Aïssa' })).toBeNull();
  });

  it('a child’s day of birth by which booked care does not fit', async () => {
    const booking = { childId: child.id, familyId };
    await givenBooking(graph.db, {
      ...booking,
      startsAt: new Date('2026-03-03T09:00:00+01:00'),
      endsAt: new Date('2026-03-03T12:00:00+01:00'),
    });
    const correction = { childId: child.id, version: 1, birthDate: '2020-01-01' };

    expect(await change('correctChild', correction)).toMatchObject({
      child: null,
      refusal: { reason: 'CARE_NO_LONGER_FITS', isQuestion: true },
    });
    expect(await ask('correctChild', { ...correction, birthDate: '2024-06-02' })).toBeNull();
    expect(await ask('correctChild', { ...correction, version: 2, confirmed: true })).toBeNull();
  });

  const onTuesday = {
    startsAt: new Date('2026-03-03T09:00:00+01:00'),
    endsAt: new Date('2026-03-03T12:00:00+01:00'),
  };
  const givenUnborn = () =>
    givenChild(graph.db, {
      familyId,
      firstName: null,
      birthDate: null,
      expectedDate: Temporal.PlainDate.from('2025-12-20'),
    });

  it('a birth by which care that was booked in pregnancy does not fit', async () => {
    const { id: childId } = await givenUnborn();
    await givenBooking(graph.db, {
      childId,
      familyId,
      sectionId: (await givenSection(graph.db, { minAgeMonths: 0 })).id,
      ...onTuesday,
    });
    const birth = { childId, version: 1, firstName: 'Lou', birthDate: '2026-01-10' };
    expect(await ask('recordBirth', birth)).toBe('CARE_NO_LONGER_FITS');
    expect(await ask('correctChild', { childId, version: 1, expectedDate: '2026-01-10' })).toBe(
      'CARE_NO_LONGER_FITS',
    );
    expect(await ask('recordBirth', { ...birth, birthDate: '2025-12-23' })).toBeNull();
  });

  it('a birth by which a place that a commission granted does not fit', async () => {
    const { id: childId } = await givenUnborn();
    const firstDay = Temporal.PlainDate.from('2026-03-09');
    const request = await givenCareRequest(graph.db, { childId, familyId, firstDay });
    const { id: sectionId } = await givenSection(graph.db, { minAgeMonths: 0 });
    const commissionId = await givenCommission();
    const granted = { commissionId, careRequestId: request.id, version: 1, decision: 'GRANTED', sectionId };
    expect((await record(granted)).refusal).toBeNull();
    const birth = { childId, version: 1, firstName: 'Lou', birthDate: '2026-01-10' };
    expect(await ask('recordBirth', birth)).toBe('CARE_NO_LONGER_FITS');
    expect(await ask('recordBirth', { ...birth, confirmed: true })).toBeNull();
  });

  it('a birth a year before it was expected', async () => {
    const unborn = await givenChild(graph.db, {
      familyId,
      firstName: null,
      birthDate: null,
      expectedDate: Temporal.PlainDate.from('2026-05-01'),
    });
    const birth = { childId: unborn.id, version: 1, firstName: 'Lou', birthDate: '2025-02-28' };
    expect(await ask('recordBirth', birth)).toBe('BIRTH_FAR_FROM_EXPECTED');
    expect(await ask('recordBirth', { ...birth, confirmed: true })).toBeNull();
  });

  it('not a vaccination to come: that is refused', async () => {
    const correction = { childId: child.id, version: 1, vaccinationCheckedOn: '2031-01-01', confirmed: true };
    expect(await ask('correctChild', correction)).toBe('VACCINATION_IN_THE_FUTURE');
  });
});
