import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';
import { Resources } from './resources.ts';

const RECORD = `mutation ($input: RecordResourcesInput!) { recordResources(input: $input) {
  resources { year yearlyAmountCents dependentChildren aeehChildren source recordedAt }
  refusal { reason message } } }`;

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
beforeEach(async () => {
  graph.setNow(new Date('2026-03-10T09:00:00Z'));
  ({ familyId } = await givenKnownFamily(graph.db));
});
afterAll(() => graph.close());

const given = { year: 2024, yearlyAmountCents: 15_000_00, dependentChildren: 2 };
const record = async (input: object) => {
  const { data, errors } = await graph.query(
    RECORD,
    { input: { familyId, ...given, ...input } },
    caseworker(),
  );
  expect(errors).toEqual([]);
  return data.recordResources;
};
const onFile = async (user = caseworker()) => {
  const selection = '{ resources { year yearlyAmountCents } }';
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, user);
  return { resources: data[0].resources, errors };
};

describe('recording resources', () => {
  it('puts them on record', async () => {
    const { resources, refusal } = await record({ source: 'MSA', aeehChildren: 1 });
    expect(refusal).toBeNull();
    expect(resources).toEqual({
      ...given,
      aeehChildren: 1,
      source: 'MSA',
      recordedAt: '2026-03-10T09:00:00.000Z',
    });
  });

  it('of a year on record corrects them and keeps the earlier record', async () => {
    await record({});
    await record({ year: 2023 });
    graph.setNow(new Date('2026-03-10T10:00:00Z'));
    await record({ yearlyAmountCents: 16_000_00 });
    expect((await onFile()).resources).toEqual([
      { year: 2024, yearlyAmountCents: 16_000_00 },
      { year: 2023, yearlyAmountCents: 15_000_00 },
    ]);
    expect(await graph.db.countBy(Resources, { familyId })).toBe(3);
  });

  it.each([
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['NEGATIVE_AMOUNT', { yearlyAmountCents: -1 }],
    ['YEAR_NOT_OVER', { year: 2026 }],
    ['YEAR_TOO_LONG_AGO', { year: 1999 }],
    ['IMPOSSIBLE_CHILDREN', { dependentChildren: -1 }],
    ['IMPOSSIBLE_CHILDREN', { dependentChildren: 31 }],
    ['IMPOSSIBLE_CHILDREN', { aeehChildren: -1 }],
    ['IMPOSSIBLE_CHILDREN', { aeehChildren: 3 }],
  ])('is refused with %s for %j', async (reason, input) => {
    const { refusal } = await record(input);
    expect(refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });
    expect(await graph.db.countBy(Resources, { familyId })).toBe(0);
  });

  it('sent twice under one id is one record; with other content it is refused', async () => {
    const id = newId();
    const [first, again] = [await record({ id }), await record({ id })];
    expect(again).toEqual(first);
    const others = [
      { year: 2023 },
      { yearlyAmountCents: 1 },
      { dependentChildren: 3 },
      { aeehChildren: 1 },
      { source: 'MSA' },
      { familyId: (await givenKnownFamily(graph.db)).familyId },
    ];
    for (const other of others) expect((await record({ id, ...other })).refusal.reason).toBe('CONFLICT');
    expect(await graph.db.countBy(Resources, { familyId })).toBe(1);
  });

  it('is for who follows the family: for others there is none', async () => {
    const as = async (sub: string, id: string) =>
      (await graph.query(RECORD, { input: { familyId: id, ...given } }, caseworker(sub))).data
        .recordResources;
    const unknown = await as('stranger', newId());
    expect(await as('stranger', familyId)).toEqual(unknown);
    expect(unknown.refusal.reason).toBe('UNKNOWN_FAMILY');
    await givenFollowers(graph.db, familyId, [{ sub: 'paul', relation: 'REFERRAL' }]);
    expect((await as('paul', familyId)).refusal.reason).toBe('REFERRAL_NOT_ACCEPTED');
    expect(await graph.db.countBy(Resources, { familyId })).toBe(0);
  });

  it('is for caseworkers only', async () => {
    const { errors } = await graph.query(RECORD, { input: { familyId, ...given } }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('resources', () => {
  it('are not shared with coordinators', async () => {
    const { resources, errors } = await onFile(coordinator());
    expect(resources).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  });

  it('are an empty list when nothing is on record', async () => {
    expect(await onFile()).toEqual({ resources: [], errors: [] });
  });
});
