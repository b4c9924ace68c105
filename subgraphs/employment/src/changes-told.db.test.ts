import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { recordStep } from './job-search-steps/job-search-step.queries.ts';
import { givenJobSeeker } from './job-seekers/job-seeker.builder.ts';
import { givenMilestone } from './milestones/milestone.builder.ts';
import { subgraph } from './subgraph.ts';

const now = new Date('2026-03-10T09:00:00+01:00');

describe('what changed, as open screens are told', () => {
  let graph: TestSubgraph;
  const [lea, tom] = [advisor('advisor-lea'), advisor('advisor-tom')];
  const changes = (as: TestUser, since: string | null) => graph.changes(as, since);
  const told = async (as: TestUser, since: string | null) =>
    (await changes(as, since)).changes.map(({ kind, subjectId }) => `${kind} ${subjectId}`).sort();
  const start = async () => (await changes(lea, null)).position;

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is told once for each family, to those who see it, from where they were on', async () => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
    const begun = await changes(lea, null);
    expect(begun).toMatchObject({ isReset: false, changes: [] });
    const newest = await graph.running.newestChange();
    for (let count = 0; count < 2; count += 1) await givenMilestone(graph.db, file);
    await inTransaction(graph.db, (tx) =>
      recordStep(tx, {
        ...{ jobSeekerId: file.id, familyId: file.familyId, kind: 'CATEGORY_CHANGED', at: now, doneBy: 'x' },
        facts: { category: 4 },
      }),
    );
    await start();
    expect(await graph.running.newestChange()).not.toBe(newest);
    const both = [`JOB_SEARCH ${file.familyId}`, `MILESTONES ${file.familyId}`];
    expect(await told(lea, begun.position)).toEqual(both);
    expect(await told(coordinator(), begun.position)).toEqual([`MILESTONES ${file.familyId}`]);
    expect(await told(tom, begun.position)).toEqual([]);
    expect(await told(caseworker('nobody-of-theirs'), begun.position)).toEqual([]);
    expect(await told(lea, await start())).toEqual([]);
  });

  it('is not told of what the family objects to sharing, nor to who does not follow it any more', async () => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
    const since = await start();
    await givenMilestone(graph.db, file);
    const cover = { milestoneId: newId(), familyId: file.familyId, status: 'COVERED', milestoneVersion: 1 };
    await graph.receive('relais.cover.changed.v1', file.familyId, { ...cover, startsAt: now.toISOString() });
    expect(await told(lea, since)).toEqual([`COVER ${file.familyId}`, `MILESTONES ${file.familyId}`]);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'CARE', 'JOB_SEARCH')",
      [file.familyId],
    );
    expect(await told(lea, since)).toEqual([`MILESTONES ${file.familyId}`]);
    await graph.db.query('delete from followers where family_id = $1', [file.familyId]);
    expect(await told(lea, since)).toEqual([]);
  });

  it('is told with nothing that another transaction may still write before it', async () => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
    const since = await start();
    await inTransaction(graph.db, async (tx) => {
      await tx.query('select pg_current_xact_id()');
      await givenMilestone(graph.db, file);
      const token = `Bearer ${await graph.tokenFor(lea)}`;
      expect(await graph.running.changes({ token, since })).toMatchObject({ changes: [] });
    });
    expect(await told(lea, since)).toEqual([`MILESTONES ${file.familyId}`]);
  });

  it('is all to be read anew where it is much, or where the position is of another database', async () => {
    const since = await start();
    for (let count = 0; count < 51; count += 1) {
      const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
      await givenMilestone(graph.db, file);
    }
    expect(await changes(lea, since)).toMatchObject({ isReset: true, changes: [] });
    expect(await changes(lea, '9000000000000000000')).toMatchObject({ isReset: true });
    expect(await changes(tom, since)).toMatchObject({ isReset: false, changes: [] });
  });

  it('takes one statement, is refused when the session has ended, which is told, and is forgotten in the end', async () => {
    const since = await start();
    const token = `Bearer ${await graph.tokenFor(lea)}`;
    expect(await graph.statements(() => graph.running.changes({ token, since }))).toBe(1);
    const newest = await graph.running.newestChange();
    await graph.running.endSessions({
      kind: 'SUB',
      name: 'advisor-tom',
      since: new Date(Date.now() + 1_000),
    });
    await start();
    expect(await graph.running.newestChange()).not.toBe(newest);
    await expect(changes(tom, since)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    await graph.db.query("update changes set at = now() - interval '3 days'");
    graph.setNow(new Date(now.getTime() + 3 * 3_600_000));
    await graph.runDueJobs();
    expect(await graph.db.query('select count(*)::integer as count from changes')).toEqual([{ count: 0 }]);
    graph.setNow(now);
  });
});
