import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator, THE_CASEWORKER } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';
import { givenEntitlement } from './entitlement.builder.ts';
import { Entitlement } from './entitlement.ts';
import { EntitlementState } from './entitlement-state.ts';

const IMPORT = `mutation ($input: ImportEntitlementsInput!) { importEntitlements(input: $input) {
  takenCount unchangedCount refusedCount
  rows { index outcome entitlementId refusal { reason message } } } }`;
const FILE = `{ benefitsStatus { incomeSupport since conflictingSchemes }
  entitlements { source state version monthlyAmountCents prevails statedOn
    conflicts { source state monthlyAmountCents since statedOn } } }`;

let graph: TestSubgraph;
let familyId: string;
let adultId: string;
let reference: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
beforeEach(async () => {
  ({ familyId, adultId, reference } = await givenKnownFamily(graph.db));
});
afterAll(() => graph.close());

const aRow = (given: object = {}) => ({
  familyReference: reference,
  scheme: 'RSA',
  source: 'CAF',
  state: 'OPEN',
  from: '2026-02-01',
  statedOn: '2026-03-01',
  ...given,
});
const load = (...rows: object[]) => send({ rows });
const send = async (input: { rows: object[]; preview?: boolean }, as = caseworker()) => {
  const { data, errors } = await graph.query(IMPORT, { input }, as, { language: 'en' });
  expect(errors).toEqual([]);
  return data.importEntitlements;
};
const outcomes = async (...rows: object[]) =>
  (await load(...rows)).rows.map(
    ({ outcome, refusal }: { outcome: string; refusal: { reason: string } | null }) =>
      refusal?.reason ?? outcome,
  );
const file = async () => {
  const { data } = await graph.resolveReferences('Family', [{ id: familyId }], FILE, caseworker());
  return data[0];
};

