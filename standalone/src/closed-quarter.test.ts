import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { auditor } from '@relais/platform/testing/test-users.ts';
import { operationText } from './operations.ts';
import { desk, desksOf, type File, worker } from './testing/desks.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const ADDRESS = { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' };
/** Enough on both sides of every share, that districts can be shown. */
const FAMILIES = 12;
/** The smallest district is withheld for the sake of those where nobody lives. */
const FEWER = 10;
const MERGED = 5;
const QUARTER = { from: '2026-01-01', to: '2026-03-31' };

let graph: TestWholeGraph;
let desks: ReturnType<typeof desksOf>;
let districtIds: string[];
let north: File[];
let south: File[];
let report: string;

const at = (day: string): void => graph.setNow(new Date(`${day}T10:00:00+02:00`));

const register = async (lastName: string, districtId: string | undefined): Promise<File> => {
  const input = {
    family: { householdKind: 'LONE_PARENT', address: ADDRESS, districtId },
    adults: [{ firstName: 'Awa', lastName }],
    children: [{ firstName: 'Tom', lastName, birthDate: '2024-06-01' }],
  };
  const fields = 'family { id reference version adults { id } children { id } }';
  return (await desks.change('registerFamily', input, fields, worker)).family;
};

/** Families of one district, every other one with income support. */
const registerSome = async (name: string, districtId: string | undefined, count = FAMILIES) => {
  const files: File[] = [];
  for (let made = 0; made < count; made += 1) files.push(await register(`${name} ${made}`, districtId));
  await desks.drained();
  for (const { id: familyId } of files.slice(count / 2)) {
    const rsa = { familyId, scheme: 'RSA', state: 'OPEN', from: '2026-01-15' };
    await desks.change('openEntitlement', rsa, 'entitlement { id }', worker);
  }
  return files;
};

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: new Date('2026-02-02T10:00:00+01:00') });
  desks = desksOf(graph);
  const db = graph.agencies['early-childhood'].db.manager;
  await inTransaction(db, plantNantes);
  districtIds = (await db.query('select id from districts order by number')).map(
    ({ id }: { id: string }) => id,
  );
  north = await registerSome('Nord', districtIds[7]);
  south = await registerSome('Sud', districtIds[9]);
  await registerSome('Ouest', districtIds[4], FEWER);
  report = await operationText('impact-report');
}, 120_000);
afterAll(() => graph.close());

const ask = async (districtId: string | null = null) => {
  await desks.drained();
  const { data, errors } = await graph.ask(report, { ...QUARTER, districtId }, auditor());
  expect(errors).toEqual([]);
  return data.impactReport;
};

/** Families registered; families with income support, of all known on the last day. */
const numbersOf = ({ familiesServed, incomeSupportOnLastDay }: Awaited<ReturnType<typeof ask>>) => ({
  registered: familiesServed.denominator.value,
  receiving: incomeSupportOnLastDay.numerator.value,
  known: incomeSupportOnLastDay.denominator.value,
});

const everywhere = async () =>
  Promise.all([null, districtIds[7], districtIds[9]].map(async (id = null) => numbersOf(await ask(id))));

const move = (family: File | undefined, districtId: string | undefined, since: string) =>
  desks.change(
    'changeAddress',
    { familyId: family?.id, version: family?.version, address: ADDRESS, districtId, since },
    'family { version }',
    desk,
  );

const merge = (survivor: File | undefined, duplicate: File | undefined) =>
  desks.change(
    'mergeFamilies',
    {
      survivorId: survivor?.id,
      survivorVersion: survivor?.version,
      duplicateId: duplicate?.id,
      duplicateVersion: duplicate?.version,
      sameAdults: [],
      sameChildren: [],
    },
    'family { id }',
    desk,
  );

const published = [
  { registered: 34, receiving: 17, known: 34 },
  { registered: 12, receiving: 6, known: 12 },
  { registered: 12, receiving: 6, known: 12 },
];

describe('the figures of a quarter', () => {
  it('are provisional for 30 days and count what was so on its days, whoever registers or moves afterwards', async () => {
    at('2026-04-20');
    await move(north[0], districtIds[9], '2026-04-10');
    await register('Tard', districtIds[7]);
    expect(await everywhere()).toEqual(published);
    expect(await ask()).toMatchObject({
      isProvisional: true,
      closesOn: '2026-05-01',
      careFiguresClosed: null,
      benefitsFiguresClosed: null,
      jobSearchFiguresClosed: null,
    });
  });

  it('are closed by themselves, with the moment and the version of the rules', async () => {
    at('2026-05-01');
    for (const agency of Object.values(graph.agencies)) await agency.runDueJobs();
    const closed = { closedAt: '2026-05-01T08:00:00.000Z', rulesVersion: 1 };
    at('2026-05-04');
    expect(await ask()).toMatchObject({
      isProvisional: false,
      careFiguresClosed: { ...closed, rulesVersion: 2 },
      benefitsFiguresClosed: closed,
      jobSearchFiguresClosed: closed,
    });
    expect(await everywhere()).toEqual(published);
  });

  it('stay when files are merged later, and do not tell of one', async () => {
    at('2026-06-01');
    await merge(north[1], north[2]);
    expect(await everywhere()).toEqual(published);
    expect((await ask()).familiesServed.denominator).toEqual({
      value: 34,
      isWithheld: false,
      correctedSince: null,
    });
  });

  it('stay when much is corrected later; what they would be is told beside them', async () => {
    for (let pair = 1; pair < MERGED; pair += 1) await merge(south[2 * pair], south[2 * pair + 1]);
    expect(await everywhere()).toEqual(published);
    expect((await ask()).familiesServed.denominator).toEqual({
      value: 34,
      isWithheld: false,
      correctedSince: 34 - MERGED,
    });
    // Four in the one district and one in the other: neither may be told.
    const { denominator } = (await ask(districtIds[9])).familiesServed;
    expect(denominator).toEqual({ value: 12, isWithheld: false, correctedSince: null });
  });

  it('are refused to be changed by the database itself', async () => {
    for (const { db } of Object.values(graph.agencies)) {
      await expect(db.query('update closed_quarters set rules_version = 2')).rejects.toThrow('not changed');
      await expect(db.query('delete from closed_quarters')).rejects.toThrow('not changed');
    }
  });
});
