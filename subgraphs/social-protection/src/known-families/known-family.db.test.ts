import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { KnownCover } from '../known-covers/known-cover.ts';
import { subgraph } from '../subgraph.ts';

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
beforeEach(() => {
  familyId = newId();
});
afterAll(() => graph.close());

describe('a family that early-childhood tells of', () => {
  const districtId = newId();
  const homes = [{ districtId, from: '2026-01-12' }];
  const tell = (version: number, reference: string, adultIds: string[]) =>
    graph.receive('relais.family.changed.v1', familyId, {
      familyId,
      reference,
      version,
      adultIds,
      districtId,
      registeredOn: '2026-01-12',
      homes,
    });
  const known = async () => ({
    family: await graph.db.findOneBy(KnownFamily, { id: familyId }),
    adultIds: (await graph.db.findBy(KnownAdult, { familyId })).map(({ id }) => id).sort(),
  });

  it('is known with its adults from then on', async () => {
    const adultIds = [newId(), newId()].sort();
    await tell(1, 'NAN-000001', adultIds);
    expect(await known()).toEqual({
      family: {
        ...{
          id: familyId,
          reference: 'NAN-000001',
          version: 1,
          districtId,
          mergedInto: null,
          splitFrom: null,
        },
        registeredOn: Temporal.PlainDate.from('2026-01-12'),
        homes,
      },
      adultIds,
    });
  });

  it('changes with its newer versions only', async () => {
    const [first, second] = [newId(), newId()];
    await tell(2, 'NAN-000002', [second]);
    await tell(1, 'NAN-000001', [first]);
    expect(await known()).toMatchObject({ family: { reference: 'NAN-000002' }, adultIds: [second] });
    await tell(3, 'NAN-000003', [first]);
    expect(await known()).toMatchObject({ family: { reference: 'NAN-000003' }, adultIds: [first] });
    await tell(4, 'NAN-000003', []);
    expect(await known()).toMatchObject({ adultIds: [] });
  });

  it('is put aside when it is not what was agreed', async () => {
    await graph.receive('relais.family.changed.v1', familyId, { familyId });
    expect(await graph.deadLetters()).toMatchObject([{ subject: familyId, problem: 'MALFORMED' }]);
    expect((await known()).family).toBeNull();
  });

  it('answers its reference to who follows it; that of one never told of is not shared, without a reason', async () => {
    await tell(1, 'NAN-000007', []);
    const ask = (id: string) => graph.resolveReferences('Family', [{ id }], '{ reference }', caseworker());
    expect(await ask(familyId)).toEqual({ data: [null], errors: [] });
    await givenFollowers(graph.db, familyId);
    expect((await ask(familyId)).data).toEqual([{ reference: 'NAN-000007' }]);
    const notTold = newId();
    await givenFollowers(graph.db, notTold);
    const { errors } = await ask(notTold);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'NOT_SHARED', service: 'social-protection' },
    ]);
  });
});

describe('the cover that early-childhood tells of', () => {
  const milestoneId = newId();
  const tell = (
    milestoneVersion: number,
    status: string,
    startsAt = '2026-03-12T09:00:00Z',
    milestone = milestoneId,
  ) =>
    graph.receive('relais.cover.changed.v1', familyId, {
      milestoneId: milestone,
      familyId,
      startsAt,
      status,
      milestoneVersion,
    });
  const statuses = async () => (await graph.db.findBy(KnownCover, { familyId })).map(({ status }) => status);

  it('is kept as last told, never of an older milestone', async () => {
    await tell(2, 'UNCOVERED');
    await tell(2, 'COVERED');
    await tell(1, 'PARTIAL');
    expect(await statuses()).toEqual(['COVERED']);
  });

  it('is dropped once the milestone lies in the past', async () => {
    await tell(1, 'COVERED', '2026-03-09T09:00:00Z', newId());
    await tell(1, 'UNCOVERED', '2026-03-12T09:00:00Z', newId());
    expect(await statuses()).toEqual(['UNCOVERED']);
  });
});

describe('a family that was just registered', () => {
  const registeredBy = { sub: 'maud', name: 'Maud', role: 'CASEWORKER', agency: 'd44' };
  const register = (who: object = registeredBy, version = 1) =>
    graph.receive('relais.family.changed.v1', familyId, {
      ...{ familyId, reference: 'NAN-0000900', version, adultIds: [], registeredOn: '2026-03-09' },
      registeredBy: who,
    });
  const team = () =>
    graph.db.query(
      `select sub, is_lead as "isLead", from_on::text as from from support_team_members
       join professionals on professionals.id = professional_id where family_id = $1 and to_on is null`,
      [familyId],
    );
  const followers = () =>
    graph.db.query('select sub, relation, from_on::text as from from followers where family_id = $1', [
      familyId,
    ]);
  const told = async () => (await graph.published()).filter((event) => event.familyId === familyId);

  it('is followed by who registered it, as lead if a caseworker, and the others are told', async () => {
    await register();
    expect(await team()).toEqual([{ sub: 'maud', isLead: true, from: '2026-03-09' }]);
    expect(await followers()).toEqual([{ sub: 'maud', relation: 'TEAM', from: '2026-03-09' }]);
    expect(await told()).toMatchObject([{ type: 'relais.followers.changed.v1' }]);
  });

  it('has a coordinator as a member like others', async () => {
    await register({ ...registeredBy, sub: 'anne', role: 'CARE_COORDINATOR' });
    expect(await team()).toEqual([{ sub: 'anne', isLead: false, from: '2026-03-09' }]);
  });

  it('is not followed again by who has left, whenever more is told of it', async () => {
    await register();
    await graph.db.query('update support_team_members set to_on = $2 where family_id = $1', [
      familyId,
      '2026-03-10',
    ]);
    await register(registeredBy, 1);
    await register(registeredBy, 2);
    expect(await team()).toEqual([]);
  });
});
