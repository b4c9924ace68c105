import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desk, desksOf, type Facts, type File, second, worker } from './testing/desks.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');

let graph: TestWholeGraph;
let desks: ReturnType<typeof desksOf>;
beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: NOW });
  desks = desksOf(graph);
}, 60_000);
afterAll(() => graph.close());

/** What was done and told is added to, what is worked out is worked out anew, and versions rise: all else is as it was. */
const ADDED_TO =
  /^(changes|outbox|pending_deliveries|delivery_positions|inbox_positions|dead_letters|event_numbers|access_log.*|care_steps|job_search_steps|published_covers|parted_files)$/;

/** Every row that each agency has of these families, but for who follows them by the test's word alone. */
const rowsOfAll = async (familyIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = new Map<string, string>();
  for (const [agency, { db }] of Object.entries(graph.agencies)) {
    const tables: { name: string; column: string }[] = await db.query(`
      select table_name as name, column_name as "column" from information_schema.columns
      where table_schema = 'public' and (column_name = 'family_id' or column_name = 'id' and table_name ~ 'families$')`);
    for (const { name, column } of tables.filter((table) => !ADDED_TO.test(table.name))) {
      const [row] = await db.query(
        `select coalesce(string_agg(text, chr(10) order by text), '') as rows from (
           select (to_jsonb(each) - '{version,milestone_version,told_at}'::text[])::text as text from "${name}" each
           where "${column}" = any($1) and to_jsonb(each) ->> 'from_on' is distinct from '2000-01-01') texts`,
        [familyIds],
      );
      rows.set(`${agency}.${name}`, row.rows);
    }
  }
  return rows;
};

const FILE = `query ($reference: String!) { family(reference: $reference) {
  id reference adults { id jobSeeker { id status } } children { id }
  benefitsStatus { incomeSupport } entitlements { scheme adult { id } family { id } } resources { year yearlyAmountCents }
  supportTeam { isLead professional { name } } notes(first: 10) { edges { node { text } } }
  milestones(first: 10) { edges { node { title family { id reference } childcareCover { status } } } }
} }`;

const fileOf = async (reference: string) => {
  const { data, errors } = await graph.ask(FILE, { reference }, worker);
  expect(errors).toEqual([]);
  return data.family;
};

type Edges = { edges: { node: Facts }[] };
const nodesOf = ({ edges }: Edges) => edges.map(({ node }) => node);

