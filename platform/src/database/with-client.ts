import pg from 'pg';
import { endedWithin } from '../ended-within.ts';

/** As whom a connection asks on which no person does: the walls let it pass (`sight/walls.ts`). */
export const OWN_WORK = '-c app.role=SERVICE';

const END_MS = 500;

/** One connection for as long as `work` takes, by the service or its administration. */
export const withClient = async <Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: url, options: OWN_WORK });
  // One that breaks between two questions is felt by the next; unheard, it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await endedWithin(END_MS, client.end());
  }
};
