import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, centreStaff, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenCentre, givenDistrict, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from './care-request.builder.ts';
import { CareRequest } from './care-request.ts';

const SHOWN = `id kind status firstDay lastDay weeklyPattern { weekday from to } stretches { startsAt endsAt }
  emergencyReason facilities submittedAt version child { id } family { id } rankedCentres { id name }`;
const SUBMIT = `mutation ($input: SubmitCareRequestInput!) { submitCareRequest(input: $input) {
  careRequest { ${SHOWN} } refusal { reason message isQuestion } } }`;

const weekly = {
  firstDay: '2026-04-06',
  lastDay: '2026-07-31',
  pattern: [
    { weekday: 1, from: '08:30', to: '12:00' },
    { weekday: 4, from: '08:30', to: '17:00' },
  ],
};
const stretches = [
  { startsAt: '2026-04-09T07:00:00.000Z', endsAt: '2026-04-09T10:00:00.000Z' },
  { startsAt: '2026-04-07T07:00:00.000Z', endsAt: '2026-04-07T10:00:00.000Z' },
];

const TUESDAY = { startsAt: '2026-03-03T10:00:00+01:00', endsAt: '2026-03-03T11:00:00+01:00' };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

type Input = Readonly<Record<string, unknown>>;
const submit = async (input: Input, as = coordinator(), at?: { now: Date }) => {
  const { data, errors } = await graph.query(SUBMIT, { input: { kind: 'LONG_TERM', ...input } }, as, at);
  expect(errors).toEqual([]);
  return data.submitCareRequest;
};

describe('asking for care of a family that objects to sharing it', () => {
  const objects = (familyId: string) =>
    graph.db.query("insert into objections (family_id, category, agency) values ($1, 'CARE', 'BENEFITS')", [
      familyId,
    ]);

  it('is refused as not shared, to who sees the family and to nobody else', async () => {
    const { id: childId, familyId } = await givenChild(graph.db);
    await objects(familyId);
    const { refusal } = await submit({ childId, weekly }, caseworker());
    expect(refusal).toMatchObject({
      reason: 'FAMILY_OBJECTS',
      message: expect.stringContaining('Adressez-la au guichet'),
    });
    expect(await graph.db.countBy(CareRequest, { childId })).toBe(0);
    expect((await submit({ childId, weekly })).refusal).toBeNull();

    await graph.db.query('delete from followers where family_id = $1', [familyId]);
    expect((await submit({ childId, weekly }, caseworker())).refusal.reason).toBe('UNKNOWN_CHILD');
  });

  it('is so for the one of two families that does', async () => {
    const { id: childId } = await givenChild(graph.db);
    const other = await givenFamily(graph.db);
    await objects(other.id);
    const { refusal } = await submit({ childId, familyId: other.id, weekly }, caseworker());
    expect(refusal.reason).toBe('FAMILY_OBJECTS');
  });
});

