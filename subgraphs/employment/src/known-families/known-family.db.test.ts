import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';

describe('families told by early-childhood', () => {
  let graph: TestSubgraph;
  const tell = (
    familyId: string,
    version: number,
    adultIds: string[],
    reference = 'NAN-0001',
    districtId: string | null = null,
  ) =>
    graph.receive('relais.family.changed.v1', familyId, {
      familyId,
      reference,
      version,
      adultIds,
      districtId,
    });
  const referencesOf = async (ids: string[]) =>
    graph.resolveReferences(
      'Family',
      ids.map((id) => ({ id })),
      '{ reference }',
      coordinator(),
    );
  const adultsOf = async (familyId: string) => {
    const adults = await graph.db.findBy(KnownAdult, { familyId });
    return adults.map(({ id }) => id).sort();
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph);
  });
  afterAll(() => graph.close());

  it('are known by their reference', async () => {
    const familyId = newId();
    await tell(familyId, 1, [], 'NAN-0042');
    expect((await referencesOf([familyId])).data).toEqual([{ reference: 'NAN-0042' }]);
  });

  it('are counted where they live now, and nowhere when that is not known', async () => {
    const [familyId, before, after] = [newId(), newId(), newId()];
    const districtOf = async () => (await graph.db.findOneByOrFail(KnownFamily, { id: familyId })).districtId;
    await tell(familyId, 1, [], 'NAN-0007', before);
    expect(await districtOf()).toBe(before);
    await tell(familyId, 2, [], 'NAN-0007', after);
    expect(await districtOf()).toBe(after);
    await tell(familyId, 3, [], 'NAN-0007', null);
    expect(await districtOf()).toBeNull();
  });

  it('keep the newest version, however late an older one arrives', async () => {
    const [familyId, ada, bob] = [newId(), newId(), newId()];
    await tell(familyId, 2, [ada, bob]);
    await tell(familyId, 1, [ada]);
    expect(await adultsOf(familyId)).toEqual([ada, bob].sort());
    await tell(familyId, 3, [bob]);
    expect(await adultsOf(familyId)).toEqual([bob]);
  });

  it('pass an adult on to the family that has it now', async () => {
    const [before, after, ada] = [newId(), newId(), newId()];
    await tell(before, 1, [ada]);
    await tell(after, 1, [ada]);
    await tell(before, 2, []);
    expect([await adultsOf(before), await adultsOf(after)]).toEqual([[], [ada]]);
  });

  it('are not shared when not known, and no reason tells why', async () => {
    const { data, errors } = await referencesOf([newId()]);
    expect(data).toEqual([{ reference: null }]);
    expect(errors[0]?.extensions).toEqual({ code: 'NOT_SHARED', service: 'employment' });
  });

  it('cost two statements for any number, one for who may read them', async () => {
    const ids = Array.from({ length: 50 }, () => newId());
    for (const id of ids) await tell(id, 1, []);
    const ask = (some: string[]) => graph.statements(() => referencesOf(some));
    expect([await ask(ids.slice(0, 1)), await ask(ids)]).toEqual([2, 2]);
  });

  it('are not taken from an event that lacks what it must say', async () => {
    const familyId = newId();
    await graph.receive('relais.family.changed.v1', familyId, { familyId });
    const detail = expect.stringContaining('reference: invalid_type');
    expect(await graph.deadLetters()).toMatchObject([{ subject: familyId, problem: 'MALFORMED', detail }]);
  });
});

describe('a family that was just registered', () => {
  let graph: TestSubgraph;
  beforeAll(async () => {
    graph = await testSubgraph(subgraph);
  });
  afterAll(() => graph.close());

  const registered = (familyId: string, version = 1) =>
    graph.receive('relais.family.changed.v1', familyId, {
      ...{ familyId, reference: 'NAN-0002', version, adultIds: [], registeredOn: '2026-03-09' },
      registeredBy: { sub: 'maud', name: 'Maud', role: 'CASEWORKER', agency: 'd44' },
    });
  const teamTold = (familyId: string, subs: string[]) =>
    graph.receive(
      'relais.followers.changed.v1',
      familyId,
      {
        ...{ familyId, relations: ['TEAM', 'REFERRAL'] },
        followers: subs.map((sub) => ({ sub, relation: 'TEAM', from: '2026-03-09', to: null })),
      },
      'social-protection',
    );
  const followers = async (familyId: string): Promise<string[]> => {
    const rows = await graph.db.query('select sub from followers where family_id = $1', [familyId]);
    return rows.map(({ sub }: { sub: string }) => sub);
  };

  it('is followed at once by who registered it, until its team is told', async () => {
    const familyId = newId();
    await registered(familyId);
    expect(await followers(familyId)).toEqual(['maud']);
    await teamTold(familyId, ['anne']);
    await registered(familyId, 2);
    expect(await followers(familyId)).toEqual(['anne']);
  });

  it('is followed by its team where that was told before, even when nobody is left in it', async () => {
    const familyId = newId();
    await teamTold(familyId, []);
    await registered(familyId);
    expect(await followers(familyId)).toEqual([]);
  });
});
