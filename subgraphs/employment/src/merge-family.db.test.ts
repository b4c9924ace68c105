import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { asOwner } from '@relais/platform/testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenContract } from './engagement-contracts/engagement-contract.builder.ts';
import { HoursReduction } from './engagement-contracts/hours-reduction.ts';
import { type FollowedFile, givenJobSeeker } from './job-seekers/job-seeker.builder.ts';
import { givenMilestone } from './milestones/milestone.builder.ts';
import type { Milestone } from './milestones/milestone.ts';
import { givenReturn } from './returns-to-work/return-to-work.builder.ts';
import { subgraph } from './subgraph.ts';

const ATTENTION = '{ jobSearchAttention { kind subjectId } }';
const CONTRACT = '{ engagementContract { weeklyHoursToday reductions { id endsOn } } }';

const day = (text: string) => Temporal.PlainDate.from(text);
const INTERVIEW = { startsAt: new Date('2026-03-12T10:00:00+01:00') };
const lea = advisor('advisor-lea');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00+01:00') });
});
afterAll(() => graph.close());

/** The same adult with a file in two families; `merge` makes one family and one adult of them. */
const twice = async () => {
  const stays = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
  const goes = await givenJobSeeker(graph.db, { advisorId: 'advisor-tom' });
  const merge = async () => {
    const query = 'select reference from known_families where id = $1';
    const [known] = await graph.db.query(query, [goes.familyId]);
    await graph.receive('relais.family.changed.v1', goes.familyId, {
      ...known,
      familyId: goes.familyId,
      version: 2,
      adultIds: [],
      mergedInto: stays.familyId,
      mergedAdults: [{ adultId: goes.adultId, mergedInto: stays.adultId }],
    });
  };
  const undo = async () => {
    const [known] = await graph.db.query('select reference from known_families where id = $1', [
      goes.familyId,
    ]);
    const told = { ...known, familyId: goes.familyId, version: 3, adultIds: [goes.adultId] };
    await graph.receive('relais.family.changed.v1', goes.familyId, told);
  };
  return { stays, goes, merge, undo };
};

const uncovered = ({ id, familyId, startsAt, version }: Milestone) =>
  graph.receive('relais.cover.changed.v1', familyId, {
    milestoneId: id,
    familyId,
    startsAt: startsAt.toISOString(),
    status: 'UNCOVERED',
    milestoneVersion: version,
  });

const givenReduction = async (file: FollowedFile, signedOn: string, endsOn: string): Promise<string> => {
  const contract = await givenContract(graph.db, file.id, { signedOn: day(signedOn) });
  const milestone = await givenMilestone(graph.db, file, { status: 'CANCELLED' });
  const id = newId();
  await graph.db.insert(HoursReduction, {
    id,
    contractId: contract.id,
    milestoneId: milestone.id,
    evidence: 'UNCOVERED',
    weeklyHours: 5,
    startsOn: day('2026-02-02'),
    endsOn: day(endsOn),
    decidedBy: file.advisorId,
    decidedAt: new Date('2026-02-02T09:00:00+01:00'),
  });
  return id;
};

const filesOf = (familyId: string) =>
  graph.db.query(
    `select id, advisor_id as advisor, desk_agency as desk, closed_on is null as "isOpen" from job_seekers
     where family_id = $1 order by closed_on is not null`,
    [familyId],
  );

const attention = async (familyId: string, as: TestUser = lea) => {
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], ATTENTION, as);
  expect(errors).toEqual([]);
  return data[0].jobSearchAttention.map((item: { kind: string; subjectId: string }) => [
    item.kind,
    item.subjectId,
  ]);
};

describe('the file of an adult who was registered twice', () => {
  it('does not wait at the desk where the other one has an advisor', async () => {
    const { stays, goes, merge } = await twice();
    await graph.db.query(
      "update job_seekers set advisor_id = null, desk_agency = 'france-travail', desk_since = now() where id = $1",
      [stays.id],
    );
    await merge();
    expect(await filesOf(stays.familyId)).toEqual([
      { id: stays.id, advisor: 'advisor-tom', desk: null, isOpen: true },
      { id: goes.id, advisor: 'advisor-tom', desk: null, isOpen: false },
    ]);
  });
});

