import { withClient } from '@relais/platform/database/with-client.ts';

/** What the delivery of events, the looking for due jobs and the saying who asks take is left out; the access log counts. */
const CALLS = `
  select coalesce(sum(calls), 0)::int as calls
  from pg_stat_statements statement join pg_database database on database.oid = statement.dbid
  where database.datname in ('early_childhood', 'social_protection', 'employment')
    and statement.query !~* 'graphile_worker|pending_deliveries|delivery_positions|insert into professionals as known|insert into signed_in|pg_stat_statements|^\\s*with due_job|^(listen|set|begin|commit|start|select .?1$|select set_config)'`;

/** How many statements PostgreSQL itself counted while `work` ran. */
export const statementsDuring = (superuserUrl: string, work: () => Promise<unknown>): Promise<number> =>
  withClient(superuserUrl, async (client) => {
    await client.query('create extension if not exists pg_stat_statements');
    const calls = async (): Promise<number> =>
      (await client.query<{ calls: number }>(CALLS)).rows[0]?.calls ?? 0;
    const before = await calls();
    await work();
    return (await calls()) - before;
  });