describe('submitting a care request', () => {
  it('takes a weekly need with ranked choices and facilities', async () => {
    const child = await givenChild(graph.db);
    const first = await givenCentre(graph.db, { name: 'Les Ribambelles' });
    const second = await givenCentre(graph.db, { name: 'Côté Berceaux', operator: 'ASSOCIATIVE' });
    const { careRequest } = await submit(
      { childId: child.id, weekly, facilities: ['MEALS', 'MEALS'], rankedCentreIds: [second.id, first.id] },
      caseworker(),
    );

    expect(careRequest).toEqual({
      id: expect.any(String),
      kind: 'LONG_TERM',
      status: 'SUBMITTED',
      firstDay: '2026-04-06',
      lastDay: '2026-07-31',
      weeklyPattern: weekly.pattern,
      stretches: [],
      emergencyReason: null,
      facilities: ['MEALS'],
      submittedAt: '2026-03-02T09:00:00.000Z',
      version: 1,
      child: { id: child.id },
      family: { id: child.familyId },
      rankedCentres: [
        { id: second.id, name: 'Côté Berceaux' },
        { id: first.id, name: 'Les Ribambelles' },
      ],
    });
  });

  it('takes dated stretches, first to last, and an emergency for a milestone', async () => {
    const { id: childId, familyId } = await givenChild(graph.db);
    const { id: milestoneId } = await givenKnownMilestone(graph.db, { familyId });

    const shortTerm = await submit({ childId, kind: 'SHORT_TERM', stretches });
    expect(shortTerm.careRequest).toMatchObject({
      kind: 'SHORT_TERM',
      firstDay: '2026-04-07',
      lastDay: '2026-04-09',
      stretches: stretches.toReversed(),
      weeklyPattern: [],
    });
    const reason = { emergencyReason: 'MILESTONE', milestoneId };
    const foreseen = { childId, kind: 'EMERGENCY', stretches, ...reason };
    expect((await submit(foreseen)).refusal).toMatchObject({
      reason: 'FORESEEN',
      message: expect.stringContaining('dans 48 heures ou plus'),
    });
    const emergency = await submit({ ...foreseen, confirmed: true });
    expect(emergency.careRequest).toMatchObject({ kind: 'EMERGENCY', emergencyReason: 'MILESTONE' });
    expect(await graph.db.countBy(CareRequest, { childId, milestoneId })).toBe(1);
  });

  it('keeps one record of what is sent twice, even at once', async () => {
    const { id: childId } = await givenChild(graph.db);
    const input = { id: newId(), childId, weekly };
    const answers = await Promise.all([submit(input), submit(input)]);
    answers.push(await submit(input));

    expect(answers.map(({ careRequest, refusal }) => [careRequest?.id, refusal])).toEqual(
      answers.map(() => [input.id, null]),
    );
    expect(await graph.db.countBy(CareRequest, { childId })).toBe(1);
    expect((await submit({ ...input, facilities: ['GARDEN'] })).refusal.reason).toBe('CONFLICT');
    const afterItsStart = { now: new Date('2026-04-08T10:00:00+02:00') };
    expect((await submit(input, coordinator(), afterItsStart)).careRequest.id).toBe(input.id);
    expect((await submit({ ...input, id: newId() }, coordinator(), afterItsStart)).refusal.reason).toBe(
      'IN_THE_PAST',
    );
  });

  it('is refused for what does not exist or is not understood, in words', async () => {
    const { id: childId } = await givenChild(graph.db);
    const stranger = await givenFamily(graph.db);
    const milestone = await givenKnownMilestone(graph.db);
    const emergency = { childId, kind: 'EMERGENCY', stretches, emergencyReason: 'MILESTONE' };
    const cases: readonly (readonly [string, Input])[] = [
      ['UNKNOWN_CHILD', { childId: newId(), weekly }],
      ['UNKNOWN_FAMILY', { childId, familyId: newId(), weekly }],
      ['CHILD_OF_ANOTHER_FAMILY', { childId, familyId: stranger.id, weekly }],
      ['UNKNOWN_CENTRE', { childId, weekly, rankedCentreIds: [newId()] }],
      ['UNKNOWN_MILESTONE', { ...emergency, milestoneId: newId() }],
      ['MILESTONE_OF_ANOTHER_FAMILY', { ...emergency, milestoneId: milestone.id }],
      ['IN_THE_PAST', { childId, weekly: { ...weekly, firstDay: '2026-03-01' } }],
      ['WEEKLY_NEED_MISSING', { childId }],
    ];
    for (const [reason, input] of cases)
      expect((await submit(input)).refusal).toMatchObject({ reason, message: expect.stringMatching(/\.$/) });
    expect(await graph.db.countBy(CareRequest, { childId })).toBe(0);
  });
});

