import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { operationText } from './operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const LEA = advisor('advisor-lea');
const INTERVIEW = {
  kind: 'INTERVIEW',
  title: 'Entretien, boulangerie Ty Bara',
  travelMinutes: 30,
  startsAt: '2026-03-05T09:00:00.000Z',
  endsAt: '2026-03-05T10:00:00.000Z',
};

let graph: TestWholeGraph;
let jobSeekerId: string;

const change = async (operation: string, input: object, as = caseworker()) => {
  const { data, errors } = await graph.ask(await operationText(operation), { input }, as);
  expect(errors).toEqual([]);
  for (const agency of Object.values(graph.agencies)) await agency.drained();
  return data;
};

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: new Date('2026-03-02T09:00:00+01:00') });
  const { registerFamily } = await change('register-family', {
    family: {
      householdKind: 'LONE_PARENT',
      address: { street: '1 rue des Alouettes', postalCode: '44000', city: 'Nantes' },
    },
    adults: [{ firstName: 'Awa', lastName: 'Lefort' }],
    children: [{ firstName: 'Tom', lastName: 'Lefort', birthDate: '2024-06-01' }],
  });
  const { id, adults } = registerFamily.family;
  const [adult] = adults;
  await givenFollowers(graph.agencies.employment.db.manager, id, [{ sub: 'advisor-lea', relation: 'TEAM' }]);
  const { openJobSeekerFile } = await change('open-job-seeker-file', { adultId: adult.id, category: 1 }, LEA);
  jobSeekerId = openJobSeekerFile.jobSeeker.id;
}, 60_000);
afterAll(() => graph.close());

it('the answer that schedules a milestone says what care it lacks', async () => {
  const { data, errors } = await graph.ask(
    `mutation ($input: ScheduleMilestoneInput!) {
      scheduleMilestone(input: $input) { milestone { childcareCover { status } } refusal { reason } } }`,
    { input: { ...INTERVIEW, jobSeekerId } },
    LEA,
  );
  expect(errors).toEqual([]);
  expect(data.scheduleMilestone).toEqual({
    milestone: { childcareCover: { status: 'UNCOVERED' } },
    refusal: null,
  });
});

it('a milestone can be scheduled and covered in one request', async () => {
  const id = newId();
  const { data, errors } = await graph.ask(
    `mutation ($input: ScheduleMilestoneInput!, $cover: CoverMilestoneInput!) {
      scheduleMilestone(input: $input) { milestone { id } }
      coverMilestone(input: $cover) { refusal { reason } } }`,
    {
      input: { ...INTERVIEW, id, jobSeekerId, confirmed: true },
      cover: { milestoneId: id, milestoneVersion: 1 },
    },
    LEA,
  );
  expect(errors).toEqual([]);
  // There is no centre here, so that nothing fits; but it is known.
  expect(data.coverMilestone).toEqual({ refusal: { reason: 'NO_OPTION' } });
});
