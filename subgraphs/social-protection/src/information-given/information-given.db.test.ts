import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';
import { InformationGiven } from './information-given.ts';

const TOLD = `{ id subjects givenOn language withInterpreter recordedAt correctionReason
  family { id } adult { id } givenBy { sub } recordedBy { sub } corrects { id language } }`;
const RECORD = `mutation ($input: RecordInformationGivenInput!) { recordInformationGiven(input: $input) {
  informationGiven ${TOLD} refusal { reason message } } }`;
const CORRECT = `mutation ($input: CorrectInformationGivenInput!) { correctInformationGiven(input: $input) {
  informationGiven ${TOLD} refusal { reason message } } }`;

const now = new Date('2026-03-10T09:00:00Z');
let graph: TestSubgraph;
let familyId: string;
let adultId: string;
let reference: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
  await givenProfessional(graph.db, { sub: 'yann' });
  await givenProfessional(graph.db, { sub: 'gone', departedOn: Temporal.PlainDate.from('2026-03-01') });
});
beforeEach(async () => {
  ({ familyId, adultId, reference } = await givenKnownFamily(graph.db));
});
afterAll(() => graph.close());

const record = async (given: object = {}, as: TestUser = caseworker()) => {
  const input = { familyId, adultId, subjects: ['SHARING', 'OBJECTION'], language: 'ar', ...given };
  const { data, errors } = await graph.query(RECORD, { input }, as);
  expect(errors).toEqual([]);
  return data.recordInformationGiven;
};
const correct = async (given: object, as: TestUser = caseworker()) => {
  const { data, errors } = await graph.query(CORRECT, { input: { reason: 'Mal noté', ...given } }, as);
  expect(errors).toEqual([]);
  return data.correctInformationGiven;
};
const refusalOf = async (given: object, as?: TestUser) => (await record(given, as)).refusal?.reason ?? null;
const ofFamily = async (as: TestUser = caseworker(), id = familyId) => {
  const asked = `{ informationGiven { subjects language adult { id } } benefitsTimeline { edges { node { kind sentence } } } }`;
  return (await graph.resolveReferences('Family', [{ id }], asked, as)).data[0];
};
const timelineOf = async (): Promise<string[]> =>
  (await ofFamily()).benefitsTimeline.edges
    .filter(({ node }: { node: { kind: string } }) => node.kind === 'INFORMATION_GIVEN')
    .map(({ node }: { node: { sentence: string } }) => node.sentence);