describe('the care requests of a child and of its family', () => {
  const ask = async (type: string, id: string, as = caseworker()) => {
    const { data, errors } = await graph.resolveReferences(type, [{ id }], '{ careRequests { id } }', as);
    return errors[0]?.extensions?.code ?? data[0]?.careRequests;
  };

  it('are read newest first, and found by id', async () => {
    const { id: childId, familyId } = await givenChild(graph.db);
    const older = await givenCareRequest(graph.db, { childId });
    const submittedAt = new Date('2026-02-20T09:00:00Z');
    const newer = await givenCareRequest(graph.db, { childId, kind: 'EMERGENCY', submittedAt });
    const both = [{ id: newer.id }, { id: older.id }];

    expect(await ask('Child', childId)).toEqual(both);
    expect(await ask('Family', familyId)).toEqual(both);
    const byId = `query ($id: ID!) { careRequest(id: $id) { id status } }`;
    const { data } = await graph.query(byId, { id: older.id }, caseworker());
    expect(data.careRequest).toEqual({ id: older.id, status: 'SUBMITTED' });
    const found = await graph.resolveReferences('CareRequest', [{ id: newer.id }], '{ kind }', coordinator());
    expect(found.data).toEqual([{ kind: 'EMERGENCY' }]);
  });

  it('are not shared with advisors and centre staff', async () => {
    const { childId, familyId } = await givenCareRequest(graph.db);
    expect(await ask('Child', childId, advisor())).toBe('NOT_SHARED');
    expect(await ask('Family', familyId, centreStaff())).toBeUndefined();
  });
});

describe('the same care asked for twice while a request is open', () => {
  it('is asked about, and taken when confirmed', async () => {
    const { id: childId } = await givenChild(graph.db);
    const first = await submit({ childId, weekly });
    const turned = { ...weekly, pattern: weekly.pattern.toReversed() };

    const asked = await submit({ childId, weekly: turned, facilities: ['MEALS'] });
    expect(asked).toMatchObject({
      careRequest: null,
      refusal: { reason: 'SAME_REQUEST_OPEN', isQuestion: true },
    });
    expect((await submit({ childId, weekly: turned, confirmed: true })).careRequest.id).not.toBe(
      first.careRequest.id,
    );
  });

  it('is not asked about when it differs, is another child’s, or the first is closed', async () => {
    const { id: childId } = await givenChild(graph.db);
    await submit({ childId, weekly });
    const later = { ...weekly, lastDay: '2026-08-31' };
    expect((await submit({ childId, weekly: later })).refusal).toBeNull();
    expect((await submit({ childId, kind: 'FLEXIBLE', weekly })).refusal).toBeNull();
    expect((await submit({ childId: (await givenChild(graph.db)).id, weekly })).refusal).toBeNull();
    await graph.db.update(CareRequest, { childId }, { status: 'WITHDRAWN' });
    expect((await submit({ childId, weekly })).refusal).toBeNull();
  });

  it('is asked about once of two sent at once, and the same sending twice is one', async () => {
    const { id: childId } = await givenChild(graph.db);
    const answers = await Promise.all([submit({ childId, weekly }), submit({ childId, weekly })]);
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'taken').sort()).toEqual([
      'SAME_REQUEST_OPEN',
      'taken',
    ]);
    const other = { childId: (await givenChild(graph.db)).id, id: newId(), weekly };
    expect((await submit(other)).careRequest.id).toBe((await submit(other)).careRequest.id);
  });
});

