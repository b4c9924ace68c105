import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { runSubgraph } from '../subgraph-runtime.ts';
import { runTestAgency, stepAgency } from '../testing/test-agencies.ts';
import { asOwner, createTestDatabase } from '../testing/test-database.ts';
import { createTestIssuer, testAgencies } from '../testing/test-users.ts';
import { printNoErrors } from './quiet-logger.ts';

const teller = stepAgency('employment', { tells: ['early-childhood'] });

/** A way to a server on which, once it is frozen, nothing comes through and nothing ends. */
const freezable = async (url: string) => {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  const server = createServer((inner) => {
    const outer = connect(Number(port), hostname);
    for (const socket of [inner, outer]) socket.on('error', () => undefined);
    inner.pipe(outer).pipe(inner);
    sockets.push(inner, outer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.toString(),
    freeze() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    end() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};

const REFUSE_TO_END_JOBS = [
  "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$",
  'create trigger refuse before delete on graphile_worker._private_jobs for each row execute function refuse()',
];

it('an agency goes on, and ends, though its queue could not end its jobs and gave up', async () => {
  const heard: string[] = [];
  let letGo: () => void = () => undefined;
  const others = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const agency = await runTestAgency(teller, async (_to, { subject }) => {
    heard.push(subject);
    // One is under way while the jobs of the others end badly, all at once.
    if (heard.length === 1) await others;
    if (heard.length === families.length) letGo();
  });
  const families = Array.from({ length: 8 }, newId);
  for (const sql of REFUSE_TO_END_JOBS) await asOwner(agency, sql);
  await Promise.all(families.map((family) => agency.tell(family, 1)));
  await agency.drained();
  expect(new Set(heard)).toEqual(new Set(families));

  await asOwner(agency, 'drop trigger refuse on graphile_worker._private_jobs');
  const jobs = () => agency.db.query('select from graphile_worker.jobs');
  while ((await jobs()).length > 0) await wait(50);
  await agency.end();
});

it('an agency ends though its database answers nothing any more', async () => {
  const database = await createTestDatabase(teller);
  const way = await freezable(database.url);
  const { verifyToken } = await createTestIssuer();
  const running = await runSubgraph(teller, {
    databaseUrl: way.url,
    verifyToken,
    admitted: testAgencies,
    deliver: async () => undefined,
    log: createLog('test', 'silent'),
    patience: 20,
  });
  way.freeze();
  const asked = expect(running.db.query('select 1')).rejects.toThrow();
  await running.close();
  way.end();
  await asked;
  await database.drop();
});

it('a queue that loses its connection prints no error on the console, and anybody else may trace', () => {
  const printed: unknown[] = [];
  const printer = { trace: (...said: unknown[]) => void printed.push(said) };
  printNoErrors(printer);
  printNoErrors(printer);
  printer.trace(new Error('Connection terminated'));
  printer.trace('here');
  expect(printed).toEqual([['here']]);
});
