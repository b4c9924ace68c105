import { byAgency } from '../../../../subgraphs/agencies.ts';
import { isDistributed } from '../in-topology.ts';
import type { TestWholeGraph } from '../test-whole-graph.ts';

export type AccessRow = {
  readonly family: string;
  readonly outcome: 'SEEN' | 'DENIED' | 'CHANGED';
  readonly categories: string[];
  readonly relation: string;
  readonly purpose: string;
  readonly sub: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly request: string;
};

const NEWER = `
  select family, outcome, categories, relation, purpose, sub, name, role, agency, request_id as request
  from access_log where number > $1 order by number`;

/** As a service, an agency that one request asks twice writes down before each answer what it tells with it. */
const distinct = (rows: AccessRow[]): AccessRow[] =>
  isDistributed ? [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()] : rows;

/** What each agency wrote down while `work` ran. */
export const accessesDuring = async (graph: TestWholeGraph, work: () => Promise<unknown>) => {
  const before = new Map<string, number>();
  for (const { name, db } of Object.values(graph.agencies)) {
    const [row]: { last: number }[] = await db.query(
      'select coalesce(max(number), 0) as last from access_log',
    );
    before.set(name, row?.last ?? 0);
  }
  await work();
  const rows = new Map<string, AccessRow[]>();
  for (const { name, db } of Object.values(graph.agencies))
    rows.set(name, distinct(await db.query(NEWER, [before.get(name)])));
  return byAgency((name) => rows.get(name) ?? []);
};