describe('a district that is served from a later day on', () => {
  const SERVE = `mutation ($input: ServeDistrictInput!) { serveDistrict(input: $input) {
    district { service { servedFrom turnTo version } } refusal { reason } } }`;
  const ask = async (text: string, input: Input, as = coordinator()) => {
    const { data, errors } = await graph.query(text, { input }, as);
    expect(errors).toEqual([]);
    return Object.values(data)[0] as { refusal: { reason: string; message: string } | null };
  };

  it('has its requests refused until then, with the day and whom to turn to, and booking is no way round', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const served = { districtId, version: 0, servedFrom: '2026-03-09', turnTo: ' la mairie annexe ' };
    expect(await ask(SERVE, { ...served, version: 1 })).toMatchObject({
      refusal: { reason: 'STALE_VERSION' },
    });
    expect(await ask(SERVE, { ...served, districtId: newId() })).toMatchObject({
      refusal: { reason: 'UNKNOWN_DISTRICT' },
    });
    expect(await ask(SERVE, { ...served, turnTo: ' ' })).toMatchObject({
      refusal: { reason: 'TURN_TO_MISSING' },
    });
    expect(await ask(SERVE, served)).toEqual({
      district: { service: { servedFrom: '2026-03-09', turnTo: 'la mairie annexe', version: 1 } },
      refusal: null,
    });
    const { errors } = await graph.query(SERVE, { input: served }, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);

    const { id: familyId } = await givenFamily(graph.db, { districtId });
    const { id: childId } = await givenChild(graph.db, { familyId });
    const { id: milestoneId, seriesId } = await givenKnownMilestone(graph.db, {
      familyId,
      seriesId: newId(),
    });
    const { id: sectionId } = await givenSection(graph.db);
    const asked = { id: newId(), childId, weekly };
    const bookings = [
      ['bookCare', { childId, sectionId, kind: 'EMERGENCY', ...TUESDAY }],
      ['coverMilestone', { milestoneId, milestoneVersion: 1 }],
      ['coverMilestoneSeries', { seriesId, version: 1 }],
    ] as const;
    const refusals = async () => {
      const answers = [await submit(asked)];
      for (const [name, input] of bookings) {
        const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
        answers.push(
          await ask(
            `mutation ($input: ${type}!) { ${name}(input: $input) { refusal { reason message } } }`,
            input,
          ),
        );
      }
      return answers.map(({ refusal }) => refusal);
    };
    const told = {
      reason: 'NOT_SERVED_YET',
      message:
        'Les familles de ce quartier sont accueillies à partir du 9 mars 2026. D’ici là, orientez-les vers : la mairie annexe.',
    };
    expect(await refusals()).toMatchObject([told, told, told, told]);
    // That the other parent's family pays is no way round either, where it is for a milestone of this one.
    const payer = await givenFamily(graph.db);
    const { id: sharedId } = await givenChild(graph.db, { familyId });
    await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
      sharedId,
      payer.id,
    ]);
    const paid = {
      childId: sharedId,
      familyId: payer.id,
      sectionId,
      kind: 'EMERGENCY',
      ...TUESDAY,
      milestoneId,
    };
    const BOOK = `mutation ($input: BookCareInput!) { bookCare(input: $input) { refusal { reason message } } }`;
    expect(await ask(BOOK, paid)).toMatchObject({ refusal: told });
    await graph.db.query('delete from shared_residences where child_id = $1', [sharedId]);
    await graph.db.query('delete from children where id = $1', [sharedId]);

    const ON = 'query ($day: Date) { districts(servedOn: $day) { id } }';
    const isServedOn = async (day: string) =>
      (await graph.query(ON, { day }, caseworker())).data.districts.some(
        ({ id }: { id: string }) => id === districtId,
      );
    expect([await isServedOn('2026-03-08'), await isServedOn('2026-03-09')]).toEqual([false, true]);

    await graph.db.query(
      `insert into address_protections (id, family_id, basis, reason, began_at, began_by, version)
       values ($1, $2, 'COMPLAINT', 'Dit au guichet', now(), 'zoe', 1)`,
      [newId(), familyId],
    );
    expect((await submit(asked)).refusal).toBeNull();
    await graph.db.query('delete from address_protections where family_id = $1', [familyId]);
    expect((await submit(asked)).refusal).toBeNull();
    await ask(SERVE, { ...served, version: 1, servedFrom: '2026-03-02' });
    expect((await refusals()).map((refusal) => refusal?.reason ?? null)).toEqual([
      ...[null, null, 'NOTHING_TO_COVER', 'SERIES_COVERED'],
    ]);
  });
});