describe('what needs attention in the job search of an adult who was registered twice', () => {
  it('is told once, of both files, to the advisor of the one that stays', async () => {
    const { stays, goes, merge } = await twice();
    const workshop = await givenMilestone(graph.db, stays, {
      kind: 'WORKSHOP',
      startsAt: new Date('2026-03-02T10:00:00+01:00'),
    });
    const { id: returnId } = await givenReturn(graph.db, goes.id, { startsOn: day('2026-02-06') });
    const interview = await givenMilestone(graph.db, goes, INTERVIEW);
    await uncovered(interview);

    await merge();

    const all = [
      ['OUTCOME_MISSING', workshop.id],
      ['FOLLOW_UP_DUE', returnId],
      ['MILESTONE_UNCOVERED', interview.id],
    ];
    expect(await attention(stays.familyId)).toEqual(all);
    expect(await attention(stays.familyId, caseworker())).toEqual(all);
    expect(await attention(stays.familyId, coordinator())).toEqual(all.slice(2));
    expect(await attention(stays.familyId, advisor('advisor-tom'))).toEqual([]);
  });

  it('names the milestone that both files held', async () => {
    const { stays, goes, merge } = await twice();
    const alike = [
      await givenMilestone(graph.db, stays, INTERVIEW),
      await givenMilestone(graph.db, goes, { ...INTERVIEW, title: 'Entretien chez Ty Bara' }),
    ];
    for (const milestone of alike) await uncovered(milestone);
    expect(await attention(stays.familyId)).toEqual([['MILESTONE_UNCOVERED', alike[0]?.id]]);

    await merge();

    const [first, second] = alike.map(({ id }) => id).sort();
    const told = await attention(stays.familyId);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        ['MILESTONE_UNCOVERED', first],
        ['MILESTONE_UNCOVERED', second],
        ['MILESTONE_TWICE', second],
      ]),
    );
  });

  it.each([
    ['of the file that stays', '2026-02-01', '2026-01-12'],
    ['of the file that goes', '2026-01-12', '2026-02-01'],
  ])(
    'tells the end of the reduction in force, when the newest contract is that %s',
    async (_case, one, other) => {
      const { stays, goes, merge } = await twice();
      const ofStaying = await givenReduction(stays, one, '2026-03-16');
      const ofGoing = await givenReduction(goes, other, '2026-03-20');

      await merge();

      const holds = one > other ? ofStaying : ofGoing;
      expect(await attention(stays.familyId)).toEqual([['HOURS_REDUCTION_ENDS', holds]]);
      const keys = [{ id: stays.id }];
      const { data } = await graph.resolveReferences('JobSeeker', keys, CONTRACT, lea);
      expect(data[0].engagementContract).toMatchObject({ weeklyHoursToday: 5, reductions: [{ id: holds }] });
    },
  );
});