describe('what a family was told', () => {
  it('is kept: what, to whom, by whom, when, in which language, and whether an interpreter helped', async () => {
    const given = {
      givenOn: '2026-03-03',
      withInterpreter: true,
      subjects: ['SHARING', 'SHARING', 'ACCESS_LOG'],
    };
    const { informationGiven, refusal } = await record({ ...given, givenBy: { sub: 'yann' } });
    expect(refusal).toBeNull();
    expect(informationGiven).toEqual({
      ...{ id: expect.any(String), subjects: ['SHARING', 'ACCESS_LOG'], givenOn: '2026-03-03' },
      ...{ language: 'ar', withInterpreter: true, recordedAt: now.toISOString() },
      ...{ family: { id: familyId }, adult: { id: adultId }, givenBy: { sub: 'yann' } },
      ...{ recordedBy: { sub: caseworker().sub }, corrects: null, correctionReason: null },
    });
    await record({ subjects: ['RECORDS'] }, advisor());
    expect((await ofFamily(coordinator())).informationGiven).toEqual([
      { subjects: ['RECORDS'], language: 'ar', adult: { id: adultId } },
      { subjects: ['SHARING', 'ACCESS_LOG'], language: 'ar', adult: { id: adultId } },
    ]);
    expect((await timelineOf())[1]).toContain(
      'explique à la famille : le partage entre organismes, le journal des consultations.',
    );
  });

  it('is kept once, however often the same is sent', async () => {
    const given = { id: newId() };
    const first = await record(given);
    expect(await record(given)).toEqual(first);
    expect(await refusalOf({ ...given, language: 'fr' })).toBe('CONFLICT');
    expect(await graph.db.countBy(InformationGiven, { familyId })).toBe(1);
  });

  it('is refused with a reason', async () => {
    const { adultId: other } = await givenKnownFamily(graph.db);
    expect(await refusalOf({ subjects: [] })).toBe('NOTHING_EXPLAINED');
    expect(await refusalOf({ givenOn: '2026-03-11' })).toBe('EXPLAINED_IN_THE_FUTURE');
    expect(await refusalOf({ language: 'Arabic' })).toBe('LANGUAGE_NOT_UNDERSTOOD');
    expect(await refusalOf({ adultId: other })).toBe('ANOTHER_FAMILYS_ADULT');
    expect(await refusalOf({ adultId: newId() })).toBe('UNKNOWN_ADULT');
    expect(await refusalOf({ givenBy: { sub: 'nobody' } })).toBe('UNKNOWN_PROFESSIONAL');
    expect(await refusalOf({ givenBy: { sub: 'gone' } })).toBe('DEPARTED_PROFESSIONAL');
    expect(await refusalOf({ familyId: newId() })).toBe('UNKNOWN_FAMILY');
    expect(await refusalOf({}, caseworker('nora'))).toBe('UNKNOWN_FAMILY');
    expect(await ofFamily(caseworker('nora'))).toBeNull();
    await givenFollowers(graph.db, familyId, [{ sub: 'max', relation: 'REFERRAL' }]);
    expect(await refusalOf({}, caseworker('max'))).toBe('REFERRAL_NOT_ACCEPTED');
    const input = { familyId, adultId, subjects: ['SHARING'], language: 'fr' };
    const { errors } = await graph.query(RECORD, { input }, auditor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is put right beside what was written, which stays readable', async () => {
    const { informationGiven: first } = await record();
    const { informationGiven: second } = await correct({ informationGivenId: first.id, language: 'fr' });
    expect(second).toMatchObject({
      ...{ subjects: ['SHARING', 'OBJECTION'], language: 'fr', givenBy: { sub: caseworker().sub } },
      ...{ corrects: { id: first.id, language: 'ar' }, correctionReason: 'Mal noté' },
    });
    expect((await ofFamily()).informationGiven).toMatchObject([{ language: 'fr' }]);
    expect(await timelineOf()).toHaveLength(1);
    // What changes nothing is no correction.
    expect((await correct({ informationGivenId: second.id, language: 'fr' })).informationGiven.id).toBe(
      second.id,
    );

    // It was never explained: neither a day nor a subject of it stands.
    const { informationGiven: none } = await correct(
      { informationGivenId: second.id, subjects: [] },
      coordinator(),
    );
    expect(none).toMatchObject({ subjects: [], corrects: { id: second.id } });
    expect((await ofFamily()).informationGiven).toMatchObject([{ subjects: [] }]);
    expect(await timelineOf()).toEqual([]);
    expect(await graph.db.countBy(InformationGiven, { familyId })).toBe(3);
  });

  it('is put right by who follows the family, once, with a reason', async () => {
    const { informationGiven } = await record();
    const informationGivenId = informationGiven.id;
    const refused = async (given: object, as?: TestUser) =>
      (await correct({ informationGivenId, language: 'fr', ...given }, as)).refusal?.reason ?? null;
    expect(await refused({ reason: ' ' })).toBe('REASON_MISSING');
    expect(await refused({ givenOn: '2026-03-11' })).toBe('EXPLAINED_IN_THE_FUTURE');
    expect(await refused({ givenBy: { sub: 'gone' } })).toBe('DEPARTED_PROFESSIONAL');
    expect(await refused({ informationGivenId: newId() })).toBe('UNKNOWN_INFORMATION_GIVEN');
    expect(await refused({}, caseworker('nora'))).toBe('UNKNOWN_INFORMATION_GIVEN');
    const both = await Promise.all([refused({ language: 'fr' }), refused({ language: 'en' })]);
    expect(both.sort()).toEqual(['CORRECTED_ALREADY', null]);
  });

  it('of a family that was merged is that of the one that stays, and of the adult who stays', async () => {
    const kept = await givenKnownFamily(graph.db);
    await record();
    await graph.receive('relais.family.changed.v1', familyId, {
      ...{ familyId, reference, version: 2, adultIds: [], mergedInto: kept.familyId },
      mergedAdults: [{ adultId, mergedInto: kept.adultId }],
    });
    // Whoever follows it is worked out anew of the teams, of which these families have none.
    await givenFollowers(graph.db, kept.familyId);
    expect((await ofFamily(caseworker(), kept.familyId)).informationGiven).toEqual([
      { subjects: ['SHARING', 'OBJECTION'], language: 'ar', adult: { id: kept.adultId } },
    ]);
  });
});