describe('a family that was registered twice and has records in three agencies', () => {
  let survivor: File;
  let duplicate: File;
  let files: string[];

  beforeAll(async () => {
    [survivor, duplicate] = [await desks.register('Diallo'), await desks.register('Diallo')];
    await desks.drained();
    files = [await desks.giveRecords(survivor, worker, 10), await desks.giveRecords(duplicate, second, 14)];
    await desks.drained();
    const same = (one: { id: string }[], other: { id: string }[]) => [
      { keep: one[0]?.id, drop: other[0]?.id },
    ];
    const input = {
      survivorId: survivor.id,
      survivorVersion: 1,
      duplicateId: duplicate.id,
      duplicateVersion: 1,
      sameAdults: same(survivor.adults, duplicate.adults),
      sameChildren: same(survivor.children, duplicate.children),
    };
    await desks.change('mergeFamilies', input, 'family { id }', desk);
    // Whatever is written before the other agencies have heard of it belongs to the survivor too.
    await desks.change(
      'writeNote',
      { familyId: duplicate.id, text: 'Note after', audience: 'ALL_AGENCIES' },
      'note { id }',
      worker,
    );
    await desks.drained();
  }, 120_000);

  it('answers everything of both under either reference', async () => {
    const file = await fileOf(duplicate.reference);
    expect(await fileOf(survivor.reference)).toEqual(file);
    expect(file).toMatchObject({
      id: survivor.id,
      reference: survivor.reference,
      adults: [{ id: survivor.adults[0]?.id, jobSeeker: { id: files[0], status: 'OPEN' } }],
      children: [{ id: survivor.children[0]?.id }],
      benefitsStatus: { incomeSupport: 'RECEIVING' },
    });
    const holder = { scheme: 'RSA', adult: { id: survivor.adults[0]?.id }, family: { id: survivor.id } };
    expect(file.entitlements).toEqual([holder, holder]);
    expect(file.resources).toEqual([
      { year: 2024, yearlyAmountCents: 14_000_00 },
      { year: 2024, yearlyAmountCents: 10_000_00 },
    ]);
    const { db } = graph.agencies['social-protection'];
    expect(await db.query('select id from resources where family_id = $1', [survivor.id])).toHaveLength(2);
    expect(file.supportTeam).toHaveLength(2);
    expect(file.supportTeam.filter(({ isLead }: Facts) => isLead)).toHaveLength(1);
    expect(nodesOf(file.notes).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Note 10', 'Note 14', 'Note after']),
    );
    const milestone = (hour: number) => ({
      title: `Entretien de ${hour} heures`,
      family: { id: survivor.id, reference: survivor.reference },
      childcareCover: { status: 'UNCOVERED' },
    });
    expect(nodesOf(file.milestones)).toEqual([milestone(10), milestone(14)]);
  });

  it('is asked in vain for nothing under the old ids', async () => {
    const query = `query ($family: ID!, $adult: ID!, $child: ID!) {
      familyById(id: $family) { id benefitsStatus { incomeSupport } milestones(first: 5) { edges { cursor } } }
      adult(id: $adult) { id jobSeeker { id } } child(id: $child) { id } }`;
    const ids = { family: duplicate.id, adult: duplicate.adults[0]?.id, child: duplicate.children[0]?.id };
    const { data, errors } = await graph.ask(query, ids, worker);
    expect(errors).toEqual([]);
    expect(data.familyById).toMatchObject({
      id: survivor.id,
      benefitsStatus: { incomeSupport: 'RECEIVING' },
    });
    expect(data.familyById.milestones.edges).toHaveLength(2);
    expect(data.adult).toEqual({ id: survivor.adults[0]?.id, jobSeeker: { id: files[0] } });
    expect(data.child).toEqual({ id: survivor.children[0]?.id });
  });

  it('leaves no row of the duplicate in any agency, and one open file of the job seeker', async () => {
    for (const [name, { db }] of Object.entries(graph.agencies)) {
      const columns: { table: string }[] = await db.query(`
        select table_name as "table" from information_schema.columns
        where table_schema = 'public' and column_name = 'family_id' and table_name not in
          ('objections', 'outbox', 'pending_deliveries', 'delivery_positions', 'inbox_positions', 'event_numbers')`);
      expect(columns.length).toBeGreaterThan(3);
      for (const { table } of columns) {
        const rows = await db.query(`select from ${table} where family_id = $1`, [duplicate.id]);
        expect([name, table, rows.length]).toEqual([name, table, 0]);
      }
    }
    const open = await graph.agencies.employment.db.query(
      'select id, adult_id from job_seekers where closed_on is null',
    );
    expect(open).toEqual([{ id: files[0], adult_id: survivor.adults[0]?.id }]);
  });

  it('takes what is planned afterwards, for its one file', async () => {
    await desks.schedule(String(files[0]), 16);
    await desks.drained();
    expect(nodesOf((await fileOf(duplicate.reference)).milestones)).toHaveLength(3);
  });

  it('is not undone by events that are told again, in whatever order', async () => {
    const before = await fileOf(survivor.reference);
    const tell = async (familyId: string, sequence: number, data: Facts) => {
      for (const name of ['social-protection', 'employment'] as const) {
        await graph.agencies[name].receive({
          specversion: '1.0',
          id: crypto.randomUUID(),
          source: 'told-again',
          type: 'relais.family.changed.v1',
          subject: familyId,
          time: NOW.toISOString(),
          datacontenttype: 'application/json',
          sequence,
          data: { familyId, reference: 'NAN-000099', districtId: null, ...data },
        });
      }
    };
    const adultIds = duplicate.adults.map(({ id }) => id);
    await tell(duplicate.id, 1, { version: 1, adultIds });
    const merged = { version: 2, adultIds: [], mergedInto: survivor.id };
    await tell(duplicate.id, 2, { ...merged, reference: duplicate.reference });
    await tell(duplicate.id, 3, { ...merged, reference: duplicate.reference });
    await desks.drained();
    expect(await fileOf(survivor.reference)).toEqual(before);
  });
});

it('is undone in every agency, row by row', async () => {
  const [one, other] = [await desks.register('Ndiaye'), await desks.register('Ndiaye')];
  await desks.drained();
  await desks.giveRecords(one, worker, 11);
  await desks.giveRecords(other, second, 15);
  await desks.drained();
  const before = await rowsOfAll([one.id, other.id]);
  expect([...before.values()].filter((rows) => rows !== '').length).toBeGreaterThan(12);
  const input = {
    ...{ survivorId: one.id, survivorVersion: 1, duplicateId: other.id, duplicateVersion: 1 },
    sameAdults: [{ keep: one.adults[0]?.id, drop: other.adults[0]?.id }],
    sameChildren: [{ keep: one.children[0]?.id, drop: other.children[0]?.id }],
  };
  const { family } = await desks.change('mergeFamilies', input, 'family { version }', desk);
  await desks.drained();
  expect((await fileOf(other.reference)).id).toBe(one.id);

  const { files } = await desks.change(
    'undoMerge',
    { reference: other.reference, version: family.version, reason: 'Deux familles' },
    'files { familyId } notYetTold',
    desk,
  );
  expect(files.map(({ familyId }: Facts) => familyId)).toEqual([one.id, other.id]);
  await desks.drained();

  for (const [table, rows] of await rowsOfAll([one.id, other.id]))
    expect([table, rows]).toEqual([table, before.get(table)]);
  expect(await fileOf(other.reference)).toMatchObject({
    id: other.id,
    adults: [{ id: other.adults[0]?.id, jobSeeker: { status: 'OPEN' } }],
  });
}, 60_000);
