import pg from 'pg';

/** One that listens per subscriber, and one for each delivery under way. */
const MOST_CONNECTIONS = 10;
const STATEMENT_MS = 5_000;
const SILENT_SERVER_MS = 6_000;

/**
 * The connections of the job queue and the deliveries, apart from those that serve requests. A pool of the queue's
 * own making would stop listening for errors before its connections have ended: a database that goes away just then
 * would end the process.
 */
export const openQueuePool = (databaseUrl: string, applicationName: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: applicationName,
    max: MOST_CONNECTIONS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENT_SERVER_MS,
    connectionTimeoutMillis: SILENT_SERVER_MS,
    keepAlive: true,
  });
  // A broken connection is replaced by the pool and felt by the query that needed it: nothing else to do.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
