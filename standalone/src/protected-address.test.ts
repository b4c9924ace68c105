import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { rebuild } from '@relais/platform/events/rebuild.ts';
import { replay } from '@relais/platform/events/replay.ts';
import { caseworker } from '@relais/platform/testing/test-users.ts';
import { type AgencyName, agencyNames, subgraphs } from '../../subgraphs/agencies.ts';
import { besideReaders } from './testing/beside-readers.ts';
import { desk, desksOf, type File, guide, worker } from './testing/desks.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const NOW = new Date('2026-03-02T09:00:00+01:00');
/** Of the service of the district. */
const service = caseworker('service');

let graph: TestWholeGraph;
let desks: ReturnType<typeof desksOf>;
let family: File;
let districtId: string;
let milestoneId: string;
let entitlementId: string;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: NOW });
  desks = desksOf(graph);
  const { db } = graph.agencies['early-childhood'];
  await inTransaction(db.manager, plantNantes);
  [{ id: districtId }] = await db.query('select id from districts order by number limit 1');
  for (const user of [worker, guide, desk, service]) await graph.signIn(user);
  for (const name of agencyNames)
    await graph.agencies[name].db.query(
      'update professionals set district_ids = array[$1::uuid] where sub = $2',
      [districtId, service.sub],
    );
}, 120_000);
beforeEach(async () => {
  family = await desks.register('Essai');
  const address = { street: '1 rue du Lavoir', postalCode: '44300', city: 'Nantes' };
  const moved = { familyId: family.id, version: family.version, address, districtId, since: '2026-03-02' };
  await desks.change('changeAddress', moved, 'family { id }', worker);
  await desks.drained();
  await desks.giveRecords(family, worker, 10);
  await desks.drained();
  const idIn = async (agency: AgencyName, table: string): Promise<string> => {
    const [row] = await graph.agencies[agency].db.query(`select id from ${table} where family_id = $1`, [
      family.id,
    ]);
    return row.id;
  };
  milestoneId = await idIn('early-childhood', 'known_milestones');
  entitlementId = await idIn('social-protection', 'entitlements');
}, 60_000);
afterAll(() => graph.close());

/** The tables of an agency in which the district stands in a row about the family. */
const tablesTelling = async (agency: AgencyName): Promise<string[]> => {
  const { db } = graph.agencies[agency];
  const tables: { schema: string; table: string }[] = await db.query(
    `select table_schema as schema, table_name as "table" from information_schema.tables
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  );
  const telling: string[] = [];
  for (const { schema, table } of tables) {
    const [{ told }]: [{ told: boolean }] = await db.query(
      `select exists (select from "${schema}"."${table}" whole
        where whole::text like '%' || $1 || '%' and whole::text like '%' || $2 || '%') as told`,
      [family.id, districtId],
    );
    if (told) telling.push(table);
  }
  return telling.sort();
};

const protect = () =>
  desks.change(
    'protectAddress',
    { familyId: family.id, basis: 'COURT_ORDER', reason: 'Menaces' },
    'addressProtection { id version } notYetTold',
    desk,
  );
const end = ({
  addressProtection: { id, version },
}: {
  addressProtection: { id: string; version: number };
}) =>
  desks.change(
    'endAddressProtection',
    { addressProtectionId: id, version, reason: 'Essai' },
    'addressProtection { id } notYetTold',
    worker,
  );

const toldAnew = async (): Promise<void> => {
  for (const { name, events = [], rebuild: how } of subgraphs) {
    const { db } = graph.agencies[name];
    await replay(db.manager, {}, events);
    if (how) await rebuild(db.manager, how, NOW);
  }
};

describe('a protected address', () => {
  it('is told to no other agency, whatever was told before and is told anew, until it is ended', async () => {
    expect(await tablesTelling('social-protection')).toEqual(['known_families']);
    expect(await tablesTelling('employment')).toEqual(['known_families']);
    const protection = await protect();
    // Only a busy machine takes longer than an answer waits.
    if (protection.notYetTold.length > 0) await desks.drained();
    for (const agency of ['social-protection', 'employment'] as const)
      expect(await tablesTelling(agency)).toEqual([]);
    expect(await tablesTelling('early-childhood')).toEqual(['families']);

    await toldAnew();
    await desks.drained();
    for (const agency of ['social-protection', 'employment'] as const)
      expect(await tablesTelling(agency)).toEqual([]);
    await end(protection);
    await desks.drained();
    expect(await tablesTelling('social-protection')).toEqual(['known_families']);
  }, 60_000);

  it('shows the family to no service of its district, in any agency', async () => {
    for (const name of agencyNames)
      await graph.agencies[name].db.query('delete from followers where family_id = $1', [family.id]);
    const doors = async () => {
      const { data, errors } = await graph.ask(
        `query ($family: ID!, $entitlement: ID!, $milestone: ID!) {
          familyById(id: $family) { id } entitlement(id: $entitlement) { id } milestone(id: $milestone) { id }
          families(search: "Essai", first: 100) { edges { node { id } } } }`,
        { family: family.id, entitlement: entitlementId, milestone: milestoneId },
        service,
      );
      expect(errors).toEqual([]);
      const { familyById, entitlement, milestone, families } = data;
      const listed = families.edges.some(({ node }: { node: { id: string } }) => node.id === family.id);
      return [familyById?.id ?? null, entitlement?.id ?? null, milestone?.id ?? null, listed];
    };
    expect(await doors()).toEqual([family.id, entitlementId, milestoneId, true]);
    const { notYetTold } = await protect();
    if (notYetTold.length > 0) await desks.drained();
    expect(await doors()).toEqual([null, null, null, false]);
  }, 60_000);

  it('is read by nobody after the answer who asks without a pause, and by all again after it is ended', async () => {
    const isShown = async (): Promise<boolean> => {
      const { data } = await graph.ask(
        'query ($id: ID!) { familyById(id: $id) { address { street } district { id } } }',
        { id: family.id },
        desk,
      );
      const { address, district } = data.familyById;
      expect(address === null).toBe(district === null);
      return address !== null;
    };
    const { right, wrong } = await besideReaders({ isShown, hide: protect, show: end }, 6);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(20);
  }, 120_000);
});
