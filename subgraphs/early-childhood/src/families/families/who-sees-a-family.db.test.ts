import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenDistrict } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenAdult } from './family.builder.ts';
import { Family } from './family.ts';

let graph: TestSubgraph;
let family: Family;
let adultId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00+01:00') });
});
afterAll(() => graph.close());

beforeEach(async () => {
  const adult = await givenAdult(graph.db);
  adultId = adult.id;
  await graph.db.query('delete from followers where family_id = $1', [adult.familyId]);
  family = await graph.db.findOneByOrFail(Family, { id: adult.familyId });
});

const FAMILY = `query ($reference: String!, $id: ID!, $adultId: ID!) {
  family(reference: $reference) { id } familyById(id: $id) { id } adult(id: $adultId) { family { id } } }`;
const LIST = 'query ($search: String) { families(search: $search, first: 100) { edges { node { id } } } }';
const RENAME = `mutation ($input: ChangeHouseholdInput!) {
  changeHousehold(input: $input) { family { displayName } refusal { reason message } } }`;

const follow = (sub: string, relation: string, days: { from?: string; to?: string } = {}) =>
  givenFollowers(graph.db, family.id, [{ sub, relation, ...days }]);

/** Whether a caseworker or coordinator sees the family, by every door of it. */
const doors = async (as: TestUser): Promise<boolean[]> => {
  const { id, reference } = family;
  const { data } = await graph.query(FAMILY, { id, reference, adultId }, as);
  const list = (await graph.query(LIST, { search: reference }, as)).data.families.edges;
  return [data.family, data.familyById, data.adult?.family, list[0]].map(Boolean);
};
const pointedTo = async (as: TestUser) =>
  (await graph.resolveReferences('Family', [{ id: family.id }], '{ reference }', as)).data[0];
const rename = async (as: TestUser, familyId = family.id) => {
  const input = { familyId, version: family.version, displayName: 'Autrement' };
  return (await graph.query(RENAME, { input }, as)).data.changeHousehold;
};

const ALL = [true, true, true, true];
const NONE = [false, false, false, false];

describe('a family is seen', () => {
  it.each([
    ['in its team', 'TEAM', {}, true],
    ['who has a referral of it, by which one reads', 'REFERRAL', {}, true],
    ['in its team from today on', 'TEAM', { from: '2026-03-10' }, true],
    ['in its team until tomorrow', 'TEAM', { to: '2026-03-11' }, true],
    ['who left its team today', 'TEAM', { to: '2026-03-10' }, false],
    ['in its team from tomorrow on', 'TEAM', { from: '2026-03-11' }, false],
    ['whose referral is too old', 'REFERRAL', { from: '2026-02-01', to: '2026-03-03' }, false],
    ['noted as an advisor', 'ADVISOR', {}, false],
  ])('by a caseworker %s: through every door, or none', async (_who, relation, days, isSeen) => {
    await follow('maud', relation, days);
    expect(await doors(caseworker('maud'))).toEqual(isSeen ? ALL : NONE);
    expect(await pointedTo(caseworker('maud'))).toEqual(isSeen ? { reference: family.reference } : null);
    const { refusal } = await rename(caseworker('maud'));
    const mayChange = isSeen && relation === 'TEAM';
    expect(refusal?.reason ?? null).toBe(mayChange ? null : 'UNKNOWN_FAMILY');
  });

  it('by coordinators, in its team or not', async () => {
    expect(await doors(coordinator('lea'))).toEqual(ALL);
    expect((await rename(coordinator('lea'))).family).toEqual({ displayName: 'Autrement' });
  });

  it('by the advisor of its job seeker, where others point to it; no other advisor', async () => {
    await follow('hugo', 'ADVISOR');
    expect(await pointedTo(advisor('hugo'))).toEqual({ reference: family.reference });
    expect(await pointedTo(advisor('ines'))).toBeNull();
  });

  it('by the caseworkers of its district until somebody is in its team', async () => {
    const [here, elsewhere] = [await givenDistrict(graph.db), await givenDistrict(graph.db)];
    await graph.db.update(Family, { id: family.id }, { districtId: here.id });
    const [near, far, gone] = await Promise.all([
      givenProfessional(graph.db, { districtIds: [here.id] }),
      givenProfessional(graph.db, { districtIds: [elsewhere.id] }),
      givenProfessional(graph.db, {
        districtIds: [here.id],
        departedOn: Temporal.PlainDate.from('2026-03-10'),
      }),
    ]);
    expect(await doors(caseworker(near.sub))).toEqual(ALL);
    expect(await doors(caseworker(far.sub))).toEqual(NONE);
    expect(await doors(caseworker(gone.sub))).toEqual(NONE);
    await follow('maud', 'TEAM');
    expect(await doors(caseworker(near.sub))).toEqual(NONE);
  });

  it('by nobody of an agency that the city has not admitted', async () => {
    await follow('maud', 'TEAM');
    expect(await doors({ ...caseworker('maud'), agency: 'elsewhere' })).toEqual(NONE);
    expect(await doors({ ...coordinator('lea'), agency: 'elsewhere' })).toEqual(NONE);
  });

  it('or is as absent: a change answers as for one that does not exist, and changes nothing', async () => {
    expect(await rename(caseworker('nobody'))).toEqual(await rename(caseworker('nobody'), newId()));
    expect(await graph.db.findOneByOrFail(Family, { id: family.id })).toEqual(family);
  });
});
