import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { givenEntitlement } from '../entitlements/entitlement.builder.ts';
import { givenResources } from '../resources/resources.builder.ts';
import { subgraph } from '../subgraph.ts';

const RECORD = `mutation ($input: RecordObjectionInput!) { recordObjection(input: $input) {
  objection { id category agency saidOn saidBy { id } toldTo { sub } recordedAt note isInForce liftedOn version family { id } }
  refusal { reason message } } }`;
const LIFT = `mutation ($input: LiftObjectionInput!) { liftObjection(input: $input) {
  objection { isInForce liftedOn liftSaidBy { id } liftToldTo { sub } liftedAt liftReason version } refusal { reason message } } }`;

const maud = caseworker('maud');
const zoe = coordinator('zoe');

let graph: TestSubgraph;
let familyId: string;
let adultId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
  for (const user of [maud, zoe]) await graph.signIn(user);
});
beforeEach(async () => {
  ({ familyId, adultId } = await givenKnownFamily(graph.db));
  await givenFollowers(graph.db, familyId, [{ sub: 'maud', relation: 'TEAM' }]);
});
afterAll(() => graph.close());

const record = async (input: object = {}, as: TestUser = maud) => {
  const given = { familyId, category: 'BENEFITS', agency: 'CARE', saidByAdultId: adultId, ...input };
  const { data, errors } = await graph.query(RECORD, { input: given }, as);
  expect(errors).toEqual([]);
  return data.recordObjection;
};
const lift = async ({ id: objectionId, version }: { id: string; version: number }, input: object = {}) => {
  const given = { objectionId, version, saidByAdultId: adultId, reason: 'Ils en ont reparlé', ...input };
  const { data, errors } = await graph.query(LIFT, { input: given }, maud);
  expect(errors).toEqual([]);
  return data.liftObjection;
};
const ofFamily = async (selection: string, as: TestUser) => {
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, as);
  return { family: data[0], because: errors.map(({ extensions }) => extensions?.because) };
};
const told = async () =>
  (await graph.published())
    .filter((each) => each.familyId === familyId && each.type === 'relais.objections.changed.v1')
    .map(({ data }) => data);