describe('a monthly file of benefits', () => {
  it('opens, changes and confirms, and says so row by row', async () => {
    const { id } = await givenEntitlement(graph.db, {
      familyId,
      scheme: 'AAH',
      adultId,
      states: [{ state: 'OPEN', from: '2026-01-01' }],
    });
    const report = await load(
      aRow({ monthlyAmountCents: 646_52 }),
      aRow({ scheme: 'AAH', adultId }),
      aRow({ scheme: 'AAH', adultId, state: 'CLOSED', from: '2026-03-01' }),
      aRow({ familyReference: 'NAN-0' }),
    );
    expect(report).toMatchObject({ takenCount: 2, unchangedCount: 1, refusedCount: 1 });
    expect(report.rows).toEqual([
      { index: 0, outcome: 'TAKEN', entitlementId: expect.any(String), refusal: null },
      { index: 1, outcome: 'UNCHANGED', entitlementId: id, refusal: null },
      { index: 2, outcome: 'TAKEN', entitlementId: id, refusal: null },
      {
        index: 3,
        outcome: 'REFUSED',
        entitlementId: null,
        refusal: { reason: 'UNKNOWN_FAMILY', message: expect.stringMatching(/^This family is not known/) },
      },
    ]);
    expect((await file()).entitlements).toMatchObject([
      { source: 'CAF', state: 'CLOSED', version: 2, statedOn: '2026-03-01' },
      { source: 'CAF', state: 'OPEN', version: 1, monthlyAmountCents: 646_52 },
    ]);
    expect(await graph.db.findBy(EntitlementState, { entitlementId: id, version: 2 })).toMatchObject([
      { recordedBy: THE_CASEWORKER },
    ]);
  });

  it('sent again changes nothing', async () => {
    const rows = [
      aRow({ state: 'PENDING', from: '2026-01-01' }),
      aRow({}),
      aRow({ state: 'SUSPENDED', from: '2026-03-01' }),
      aRow({ scheme: 'AEEH', sourceNumber: '1' }),
      aRow({ scheme: 'AEEH', sourceNumber: '2' }),
    ];
    expect(await outcomes(...rows)).toEqual(['TAKEN', 'TAKEN', 'TAKEN', 'TAKEN', 'TAKEN']);
    const told = async () => (await graph.published()).filter((event) => event.familyId === familyId);
    const before = [await file(), await told()];
    expect(await outcomes(...rows)).toEqual(Array(5).fill('UNCHANGED'));
    expect([await file(), await told()]).toEqual(before);
    expect(await graph.db.countBy(Entitlement, { familyId })).toBe(3);
  });

  it.each([
    ['STATED_IN_THE_FUTURE', { statedOn: '2026-03-11' }],
    ['NUMBER_NEEDED', { scheme: 'ASF' }],
    ['UNKNOWN_ADULT', { adultId: '0197c7a0-0000-7000-8000-000000000001' }],
    ['FORBIDDEN_STATE', { state: 'CLOSED' }],
    ['FROM_IN_THE_FUTURE', { from: '2026-03-11' }],
    ['NEGATIVE_AMOUNT', { monthlyAmountCents: -1 }],
  ])('has a row refused with %s for %j, and the others taken', async (reason, given) => {
    expect(await outcomes(aRow(given), aRow({ scheme: 'PAJE_BASE' }))).toEqual([reason, 'TAKEN']);
    expect(await graph.db.countBy(Entitlement, { familyId })).toBe(1);
  });

  it('may say of which child a benefit is, then or later; it is no other child’s', async () => {
    const [lou, tom] = ['0197c7a0-0000-7000-8000-00000000000a', '0197c7a0-0000-7000-8000-00000000000b'];
    await graph.db.query('insert into known_children (family_id, id) values ($1, $2), ($1, $3)', [
      familyId,
      lou,
      tom,
    ]);
    const row = { scheme: 'AEEH', sourceNumber: '7' };
    expect(await outcomes(aRow(row), aRow({ ...row, childId: lou }), aRow({ ...row, childId: lou }))).toEqual(
      ['TAKEN', 'TAKEN', 'UNCHANGED'],
    );
    expect(await outcomes(aRow({ ...row, sourceNumber: '8', childId: tom }))).toEqual(['TAKEN']);
    const unknown = aRow({ ...row, childId: '0197c7a0-0000-7000-8000-00000000000c' });
    expect(await outcomes(unknown, aRow({ childId: lou }))).toEqual(['UNKNOWN_CHILD', 'NOT_DUE_FOR_A_CHILD']);
    expect(await outcomes(aRow({ ...row, childId: tom }))).toEqual(['OTHER_CHILD']);
    const held = await graph.db.find(Entitlement, { where: { familyId }, order: { sourceNumber: 'ASC' } });
    expect(held.map(({ sourceNumber, childId }) => [sourceNumber, childId])).toEqual([
      ['7', lou],
      ['8', tom],
    ]);
  });

  it('has a row refused that names both states of a step that is not possible', async () => {
    await load(aRow({ from: '2026-01-01' }));
    const { rows } = await load(aRow({ state: 'PENDING', from: '2026-03-01' }));
    expect(rows[0].refusal).toEqual({
      reason: 'FORBIDDEN_STEP',
      message: 'This benefit is “open”: it cannot become “asked for”.',
    });
  });

  it('as a preview tells what would become of each row and stores nothing', async () => {
    const rows = [aRow({}), aRow({ state: 'SUSPENDED', from: '2026-03-01' }), aRow({ state: 'REFUSED' })];
    expect(await send({ rows, preview: true })).toMatchObject({
      takenCount: 2,
      refusedCount: 1,
      rows: [{ outcome: 'TAKEN', entitlementId: null }, { entitlementId: null }, { outcome: 'REFUSED' }],
    });
    expect(await graph.db.countBy(Entitlement, { familyId })).toBe(0);
    expect((await graph.published()).filter((event) => event.familyId === familyId)).toEqual([]);
  });

  it('without amount and adult speaks of the one benefit on record, whose amount stays', async () => {
    const { id } = await givenEntitlement(graph.db, {
      familyId,
      scheme: 'RSA',
      adultId,
      source: 'CAF',
      states: [{ state: 'OPEN', from: '2026-01-01', monthlyAmountCents: 646_52 }],
    });
    const { rows } = await load(aRow({ state: 'SUSPENDED', from: '2026-03-01' }));
    expect(rows).toMatchObject([{ outcome: 'TAKEN', entitlementId: id }]);
    expect((await file()).entitlements).toMatchObject([{ state: 'SUSPENDED', monthlyAmountCents: 646_52 }]);
  });

  it('finds a family by its reference as it is typed or pasted', async () => {
    const typed = ` ${reference.toLowerCase()}\u00A0`;
    expect(await outcomes(aRow({ familyReference: typed }))).toEqual(['TAKEN']);
    expect(await outcomes(aRow())).toEqual(['UNCHANGED']);
  });

  it('never goes behind what the same source said later', async () => {
    await load(aRow({ state: 'SUSPENDED', from: '2026-03-01' }));
    expect(await outcomes(aRow({ state: 'OPEN', from: '2026-03-01', statedOn: '2026-02-28' }))).toEqual([
      'OUTDATED',
    ]);
    expect(await outcomes(aRow({ state: 'CLOSED', from: '2026-02-28' }))).toEqual(['FROM_BEFORE_PREVIOUS']);
  });

  it('tells the service point of each family once, and of none when nothing is new', async () => {
    const other = await givenKnownFamily(graph.db);
    const rows = [aRow({ state: 'PENDING', from: '2026-01-01' }), aRow({})];
    await load(...rows, aRow({ familyReference: other.reference }), aRow({ scheme: 'CMG' }));
    const told = (await graph.published()).filter((event) =>
      [familyId, other.familyId].includes(event.familyId),
    );
    expect(told).toHaveLength(2);
    expect(told.find((event) => event.familyId === familyId)?.data.periods).toEqual([
      { status: 'PENDING', from: '2026-01-01', to: '2026-02-01' },
      { status: 'RECEIVING', from: '2026-02-01', to: null },
    ]);
  });

  it('holds 500 rows at most and is for caseworkers', async () => {
    const tooMany = await graph.query(IMPORT, { input: { rows: Array(501).fill(aRow()) } }, caseworker());
    expect(tooMany.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: 'input.rows' } },
    ]);
    const { errors } = await graph.query(IMPORT, { input: { rows: [aRow()] } }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('costs the same number of statements for 1 and for 200 families', async () => {
    const families = await Promise.all(Array.from({ length: 200 }, () => givenKnownFamily(graph.db)));
    const rows = families.map((each) => aRow({ familyReference: each.reference, scheme: 'PAJE_BASE' }));
    const one = await graph.statements(() => load(aRow({ scheme: 'PAJE_BASE' })));
    expect(await graph.statements(() => load(...rows))).toBe(one);
  });
});

