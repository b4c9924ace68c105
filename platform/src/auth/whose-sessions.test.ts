import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../database/transaction.ts';
import { publicationOf, publish } from '../events/publish.ts';
import type { Rebuild } from '../events/published-event.ts';
import { rebuild } from '../events/rebuild.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { type RunningSubgraph, runSubgraph } from '../subgraph-runtime.ts';
import { REBUILT, stepAgency, stepTaken } from '../testing/test-agencies.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import {
  auditor,
  caseworker,
  centreStaff,
  createTestIssuer,
  type TestIssuer,
  type TestUser,
  testAgencies,
} from '../testing/test-users.ts';
import { endingId } from './end-sessions.ts';

const subgraph = stepAgency('employment', { tells: ['early-childhood'] });

let database: TestDatabase;
let issuer: TestIssuer;
let agency: RunningSubgraph;
beforeAll(async () => {
  issuer = await createTestIssuer();
  database = await createTestDatabase(subgraph);
  agency = await runSubgraph(subgraph, {
    databaseUrl: database.url,
    verifyToken: issuer.verifyToken,
    admitted: testAgencies,
    deliver: async () => undefined,
    log: createLog('test', 'silent'),
    patience: 20,
  });
});
afterAll(async () => {
  await agency.close();
  await database.drop();
});

const tokenOf = async (user: TestUser) => `Bearer ${await issuer.tokenFor(user)}`;
const asks = async (user: TestUser) => agency.contextFor({ token: await tokenOf(user), requestId: newId() });
const agencyOf = async (sub: string, user: TestUser) =>
  (await agency.agencyOf({ token: await tokenOf(user), sub }))?.agency ?? null;

describe('for whom somebody works', () => {
  const dora: TestUser = { ...caseworker('dora'), admin: true };

  it('is known of everybody who asks, as their newest token says', async () => {
    await asks(centreStaff('jeanne'));
    expect(await agencyOf('jeanne', dora)).toBe('ville-de-nantes');
    await asks({ ...centreStaff('jeanne'), agency: 'departement-44' });
    await asks({ ...centreStaff('jeanne'), agency: 'departement-44', name: 'Jeanne' });
    expect(await agencyOf('jeanne', dora)).toBe('departement-44');
    expect(await agencyOf('nobody', dora)).toBeNull();
  });

  it('is told to administrators of admitted agencies, while their session lasts', async () => {
    await asks(centreStaff('jeanne'));
    const others = [
      caseworker('lea'),
      { ...auditor('pascal'), admin: true },
      { ...dora, agency: 'elsewhere' },
    ];
    for (const other of others) expect(await agencyOf('jeanne', other)).toBeNull();
    const gone: TestUser = { ...dora, sub: 'gone' };
    await agency.endSessions({ kind: 'SUB', name: 'gone', since: new Date(Date.now() + 1_000) });
    await expect(agencyOf('jeanne', gone)).rejects.toThrow('session');
  });
});

describe('a rebuild', () => {
  const told = async () => {
    const rows: { id: string }[] = await agency.db.query(
      "select data ->> 'name' as id from outbox where type = 'relais.sessions.ended.v1' order by 1",
    );
    return rows.map(({ id }) => id);
  };
  const known = (given: Rebuild | undefined): Rebuild => {
    if (!given) throw new Error('Nothing is told anew.');
    return given;
  };

  it('tells anew whose sessions have ended, those of a version before as well, beside all else', async () => {
    const family = newId();
    await agency.db.query('delete from ended_sessions');
    await agency.endSessions({ kind: 'SUB', name: 'anna', since: new Date() });
    await agency.endSessions({ kind: 'SID', name: 'a-session', since: new Date() });
    await agency.db.query("insert into ended_sessions values ('SUB', 'of-before', now())");
    await agency.db.query('delete from outbox');
    await inTransaction(agency.db.manager, (tx) =>
      publish(tx, publicationOf(stepTaken, family, { familyId: family, step: 1 })),
    );
    expect(await rebuild(agency.db.manager, known(subgraph.rebuild), new Date())).toBe(4);
    expect(await told()).toEqual(['a-session', 'anna', 'of-before']);
    const [first] = await agency.db.query("select id from ended_sessions where name = 'of-before'");
    expect(first).toEqual({ id: endingId({ kind: 'SUB', name: 'of-before' }) });
    const steps = await agency.db.query(
      "select data ->> 'step' as step from outbox where family_id = $1 order by number",
      [family],
    );
    expect(steps).toContainEqual({ step: String(REBUILT) });
  });
});
