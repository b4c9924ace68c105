import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { operationText } from './operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const LEA = advisor('advisor-lea');
const TIMES = { startsAt: '2026-03-05T09:00:00.000Z', endsAt: '2026-03-05T10:00:00.000Z' };

let graph: TestWholeGraph;

const change = async (operation: string, input: object, as = caseworker()) => {
  const { data, errors } = await graph.ask(await operationText(operation), { input }, as);
  expect(errors).toEqual([]);
  for (const agency of Object.values(graph.agencies)) await agency.drained();
  expect(Object.values<{ refusal: unknown }>(data).map(({ refusal }) => refusal)).toEqual([null]);
  return data;
};

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: new Date('2026-03-02T09:00:00+01:00') });
}, 60_000);
afterAll(() => graph.close());

it('a milestone missed for childcare stays evidence for fewer hours, whatever is noted afterwards', async () => {
  const { registerFamily } = await change('register-family', {
    family: {
      householdKind: 'LONE_PARENT',
      address: { street: '1 rue des Alouettes', postalCode: '44000', city: 'Nantes' },
    },
    adults: [{ firstName: 'Awa', lastName: 'Lefort' }],
    children: [{ firstName: 'Tom', lastName: 'Lefort', birthDate: '2024-06-01' }],
  });
  const { id, adults, children } = registerFamily.family;
  await givenFollowers(graph.agencies.employment.db.manager, id, [{ sub: 'advisor-lea', relation: 'TEAM' }]);
  const { openJobSeekerFile } = await change(
    'open-job-seeker-file',
    { adultId: adults[0].id, category: 1 },
    LEA,
  );
  const jobSeekerId = openJobSeekerFile.jobSeeker.id;
  const agreed = { jobSeekerId, signedOn: '2026-03-02', weeklyHours: 15 };
  await change('agree-engagement-contract', { ...agreed, version: 1 }, LEA);
  const interview = { kind: 'INTERVIEW', title: 'Entretien, boulangerie Ty Bara', travelMinutes: 30 };
  const { scheduleMilestone } = await change(
    'schedule-milestone',
    { ...interview, ...TIMES, jobSeekerId },
    LEA,
  );
  const milestoneId = scheduleMilestone.milestone.id;

  graph.setNow(new Date('2026-03-05T14:00:00+01:00'));
  const missed = { milestoneId, version: 1, outcome: 'MISSED', missedReason: 'CHILDCARE' };
  await change('record-milestone-outcome', missed, LEA);
  const dated = { startsAt: '2026-03-05T08:00:00.000Z', endsAt: '2026-03-05T11:00:00.000Z' };
  await change('record-own-arrangement', { childId: children[0].id, kind: 'FAMILY', dated });

  const { data } = await graph.ask(
    'query ($id: ID!) { milestone(id: $id) { childcareCover { status laterStatus } } }',
    { id: milestoneId },
    LEA,
  );
  expect(data.milestone.childcareCover).toEqual({ status: 'UNCOVERED', laterStatus: 'COVERED' });
  const fewer = { weeklyHours: 5, startsOn: '2026-03-06', endsOn: '2026-04-06', isLoneParent: true };
  const { reduceWeeklyHours } = await change(
    'reduce-weekly-hours',
    { jobSeekerId, version: 2, milestoneId, ...fewer },
    LEA,
  );
  expect(reduceWeeklyHours.hoursReduction).toMatchObject({
    evidence: 'MISSED_FOR_CHILDCARE',
    weeklyHours: 5,
  });
});
