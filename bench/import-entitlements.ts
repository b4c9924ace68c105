import { caseworker } from '@relais/platform/testing/test-users.ts';
import { operationText } from '../standalone/src/operations.ts';
import { databaseAsSuperuser, inLargeCity, MEASURER, tell, withClient } from './city.ts';
import { milliseconds } from './figures.ts';
import { type Ask, throughTheGraph } from './whole-graph.ts';

const ROWS = 10_000;
const ROWS_AT_ONCE = 500;
const A_MEGABYTE = 1_048_576;

const REFERENCES =
  'select reference from known_families where merged_into is null order by reference limit $1';

/** History is never rewritten but by whoever takes measurements back. */
const TAKE_BACK = `
  set session_replication_role = replica;
  create temporary table measured as
    select distinct entitlement_id as id from entitlement_states where recorded_by = '${MEASURER}';
  delete from entitlement_confirmations where entitlement_id in (select id from measured);
  delete from entitlement_states where entitlement_id in (select id from measured);
  delete from entitlements where id in (select id from measured);
  delete from followers where sub = '${MEASURER}';
  drop table measured;
  set session_replication_role = default`;

/** Benefits are recorded by who is in the team of the family. */
const FOLLOW = `
  insert into followers (family_id, sub, relation, from_on)
  select id, '${MEASURER}', 'TEAM', '2000-01-01' from known_families where reference = any($1)
  on conflict do nothing`;

/** A benefit that no family of the city has on record, so that every row is news. */
const rowOf = (familyReference: string) => ({
  familyReference,
  scheme: 'HOUSING_AID',
  source: 'MSA',
  state: 'OPEN',
  from: '2026-01-01',
  monthlyAmountCents: 271_00,
  statedOn: '2026-02-28',
});

type Row = { readonly refusal: { readonly reason: string } | null };
/** Refused so quickly that it would flatter the measurement; what else refuses a row costs what it does in a city. */
const isUnseen = ({ refusal }: Row): boolean => refusal?.reason === 'UNKNOWN_FAMILY';

const importAll = async (ask: Ask, references: readonly string[]): Promise<void> => {
  const importEntitlements = await operationText('import-entitlements');
  const counts = { takenCount: 0, unchangedCount: 0, refusedCount: 0 };
  let most = 0;
  let unseen = 0;
  const ms = await milliseconds(async () => {
    for (let from = 0; from < references.length; from += ROWS_AT_ONCE) {
      const rows = references.slice(from, from + ROWS_AT_ONCE).map(rowOf);
      const { data, errors } = await ask(importEntitlements, { input: { rows } });
      if (errors) throw new Error(errors[0]?.message);
      for (const key of ['takenCount', 'unchangedCount', 'refusedCount'] as const)
        counts[key] += data.importEntitlements[key];
      unseen += data.importEntitlements.rows.filter(isUnseen).length;
      most = Math.max(most, process.memoryUsage().rss);
    }
  });
  if (unseen > 0) throw new Error(`${unseen} rows are of families that the measurer does not follow.`);
  tell(
    `${references.length} rows of a monthly file: ${(ms / 1_000).toFixed(1)} s (target 30 s), memory ${Math.round(most / A_MEGABYTE)} MB at most; ${JSON.stringify(counts)}`,
  );
};

await inLargeCity((databases) =>
  withClient(databaseAsSuperuser(databases, 'social_protection'), async (superuser) => {
    await superuser.query(TAKE_BACK);
    const { rows } = await superuser.query<{ reference: string }>(REFERENCES, [ROWS]);
    const references = rows.map(({ reference }) => reference);
    await throughTheGraph(databases, { ...caseworker(), sub: MEASURER }, async (ask) => {
      await superuser.query(FOLLOW, [references]);
      tell(`memory before ${Math.round(process.memoryUsage().rss / A_MEGABYTE)} MB`);
      await importAll(ask, references);
      await importAll(ask, references);
    });
    await superuser.query(TAKE_BACK);
  }),
);