describe('a merge that is undone', () => {
  const FILES = `
    select id, family_id, adult_id, advisor_id, closed_on, closing_reason, desk_agency,
      (select array_agg(id order by id) from engagement_contracts where job_seeker_id = job_seekers.id) as contracts,
      (select array_agg(id order by id) from milestones where job_seeker_id = job_seekers.id) as milestones,
      (select array_agg(sub || relation order by sub) from followers
        where family_id = job_seekers.family_id and sub <> 'the-advisor') as followers
    from job_seekers where id = any($1) order by id`;

  it('gives each job search back what was its own, and tells whose its milestones are', async () => {
    const { stays, goes, merge, undo } = await twice();
    for (const file of [stays, goes]) await givenMilestone(graph.db, file, INTERVIEW);
    await givenContract(graph.db, goes.id, { signedOn: day('2026-02-01') });
    await graph.db.query(
      "insert into followers (family_id, sub, relation, from_on) values ($1, 'maud', 'TEAM', '2026-01-01')",
      [goes.familyId],
    );
    const files = () => graph.db.query(FILES, [[stays.id, goes.id]]);
    // As they are told to follow, before they are merged.
    const before = await files();
    await merge();
    expect(await files()).not.toEqual(before);
    const [taken] = await graph.db.query(
      'select id from milestones where job_seeker_id = $1 order by id desc',
      [stays.id],
    );
    await graph.db.query("update milestones set title = 'Changed since' where id = $1", [taken.id]);
    const { id: since } = await givenMilestone(graph.db, stays, {
      startsAt: new Date('2026-03-20T10:00:00+01:00'),
    });

    await undo();

    const ids = [since];
    const without = (rows: { milestones: string[] | null }[]) =>
      rows.map((row) => ({ ...row, milestones: row.milestones?.filter((id) => !ids.includes(id)) ?? null }));
    expect(without(await files())).toEqual(without(before));
    const [kept] = await graph.db.query('select job_seeker_id, family_id from milestones where id = $1', [
      since,
    ]);
    expect(kept).toEqual({ job_seeker_id: stays.id, family_id: stays.familyId });
    const published = await graph.published();
    const told = (id: string) =>
      published.findLast(
        ({ type, data }) => type === 'relais.milestone.changed.v1' && data.milestoneId === id,
      );
    const [ofGoing] = await graph.db.query('select id from milestones where job_seeker_id = $1', [goes.id]);
    expect([told(since)?.familyId, told(ofGoing.id)?.familyId]).toEqual([stays.familyId, goes.familyId]);
    expect(published.filter(({ type }) => type === 'relais.merge.taken.v1').length).toBeGreaterThan(1);
    const steps = await graph.db.query(
      "select family_id, facts from job_search_steps where kind = 'FILES_PARTED' and family_id = any($1) order by 1",
      [[stays.familyId, goes.familyId]],
    );
    // Whose it is goes back, and nothing else of it was written by the merge.
    expect(steps.map(({ facts }: { facts: object }) => facts)).toEqual([{}, {}]);
    expect(steps.map((step: { family_id: string }) => step.family_id)).toEqual(
      [stays.familyId, goes.familyId].sort(),
    );
  });

  it('keeps and tells what a constraint refuses, and is not undone where nothing is known of it', async () => {
    const { stays, goes, merge, undo } = await twice();
    await merge();
    // They register anew since: the job search that went cannot be open again beside it.
    await graph.db.query('insert into known_adults (id, family_id) values ($1, $2)', [
      goes.adultId,
      stays.familyId,
    ]);
    await givenJobSeeker(graph.db, {
      adultId: goes.adultId,
      familyId: stays.familyId,
      advisorId: 'advisor-tom',
      registeredOn: day('2026-03-11'),
    });
    await undo();
    const told = await graph.db.query(
      "select facts from job_search_steps where kind = 'FILES_PARTED' and family_id = any($1)",
      [[stays.familyId, goes.familyId]],
    );
    const staying = [{ table: 'job_seekers', rowId: goes.id, stays: 'REFUSED' }];
    for (const { facts } of told) expect(facts).toEqual({ staying });
    expect(told.length).toBeGreaterThan(1);

    const other = await twice();
    await other.merge();
    await asOwner(graph, "set app.role = 'SERVICE'; delete from merge_journals");
    await expect(other.undo()).rejects.toThrow('Nothing is known any more of a merge');
    const [{ family_id: kept }] = await graph.db.query('select family_id from job_seekers where id = $1', [
      other.goes.id,
    ]);
    expect(kept).toBe(other.stays.familyId);
  });

  it('is bound by what binds either file until social protection knows that they are two here as well', async () => {
    const { stays, goes, merge, undo } = await twice();
    const both = [stays.familyId, goes.familyId];
    const pair = { category: 'JOB_SEARCH', agency: 'BENEFITS' };
    const objects = (familyId: string, objections: object[], lifted: object[] = []) =>
      graph.receive(
        'relais.objections.changed.v1',
        familyId,
        { familyId, objections, lifted },
        'social-protection',
      );
    const bound = async () => {
      const rows = await graph.db.query(
        'select family_id from objections where family_id = any($1) and category = $2 and agency = $3',
        [both, pair.category, pair.agency],
      );
      return rows.map((row: { family_id: string }) => row.family_id).sort();
    };
    const parted = (familyId: string, state = 'UNDONE') =>
      graph.receive(
        'relais.merge.taken.v1',
        familyId,
        { familyId, duplicateId: goes.familyId, version: 3, state },
        'social-protection',
      );
    const taken = async (state: string) =>
      (await graph.published())
        .filter(({ data }) => data.duplicateId === goes.familyId && data.state === state)
        .map(({ familyId }) => familyId)
        .sort();
    const keptOut = () =>
      graph.db.query('select file, sub, relation from parted_followers where file = any($1)', [both]);
    await graph.db.query(
      "insert into followers (family_id, sub, relation, from_on) values ($1, 'maud', 'TEAM', '2026-01-01')",
      [goes.familyId],
    );
    await objects(goes.familyId, [pair]);
    await merge();
    const changed = async () => {
      await graph.runDueJobs();
      return (await graph.published()).filter(
        ({ data }) => data.duplicateId === goes.familyId && data.state === 'CHANGED',
      ).length;
    };
    expect(await changed()).toBe(0);
    await uncovered(await givenMilestone(graph.db, stays, INTERVIEW));
    expect(await changed()).toBe(2);
    // Social protection has made two of them before: it binds both, and nothing is answered yet.
    for (const familyId of both) await objects(familyId, [pair]);
    for (const familyId of both) await parted(familyId);
    expect(await bound()).toContain(stays.familyId);
    expect([await taken('UNDONE'), await taken('UNDONE_TOO')]).toEqual([[], []]);

    await undo();
    expect(await bound()).toEqual(both.toSorted());
    expect(await taken('UNDONE')).toEqual(both.toSorted());
    expect(await keptOut()).toContainEqual({ file: stays.familyId, sub: 'maud', relation: 'TEAM' });
    // A change there, and another merge, part nothing.
    await parted(stays.familyId, 'CHANGED');
    expect(await keptOut()).not.toEqual([]);
    // It was the first, and says so when it hears of this: nobody is kept out any more, and nothing is answered.
    for (const familyId of both) await parted(familyId, 'UNDONE_TOO');
    expect(await keptOut()).not.toContainEqual(expect.objectContaining({ relation: 'TEAM' }));
    expect(await taken('UNDONE_TOO')).toEqual([]);
    // Were it the second, it would be answered.
    for (const familyId of both) await parted(familyId);
    expect(await taken('UNDONE_TOO')).toEqual(both.toSorted());
    await objects(stays.familyId, [], [pair]);
    await objects(goes.familyId, [pair]);
    expect(await bound()).toEqual([goes.familyId]);
  });
});

