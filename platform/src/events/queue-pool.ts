import pg from 'pg';

const MOST_CONNECTIONS = 6;

/**
 * The job queue's connections. A pool of its own making would stop listening for errors before its connections have
 * ended: a database that goes away just then would end the process.
 */
export const openQueuePool = (databaseUrl: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: MOST_CONNECTIONS });
  // A broken connection is replaced by the pool and felt by the query that needed it: nothing else to do.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
