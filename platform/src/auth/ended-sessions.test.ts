import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { type RunningSubgraph, runSubgraph } from '../subgraph-runtime.ts';
import { stepAgency } from '../testing/test-agencies.ts';
import { toConnections } from '../testing/test-connections.ts';
import { createTestDatabase, statementsRun, type TestDatabase } from '../testing/test-database.ts';
import { caseworker, createTestIssuer, type TestIssuer, testAgencies } from '../testing/test-users.ts';
import { SessionEnded } from './ended-sessions.ts';

const LISTENING = { applicationName: 'relais sessions' };

const nowSeconds = () => Math.floor(Date.now() / 1_000);
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);

describe('sessions that were ended', () => {
  let databases: [TestDatabase, TestDatabase];
  let issuer: TestIssuer;
  let agency: RunningSubgraph;
  let replica: RunningSubgraph;
  let other: RunningSubgraph;

  const run = (name: string, { url: databaseUrl }: TestDatabase) =>
    runSubgraph(
      stepAgency(name, { tells: ['employment', 'early-childhood'].filter((each) => each !== name) }),
      {
        databaseUrl,
        verifyToken: issuer.verifyToken,
        admitted: testAgencies,
        deliver: async (_name, event) => other.receive(event),
        log: createLog('test', 'silent'),
        patience: 20,
      },
    );

  /** Whether the token opens something there. */
  const opens = async (
    at: RunningSubgraph,
    sub: string,
    claims: { iat?: number; auth_time?: number; sid?: string },
  ) => {
    const token = `Bearer ${await issuer.tokenFor(caseworker(sub), undefined, claims)}`;
    return at.contextFor({ token, requestId: newId() }).then(
      () => true,
      (error: unknown) => (error instanceof SessionEnded ? false : error),
    );
  };
  const until = async (check: () => Promise<unknown>) => {
    while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  beforeAll(async () => {
    issuer = await createTestIssuer();
    databases = [
      await createTestDatabase(stepAgency('employment')),
      await createTestDatabase(stepAgency('early-childhood')),
    ];
    const [first, second] = databases;
    [agency, replica, other] = [
      await run('employment', first),
      await run('employment', first),
      await run('early-childhood', second),
    ];
  });
  afterAll(async () => {
    for (const each of [agency, replica, other]) await each.close();
    for (const database of databases) await database.drop();
  });

  it('open nothing with the next request, and soon in every other process and agency', async () => {
    const [sub, iat] = [newId(), nowSeconds() - 1];
    for (const each of [agency, replica, other]) expect(await opens(each, sub, { iat })).toBe(true);
    await agency.endSessions({ kind: 'SUB', name: sub, since: new Date() });
    expect(await opens(agency, sub, { iat })).toBe(false);
    await until(async () => !(await opens(replica, sub, { iat })));
    await agency.drained();
    await until(async () => !(await opens(other, sub, { iat })));
    expect(await opens(agency, newId(), { iat })).toBe(true);
  });

  it('are those of before: whoever signs in again is let in, whoever only renewed is not', async () => {
    const sub = newId();
    await agency.endSessions({ kind: 'SUB', name: sub, since: secondsAgo(10) });
    const [iat, before] = [nowSeconds(), nowSeconds() - 60];
    expect(await opens(agency, sub, { iat })).toBe(true);
    expect(await opens(agency, sub, { iat, auth_time: iat })).toBe(true);
    expect(await opens(agency, sub, { iat, auth_time: before })).toBe(false);
    await agency.endSessions({ kind: 'SUB', name: sub, since: secondsAgo(100) });
    expect(await opens(agency, sub, { iat: before })).toBe(false);
  });

  it('may be one of several of the same person', async () => {
    const [sub, sid, iat] = [newId(), newId(), nowSeconds() - 1];
    await agency.endSessions({ kind: 'SID', name: sid, since: new Date() });
    expect(await opens(agency, sub, { iat, sid })).toBe(false);
    expect(await opens(agency, sub, { iat, sid: newId() })).toBe(true);
    expect(await opens(agency, sid, { iat })).toBe(true);
  });

  it('open nothing either while a process cannot hear of them, nor after a start', async () => {
    const [sub, later, iat] = [newId(), newId(), nowSeconds() - 1];
    await agency.endSessions({ kind: 'SUB', name: sub, since: new Date() });
    await Promise.all(databases.map(({ name }) => toConnections('terminate', name, LISTENING)));
    await until(async () => (await toConnections('count', databases[0].name, LISTENING)) === 0);
    await agency.db.query("insert into ended_sessions values ('SUB', $1, now())", [later]);
    for (const each of [sub, later]) expect(await opens(replica, each, { iat })).toBe(false);
    const started = await run('employment', databases[0]);
    for (const each of [sub, later]) expect(await opens(started, each, { iat })).toBe(false);
    await started.close();
  });

  it('cost no statement of those who ask', async () => {
    const sub = newId();
    const statements = async () => {
      const before = await statementsRun([databases[0].name]);
      for (let count = 0; count < 5; count += 1) expect(await opens(replica, sub, {})).toBe(true);
      return (await statementsRun([databases[0].name])) - before;
    };
    // As soon as it hears again what the test before this one kept from it.
    await until(async () => (await statements()) === 0);
  });
});