describe('an objection', () => {
  it('is kept with who said it, to whom and when, and told without', async () => {
    const { objection } = await record({
      ...{ saidOn: '2026-03-09', toldTo: { sub: 'zoe' }, note: 'Au téléphone' },
    });
    expect(objection).toEqual({
      ...{ id: expect.any(String), category: 'BENEFITS', agency: 'CARE', saidOn: '2026-03-09', version: 1 },
      ...{ saidBy: { id: adultId }, toldTo: { sub: 'zoe' }, recordedAt: '2026-03-10T09:00:00.000Z' },
      ...{ note: 'Au téléphone', isInForce: true, liftedOn: null, family: { id: familyId } },
    });
    const objections = [{ category: 'BENEFITS', agency: 'CARE' }];
    expect(await told()).toEqual([{ familyId, objections, lifted: [] }]);
  });

  it('was said today to who records it, unless told otherwise', async () => {
    expect((await record()).objection).toMatchObject({ saidOn: '2026-03-10', toldTo: { sub: 'maud' } });
  });

  it('is recorded once, however often it is sent', async () => {
    const id = newId();
    await record({ id });
    expect((await record({ id })).objection.id).toBe(id);
    expect((await record({ id, note: 'Autre' })).refusal.reason).toBe('CONFLICT');
    expect(await told()).toHaveLength(1);
  });

  it.each([
    ['KEPT_THERE', { agency: 'BENEFITS' }],
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['UNKNOWN_ADULT', { saidByAdultId: newId() }],
    ['UNKNOWN_PROFESSIONAL', { toldTo: { sub: 'nobody' } }],
    ['SAID_IN_THE_FUTURE', { saidOn: '2026-03-11' }],
    ['EMPTY_TEXT', { note: ' ' }],
  ])('is refused: %s', async (reason, input) => {
    expect((await record(input)).refusal.reason).toBe(reason);
    expect(await told()).toEqual([]);
  });

  it('is refused when it is in force already, or said by another family', async () => {
    await record();
    expect((await record()).refusal.reason).toBe('OBJECTED_ALREADY');
    const { adultId: saidByAdultId } = await givenKnownFamily(graph.db);
    expect((await record({ agency: 'JOB_SEARCH', saidByAdultId })).refusal.reason).toBe(
      'ANOTHER_FAMILYS_ADULT',
    );
  });

  it('is recorded by who follows the family, of any agency, and by nobody else', async () => {
    await givenFollowers(graph.db, familyId, [
      { sub: 'lea', relation: 'ADVISOR' },
      { sub: 'reader', relation: 'REFERRAL' },
    ]);
    expect((await record({ category: 'CARE', agency: 'JOB_SEARCH' }, advisor('lea'))).refusal).toBeNull();
    expect((await record({}, zoe)).refusal).toBeNull();
    expect((await record({}, caseworker('reader'))).refusal.reason).toBe('REFERRAL_NOT_ACCEPTED');
    expect((await record({}, caseworker('stranger'))).refusal.reason).toBe('UNKNOWN_FAMILY');
    for (const user of [auditor(), centreStaff()]) {
      const { errors } = await graph.query(
        RECORD,
        { input: { familyId, category: 'CARE', agency: 'CARE', saidByAdultId: adultId } },
        user,
      );
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('is seen by whoever sees the family; what was said of an agency is not said to it', async () => {
    await record({ note: 'Au téléphone' });
    const selection = '{ objections { category agency note } }';
    const objection = { category: 'BENEFITS', agency: 'CARE' };
    expect(await ofFamily(selection, maud)).toEqual({
      family: { objections: [{ ...objection, note: 'Au téléphone' }] },
      because: [],
    });
    expect(await ofFamily(selection, zoe)).toEqual({
      family: { objections: [{ ...objection, note: null }] },
      because: ['OBJECTION'],
    });
    expect(await ofFamily(selection, caseworker('stranger'))).toEqual({ family: null, because: [] });
  });
});

describe('an objection that is taken back', () => {
  it('stays with who took it back, and is told as lifted, with the state it kept away', async () => {
    await givenEntitlement(graph.db, { familyId, states: [{ state: 'OPEN', from: '2026-01-01' }] });
    const { objection } = await record();
    expect((await lift(objection)).objection).toEqual({
      ...{ isInForce: false, liftedOn: '2026-03-10', liftSaidBy: { id: adultId }, version: 2 },
      ...{
        liftToldTo: { sub: 'maud' },
        liftedAt: '2026-03-10T09:00:00.000Z',
        liftReason: 'Ils en ont reparlé',
      },
    });
    expect((await told()).at(-1)).toMatchObject({
      objections: [],
      lifted: [{ category: 'BENEFITS', agency: 'CARE' }],
    });
    const types = (await graph.published())
      .filter((each) => each.familyId === familyId)
      .map(({ type }) => type);
    expect(types.slice(1, 3)).toEqual(['relais.objections.changed.v1', 'relais.income-support.changed.v1']);
    expect(await record()).toMatchObject({ refusal: null });
  });

  it('is refused of an older version, before it was said, twice, or when it is unknown', async () => {
    const { objection } = await record();
    const reason = async (...change: Parameters<typeof lift>) => (await lift(...change)).refusal.reason;
    expect(await reason({ ...objection, version: 9 })).toBe('STALE_VERSION');
    expect(await reason(objection, { saidOn: '2026-03-09' })).toBe('SAID_BEFORE_OBJECTING');
    expect(await reason(objection, { reason: '' })).toBe('EMPTY_TEXT');
    expect(await reason({ id: newId(), version: 1 })).toBe('UNKNOWN_OBJECTION');
    await lift(objection);
    expect(await reason(objection)).toBe('LIFTED_ALREADY');
  });
});

describe('what a family objects to sharing', () => {
  it('is not shared with the agency, which is told that it is kept away, and with others as before', async () => {
    await givenResources(graph.db, { familyId, year: 2024 });
    const fee = '{ hourlyFee(on: "2026-03-10", tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents } }';
    expect((await ofFamily(fee, zoe)).family.hourlyFee).not.toBeNull();
    const { objection } = await record();
    expect(await ofFamily(fee, zoe)).toEqual({ family: { hourlyFee: null }, because: ['OBJECTION'] });
    expect((await ofFamily(fee, maud)).because).toEqual([]);
    const ofCare: TestUser = { ...maud, agency: 'ville-de-nantes' };
    const benefits = '{ benefitsStatus { incomeSupport } entitlements { id } resources { year } }';
    expect(await ofFamily(benefits, ofCare)).toMatchObject({
      family: { benefitsStatus: null, entitlements: null, resources: null },
      because: ['OBJECTION', 'OBJECTION', 'OBJECTION'],
    });
    await lift(objection);
    expect((await ofFamily(fee, zoe)).family.hourlyFee).not.toBeNull();
  });

  it('is shared by no note about it, but with its author', async () => {
    const write = (category: string, as: TestUser) =>
      graph.query(
        'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { refusal { reason } } }',
        { input: { familyId, category, audience: 'ALL_AGENCIES', text: category } },
        as,
      );
    await write('BENEFITS', maud);
    await write('JOB_SEARCH', maud);
    await write('BENEFITS', zoe);
    const texts = async (as: TestUser) =>
      (await ofFamily('{ notes { edges { node { text author { sub } } } } }', as)).family.notes.edges
        .map(
          ({ node }: { node: { text: string; author: { sub: string } } }) =>
            `${node.text} ${node.author.sub}`,
        )
        .sort();
    expect(await texts(zoe)).toEqual(['BENEFITS maud', 'BENEFITS zoe', 'JOB_SEARCH maud']);
    await record();
    expect(await texts(zoe)).toEqual(['BENEFITS zoe', 'JOB_SEARCH maud']);
    expect(await texts(maud)).toHaveLength(3);
  });

  it('is forgotten here where it was told here, and not taken any more until it is lifted', async () => {
    const milestoneId = newId();
    const cover = {
      milestoneId,
      familyId,
      startsAt: '2026-03-11T09:00:00Z',
      status: 'UNCOVERED',
      milestoneVersion: 1,
    };
    const offer = { offerId: newId(), familyId, status: 'OPEN', expiresAt: '2026-03-12T09:00:00Z' };
    const tell = (type: string, data: object) =>
      graph.receive(`relais.${type}.changed.v1`, familyId, { ...data }, 'early-childhood');
    const known = async () =>
      (
        await graph.db.query(
          `select 'cover' as what from known_covers where family_id = $1
           union all select 'offer' from known_offers where family_id = $1 order by 1`,
          [familyId],
        )
      ).map(({ what }: { what: string }) => what);
    await tell('cover', cover);
    await tell('offer', offer);
    const { objection: ofJobSearch } = await record({ category: 'JOB_SEARCH', agency: 'CARE' });
    expect(await known()).toEqual(['offer']);
    await expect(tell('cover', cover)).rejects.toThrow('objects');
    const { objection: ofCare } = await record({ category: 'CARE', agency: 'BENEFITS' });
    expect(await known()).toEqual([]);
    await expect(tell('offer', offer)).rejects.toThrow('objects');
    await lift(ofJobSearch);
    await lift(ofCare);
    await tell('cover', cover);
    await tell('offer', offer);
    expect(await known()).toEqual(['cover', 'offer']);
  });

  it('binds the one file that is left of two, whoever said it of which', async () => {
    const other = await givenKnownFamily(graph.db);
    const { objection } = await record();
    await graph.receive('relais.family.changed.v1', familyId, {
      ...{ familyId, reference: 'NAN-1', version: 2, adultIds: [], mergedInto: other.familyId },
      mergedAdults: [{ adultId, mergedInto: other.adultId }],
    });
    [familyId, adultId] = [other.familyId, other.adultId];
    await givenFollowers(graph.db, familyId, [{ sub: 'maud', relation: 'TEAM' }]);
    expect(await told()).toMatchObject([{ objections: [{ category: 'BENEFITS', agency: 'CARE' }] }]);
    const { family } = await ofFamily('{ objections { id saidBy { id } } }', maud);
    expect(family.objections).toEqual([{ id: objection.id, saidBy: { id: adultId } }]);
    expect((await lift(objection)).refusal).toBeNull();
  });
});
