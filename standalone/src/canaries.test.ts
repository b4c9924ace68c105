import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '@relais/platform/events/rebuild.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { type AgencyName, agencyNames, subgraphs } from '../../subgraphs/agencies.ts';
import { AMOUNTS, isHarmless, OWNED } from './testing/seeing/canaries.ts';
import { familyWithCanaries } from './testing/seeing/family-with-canaries.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

let graph: TestWholeGraph;
beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  await familyWithCanaries(graph, [], MONDAY);
}, 120_000);
afterAll(() => graph.close());

type Column = { readonly table: string; readonly column: string };

/** What could hold words or amounts about somebody, as the database says itself. */
const COLUMNS = `
  select table_name as "table", column_name as column from information_schema.columns
  join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE'
    and not (select relispartition from pg_class where oid = to_regclass(format('public.%I', table_name)))
    and (data_type in ('text', 'jsonb', 'json', 'character varying', 'ARRAY') and udt_name !~ '^_(uuid|date)'
      or data_type in ('integer', 'bigint', 'numeric', 'double precision', 'real', 'smallint'))`;

describe.each(agencyNames)('every column of %s', (agency) => {
  it('that could tell something of a family holds a canary, or is said to be harmless and why', async () => {
    const { db } = graph.agencies[agency];
    const columns: Column[] = await db.query(COLUMNS);
    const unsaid: string[] = [];
    for (const { table, column } of columns) {
      const [{ held }]: [{ held: boolean }] = await db.query(
        `select exists (select from "${table}" where "${column}"::text ~ $1) as held`,
        [`CANARY|${AMOUNTS.benefits.join('|')}`],
      );
      const name = `${table}.${column}`;
      if (held === isHarmless(table, column)) unsaid.push(`${name} ${held ? 'holds one' : 'holds none'}`);
    }
    expect(unsaid).toEqual([]);
  });
});

/** A row of this agency with a word that has no business there; in what it tells there is no word at all. */
const wordsAstray = async (agency: AgencyName, table: string): Promise<string[]> => {
  const words = agencyNames.filter((name) => name !== agency || table === 'outbox');
  const rows: { row: string }[] = await graph.agencies[agency].db.query(
    `select "${table}"::text as row from "${table}" where "${table}"::text ~ $1 limit 1`,
    [words.flatMap((name) => OWNED[name]).join('|')],
  );
  return rows.map(({ row }) => `${agency} ${table}: ${row}`);
};

describe('what the agencies tell each other anew', () => {
  it('has no word of one of them in what it says, nor in the database of another', async () => {
    for (const { name, rebuild: how } of subgraphs)
      if (how) await rebuild(graph.agencies[name].db.manager, how, graph.now());
    for (const name of agencyNames) await graph.agencies[name].drained();
    for (const name of agencyNames) {
      const { db } = graph.agencies[name];
      const columns: Column[] = await db.query(COLUMNS);
      const tables = [...new Set(columns.map(({ table }) => table))];
      const found = await Promise.all(tables.map((table) => wordsAstray(name, table)));
      expect(found.flat()).toEqual([]);
      const [{ told }]: [{ told: number }] = await db.query('select count(*)::int as told from outbox');
      expect([name, told > 0]).toEqual([name, true]);
    }
  });
});