describe('a file that was split off another', () => {
  const rowsOf = (familyId: string) => (table: string) =>
    graph.db.query(`select from ${table} where family_id = $1`, [familyId]);

  it.each([
    ['has the job search of its adult with the milestones, and the advisor follows it instead', false],
    ['has them also where the file it left was merged, and that was told first', true],
  ])('%s', async (_case, isMerged) => {
    const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
    const milestone = await givenMilestone(graph.db, file, INTERVIEW);
    await uncovered(milestone);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'BENEFITS', 'JOB_SEARCH')",
      [file.familyId],
    );
    const { familyId: survivorId } = await givenJobSeeker(graph.db);
    if (isMerged)
      await graph.receive('relais.family.changed.v1', file.familyId, {
        ...{ familyId: file.familyId, reference: `NAN-6${isMerged}`, version: 3, adultIds: [] },
        ...{ mergedInto: survivorId, mergedAdults: [] },
      });
    const familyId = newId();
    const tell = (version: number) =>
      graph.receive('relais.family.changed.v1', familyId, {
        ...{ familyId, reference: `NAN-7${isMerged}${version}`, version, adultIds: [file.adultId] },
        splitFrom: file.familyId,
      });
    await tell(1);
    const rows = rowsOf(familyId);
    for (const table of ['job_seekers', 'milestones', 'known_covers', 'objections', 'known_adults'])
      expect([table, await rows(table)]).toEqual([table, [{}]]);
    const { data } = await graph.resolveReferences('Family', [{ id: familyId }], ATTENTION, lea);
    expect(data[0].jobSearchAttention).toMatchObject([{ subjectId: milestone.id }]);
    const told = await graph.published();
    expect(told).toContainEqual(
      expect.objectContaining({
        type: 'relais.milestone.changed.v1',
        // A version further: what is told late of the file that it left is the older one.
        data: expect.objectContaining({
          ...{ familyId, milestoneId: milestone.id },
          version: milestone.version + 1,
        }),
      }),
    );
    // The advisor follows it alone.
    const left = isMerged ? survivorId : file.familyId;
    const followed = told.filter(({ type }) => type === 'relais.followers.changed.v1');
    expect(followed.findLast((event) => event.familyId === left)?.data).not.toMatchObject({
      followers: expect.arrayContaining([expect.objectContaining({ sub: 'advisor-lea' })]),
    });
    expect(followed.findLast((event) => event.familyId === familyId)?.data).toMatchObject({
      followers: [{ sub: 'advisor-lea', adultId: file.adultId }],
    });
    const atLeft = 'select from followers where family_id = $1 and sub = $2';
    expect(await graph.db.query(atLeft, [left, 'advisor-lea'])).toEqual([]);
    await graph.db.query('delete from objections where family_id = $1', [familyId]);
    await tell(2);
    expect(await rows('objections')).toEqual([]);

    // What may not be known of it is not kept of a merge of the file that it left either.
    const journaled = () =>
      graph.db.query("select from merge_journal_rows where duplicate = $1 and table_name = 'known_covers'", [
        file.familyId,
      ]);
    expect(await journaled()).toHaveLength(isMerged ? 1 : 0);
    const objections = [{ category: 'CARE', agency: 'JOB_SEARCH' }];
    await graph.receive('relais.objections.changed.v1', familyId, { familyId, objections, lifted: [] });
    expect(await journaled()).toEqual([]);
  });
});
