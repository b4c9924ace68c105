import { asAdministrator } from './test-database.ts';

/** Which of a database's connections; all where nothing is said. */
type Which = {
  readonly applicationName?: string;
  readonly state?: 'idle in transaction';
  readonly waitEvent?: 'PgSleep';
};

const FOUND = `from pg_stat_activity
  where datname = $1 and ($2::text is null or application_name = $2) and ($3::text is null or state = $3)
    and ($4::text is null or wait_event = $4)`;

const DO = {
  cancel: `select pg_cancel_backend(pid) ${FOUND}`,
  terminate: `select pg_terminate_backend(pid) ${FOUND}`,
  count: `select ${FOUND}`,
};

/**
 * Does something to connections of one database, and tells to how many. Other test files run beside, on other databases
 * of the same server: their connections are not for this one to cut.
 */
export const toConnections = (
  what: keyof typeof DO,
  databaseName: string,
  { applicationName, state, waitEvent }: Which = {},
): Promise<number> =>
  asAdministrator(async (client) => {
    const { rowCount } = await client.query(DO[what], [databaseName, applicationName, state, waitEvent]);
    return rowCount ?? 0;
  });