describe('a family that is out of sight', () => {
  it('has its rows refused like those of a family that does not exist, and its adults are unknown', async () => {
    const followed = await givenKnownFamily(graph.db);
    await givenFollowers(graph.db, followed.familyId, [{ sub: 'paul', relation: 'TEAM' }]);
    const rows = [reference, 'NAN-0'].map((familyReference) => aRow({ familyReference }));
    const ofOther = aRow({ familyReference: followed.reference, adultId });
    const own = aRow({ familyReference: followed.reference });
    const report = await send({ rows: [...rows, ofOther, own] }, caseworker('paul'));
    const [known, unknown, adult, taken] = report.rows.map(({ index, ...row }: { index: number }) => row);
    expect(known).toEqual(unknown);
    expect(known.refusal.reason).toBe('UNKNOWN_FAMILY');
    expect(adult.refusal.reason).toBe('UNKNOWN_ADULT');
    expect(taken.outcome).toBe('TAKEN');
    expect(await graph.db.countBy(Entitlement, { familyId })).toBe(0);
  });
});

describe('two sources that disagree', () => {
  it.each([
    ['the older one came first', ['MSA', 'CAF']],
    ['the older one came last', ['CAF', 'MSA']],
  ])('are both kept, the fresher counts and the conflict is shown: %s', async (_when, order) => {
    const rows: Record<string, object> = {
      CAF: aRow({ state: 'SUSPENDED', from: '2026-03-01', statedOn: '2026-03-05' }),
      MSA: aRow({ source: 'MSA', state: 'OPEN', from: '2026-02-01', statedOn: '2026-03-01' }),
    };
    for (const source of order) expect(await outcomes(rows[source] ?? {})).toEqual(['TAKEN']);
    const { benefitsStatus, entitlements } = await file();
    expect(benefitsStatus).toEqual({
      incomeSupport: 'SUSPENDED',
      since: '2026-03-01',
      conflictingSchemes: ['RSA'],
    });
    expect(entitlements.find(({ source }: { source: string }) => source === 'CAF')).toMatchObject({
      prevails: true,
      conflicts: [{ source: 'MSA', state: 'OPEN', since: '2026-02-01', statedOn: '2026-03-01' }],
    });
    expect(entitlements.find(({ source }: { source: string }) => source === 'MSA')).toMatchObject({
      prevails: false,
      conflicts: [{ source: 'CAF', state: 'SUSPENDED' }],
    });
  });

  it('change places when the older one confirms what it said', async () => {
    await load(aRow({ state: 'SUSPENDED', from: '2026-03-01', statedOn: '2026-03-05' }));
    const msa = aRow({ source: 'MSA', state: 'OPEN', from: '2026-02-01', statedOn: '2026-03-01' });
    await load(msa);
    expect(await outcomes({ ...msa, statedOn: '2026-03-08' })).toEqual(['UNCHANGED']);
    expect((await file()).benefitsStatus).toMatchObject({ incomeSupport: 'RECEIVING' });
    const last = (await graph.published()).filter((event) => event.familyId === familyId).at(-1);
    expect(last?.data.periods).toMatchObject([{ status: 'RECEIVING', from: '2026-02-01' }]);
  });
});
