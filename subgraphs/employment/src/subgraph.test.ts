import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schemaChanges } from '@relais/platform/testing/schema-changes.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  integrator,
} from '@relais/platform/testing/test-users.ts';
import { type GraphQLNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { subgraph } from './subgraph.ts';

const ID = '0197c7a0-0000-7000-8000-000000000001';
const version = `input: { milestoneId: "${ID}", version: 1`;
const file = `input: { jobSeekerId: "${ID}", version: 1`;
const times = 'startsAt: "2026-03-10T10:00:00+01:00", endsAt: "2026-03-10T11:00:00+01:00"';

const doors = {
  jobSeeker: `{ jobSeeker(id: "${ID}") { id } }`,
  milestone: `{ milestone(id: "${ID}") { id } }`,
  milestones: '{ milestones(from: "2026-03-10T00:00:00Z", to: "2026-03-11T00:00:00Z") { edges { cursor } } }',
  returnToWork: `{ returnToWork(id: "${ID}") { id } }`,
  dueFollowUps: '{ dueFollowUps { edges { cursor } } }',
  recordFollowUp: `mutation { recordFollowUp(input: { returnId: "${ID}", point: ONE_MONTH, outcome: GOES_ON }) {
    refusal { reason } } }`,
  openJobSeekerFile: `mutation { openJobSeekerFile(input: { adultId: "${ID}", category: 1 }) { refusal { reason } } }`,
  closeJobSeekerFile: `mutation { closeJobSeekerFile(${file}, reason: OTHER }) { refusal { reason } } }`,
  changeAdvisor: `mutation { changeAdvisor(${file}, advisorId: "advisor-tom" }) { refusal { reason } } }`,
  changeJobSeekerCategory: `mutation { changeJobSeekerCategory(${file}, category: 2 }) { refusal { reason } } }`,
  agreeEngagementContract: `mutation { agreeEngagementContract(${file}, signedOn: "2026-03-10",
    weeklyHours: 15 }) { refusal { reason } } }`,
  reduceWeeklyHours: `mutation { reduceWeeklyHours(${file}, milestoneId: "${ID}", isLoneParent: true,
    weeklyHours: 5, startsOn: "2026-03-10", endsOn: "2026-04-10" }) { refusal { reason } } }`,
  scheduleMilestone: `mutation { scheduleMilestone(input: { jobSeekerId: "${ID}", kind: WORKSHOP, title: "Atelier",
    travelMinutes: 0, ${times} }) { refusal { reason } } }`,
  scheduleMilestoneSeries: `mutation { scheduleMilestoneSeries(input: { jobSeekerId: "${ID}", kind: WORKSHOP,
    title: "Atelier", firstDay: "2026-03-10", lastDay: "2026-03-20", weekdays: [1], from: "09:00", to: "10:00",
    travelMinutes: 0 }) { refusal { reason } } }`,
  moveMilestone: `mutation { moveMilestone(${version}, ${times} }) { refusal { reason } } }`,
  confirmMilestone: `mutation { confirmMilestone(${version} }) { refusal { reason } } }`,
  cancelMilestone: `mutation { cancelMilestone(${version} }) { refusal { reason } } }`,
  recordMilestoneOutcome: `mutation { recordMilestoneOutcome(${version}, outcome: ATTENDED }) { refusal { reason } } }`,
  recordReturnToWork: `mutation { recordReturnToWork(input: { jobSeekerId: "${ID}", version: 1, kind: TRAINING,
    startsOn: "2026-03-10" }) { refusal { reason } } }`,
};

const roles = { caseworker, advisor, coordinator, centreStaff, integrator, auditor };
type RoleName = keyof typeof roles;

const allowed: Record<keyof typeof doors, readonly RoleName[]> = {
  jobSeeker: ['caseworker', 'advisor'],
  milestone: ['caseworker', 'advisor', 'coordinator'],
  milestones: ['advisor'],
  returnToWork: ['caseworker', 'advisor'],
  dueFollowUps: ['advisor'],
  recordFollowUp: ['advisor'],
  openJobSeekerFile: ['advisor'],
  closeJobSeekerFile: ['advisor'],
  changeAdvisor: ['advisor'],
  changeJobSeekerCategory: ['advisor'],
  agreeEngagementContract: ['advisor'],
  reduceWeeklyHours: ['advisor'],
  scheduleMilestone: ['advisor'],
  scheduleMilestoneSeries: ['advisor'],
  moveMilestone: ['advisor'],
  confirmMilestone: ['advisor'],
  cancelMilestone: ['advisor'],
  recordMilestoneOutcome: ['advisor'],
  recordReturnToWork: ['advisor'],
};

type Described = { readonly name: string; readonly description?: string | null | undefined };

const membersOf = (type: GraphQLNamedType): readonly Described[] => {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (isObjectType(type)) return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
  return [];
};

describe('the employment subgraph', () => {
  let graph: TestSubgraph;
  beforeAll(async () => {
    graph = await testSubgraph(subgraph);
  });
  afterAll(() => graph.close());

  it('opens each door to the roles written here and to nobody else', async () => {
    const met: Record<string, string[]> = {};
    for (const [door, document] of Object.entries(doors)) {
      met[door] = [];
      for (const [name, as] of Object.entries(roles)) {
        const { errors } = await graph.query(document, {}, as());
        const isOpen = errors.every(({ extensions }) => extensions?.code !== 'FORBIDDEN');
        if (isOpen) met[door]?.push(name);
      }
    }
    expect(met).toEqual(allowed);
  });

  it('has no door that this test does not know', () => {
    const { schema } = subgraph;
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(fields.filter((field) => !field.startsWith('_')).sort()).toEqual(Object.keys(doors).sort());
  });

  it('asks for no change of the database after the migrations', async () => {
    expect(await schemaChanges(graph.running.db)).toEqual([]);
  });

  it('can undo its migrations', async () => {
    const other = await testSubgraph(subgraph);
    for (const _ of subgraph.migrations) await other.running.db.undoLastMigration();
    const left = await other.db.query(`select table_name from information_schema.tables
      where table_schema = 'public' and table_name <> 'migrations'`);
    await other.close();
    expect(left).toEqual([]);
  });

  it('hides the columns written here and no others', () => {
    const hidden = graph.running.db.entityMetadatas.flatMap(({ target, columns, tableName }) => {
      const name = typeof target === 'function' ? target.name.replace('Known', '') : tableName;
      const type = subgraph.schema.getType(name);
      const shown = isObjectType(type) ? type.getFields() : {};
      return columns
        .map(({ propertyName }) => propertyName)
        .filter((each) => !(each in shown))
        .map((each) => `${tableName}.${each}`);
    });
    expect(hidden.sort()).toEqual([
      'engagement_contracts.jobSeekerId',
      'follow_ups.returnId',
      'hours_reductions.contractId',
      'hours_reductions.milestoneId',
      'job_search_steps.facts',
      'job_search_steps.familyId',
      'job_search_steps.jobSeekerId',
      'job_seekers.adultId',
      'job_seekers.familyId',
      'known_adults.familyId',
      'known_covers.familyId',
      'known_covers.milestoneId',
      'known_covers.milestoneVersion',
      'known_covers.startsAt',
      'known_covers.status',
      'known_covers.toldAt',
      'known_families.districtId',
      'known_families.homes',
      'known_families.mergedInto',
      'known_families.registeredOn',
      'known_families.version',
      'milestones.familyId',
      'milestones.jobSeekerId',
      'returns_to_work.jobSeekerId',
    ]);
  });

  it('describes every type, field, argument and value', () => {
    const own = Object.values(subgraph.schema.getTypeMap()).filter(
      ({ name }) => !/^_|^(Query|Mutation|String|Int|Float|Boolean|ID)$|^(link__|federation__)/.test(name),
    );
    const silent = own
      .flatMap((type) => [type, ...membersOf(type)])
      .filter(({ description }) => !description);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
