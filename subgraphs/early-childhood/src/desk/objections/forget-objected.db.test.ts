import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { subgraph } from '../../subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-04-01T09:00:00+02:00') });
});
afterAll(() => graph.close());

const SETTLE = `
  insert into settled_covers (milestone_id, needed_from, needed_to, status, children)
  values ($1, '2026-03-03T09:00:00Z', '2026-03-03T10:00:00Z', 'UNCOVERED', $2)`;
const STEP = `
  insert into care_steps (id, family_id, subject_id, kind, at, done_by, facts)
  values ($1, $2, $1, 'BOOKED', '2026-03-05T09:00:00Z', 'ana', '{}')`;

it('the cover of a milestone that is over is closed with the objection, and as it was once that is lifted', async () => {
  const milestone = await givenKnownMilestone(graph.db, { status: 'ATTENDED' });
  const { id, familyId } = milestone;
  const [stepId, childId] = [newId(), newId()];
  await graph.db.query(SETTLE, [id, JSON.stringify([{ childId, status: 'UNCOVERED', gaps: [] }])]);
  await graph.db.query(STEP, [stepId, familyId]);
  await graph.db.query('insert into cover_notes (milestone_id, step_id) values ($1, $2)', [id, stepId]);
  const stored = () =>
    graph.db.query(
      'select * from settled_covers left join cover_notes using (milestone_id) where milestone_id = $1',
      [id],
    );
  const before = await stored();

  const told = (objections: object[], lifted: object[]) =>
    graph.receive(
      'relais.objections.changed.v1',
      familyId,
      { familyId, objections, lifted },
      'social-protection',
    );
  const objection = { category: 'JOB_SEARCH', agency: 'CARE' };
  await told([objection], []);
  expect(await stored()).toEqual([]);
  const rows = await graph.db.query('select whole::text as row from sealed_covers whole');
  expect(rows).toHaveLength(1);
  for (const word of [id, familyId, childId, 'UNCOVERED']) expect(rows[0].row).not.toContain(word);

  await told([], [objection]);
  const { startsAt, endsAt, travelMinutes, status, version } = milestone;
  const toldAgain = { milestoneId: id, familyId, startsAt, endsAt, travelMinutes, status, version };
  await graph.receive(
    'relais.milestone.changed.v1',
    familyId,
    JSON.parse(JSON.stringify(toldAgain)),
    'employment',
  );
  expect(await stored()).toEqual(before);
  expect(await graph.db.query('select from sealed_covers')).toEqual([]);
});
