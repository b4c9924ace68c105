import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  integrator,
} from '@relais/platform/testing/test-users.ts';
import { subgraph } from './subgraph.ts';

const ID = '0197c7a0-0000-7000-8000-000000000001';
const day = '"2026-03-10"';

const doors = {
  entitlement: `{ entitlement(id: "${ID}") { id } }`,
  feeScale: `{ feeScale(on: ${day}) { source } }`,
  openEntitlement: `mutation { openEntitlement(input: { familyId: "${ID}", scheme: RSA, from: ${day} })
    { refusal { reason } } }`,
  changeEntitlementState: `mutation { changeEntitlementState(input: { entitlementId: "${ID}", version: 1, state: OPEN,
    from: ${day} }) { refusal { reason } } }`,
  importEntitlements: 'mutation { importEntitlements(input: { rows: [] }) { takenCount } }',
  joinSupportTeam: `mutation { joinSupportTeam(input: { familyId: "${ID}" }) { refusal { reason } } }`,
  leaveSupportTeam: `mutation { leaveSupportTeam(input: { memberId: "${ID}", version: 1 }) { refusal { reason } } }`,
  handOverLead: `mutation { handOverLead(input: { memberId: "${ID}", version: 1, toMemberId: "${ID}" })
    { refusal { reason } } }`,
  referrals: '{ referrals(box: SENT) { edges { cursor } } }',
  sendReferral: `mutation { sendReferral(input: { familyId: "${ID}", target: SERVICE_POINT, message: "x" })
    { refusal { reason } } }`,
  markReferralSeen: `mutation { markReferralSeen(input: { referralId: "${ID}", version: 1 }) { refusal { reason } } }`,
  answerReferral: `mutation { answerReferral(input: { referralId: "${ID}", version: 1, decision: ACCEPTED })
    { refusal { reason } } }`,
  writeNote: `mutation { writeNote(input: { familyId: "${ID}", audience: AUTHOR, text: "x" }) { refusal { reason } } }`,
  myFamilies: '{ myFamilies { edges { cursor } } }',
  myTasks: '{ myTasks { edges { cursor } } }',
  addTask: `mutation { addTask(input: { familyId: "${ID}", title: "x", dueOn: ${day} }) { refusal { reason } } }`,
  completeTask: `mutation { completeTask(input: { taskId: "${ID}", version: 1 }) { refusal { reason } } }`,
  recordResources: `mutation { recordResources(input: { familyId: "${ID}", year: 2024, yearlyAmountCents: 0,
    dependentChildren: 1 }) { refusal { reason } } }`,
  chooseResources: `mutation { chooseResources(input: { resourcesId: "${ID}", version: 1 }) { refusal { reason } } }`,
};
const fields = {
  benefitsStatus: '{ benefitsStatus { incomeSupport } }',
  entitlements: '{ entitlements { id } }',
  resources: '{ resources { year } }',
  hourlyFee: `{ hourlyFee(on: ${day}, tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents } }`,
  supportTeam: '{ supportTeam { id } }',
  referrals: '{ referrals { id } }',
  benefitsTimeline: '{ benefitsTimeline { edges { cursor } } }',
  benefitsAttention: '{ benefitsAttention { id } }',
  notes: '{ notes { edges { cursor } } }',
  tasks: '{ tasks { id } }',
  id: '{ id }',
};

const roles = { caseworker, advisor, coordinator, centreStaff, integrator, auditor };
type RoleName = keyof typeof roles;
const everyone = Object.keys(roles);
const followers: readonly RoleName[] = ['caseworker', 'advisor', 'coordinator'];

const allowed: Record<keyof typeof doors, readonly RoleName[]> = {
  entitlement: ['caseworker'],
  feeScale: ['caseworker', 'coordinator'],
  openEntitlement: ['caseworker'],
  changeEntitlementState: ['caseworker'],
  importEntitlements: ['caseworker'],
  joinSupportTeam: ['caseworker'],
  leaveSupportTeam: ['caseworker'],
  handOverLead: ['caseworker'],
  referrals: followers,
  sendReferral: followers,
  markReferralSeen: followers,
  answerReferral: followers,
  writeNote: followers,
  myFamilies: followers,
  myTasks: followers,
  addTask: followers,
  completeTask: followers,
  recordResources: ['caseworker'],
  chooseResources: ['caseworker'],
};
const shared: Record<keyof typeof fields, readonly string[]> = {
  benefitsStatus: ['caseworker'],
  entitlements: ['caseworker'],
  resources: ['caseworker'],
  hourlyFee: ['caseworker', 'coordinator'],
  supportTeam: followers,
  referrals: followers,
  benefitsTimeline: followers,
  benefitsAttention: followers,
  notes: followers,
  tasks: followers,
  id: everyone,
};

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

describe('who may use what', () => {
  it('opens each door to the roles written here and to nobody else', async () => {
    const met: Record<string, string[]> = {};
    for (const [door, document] of Object.entries(doors)) {
      met[door] = [];
      for (const [role, user] of Object.entries(roles)) {
        const { errors } = await graph.query(document, {}, user());
        if (errors.length === 0) met[door].push(role);
        expect(errors.map(({ extensions }) => extensions?.code)).toEqual(errors.map(() => 'FORBIDDEN'));
      }
    }
    expect(met).toEqual(allowed);
  });

  it('knows every door there is', () => {
    const { schema } = subgraph;
    const names = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).filter((name) => !name.startsWith('_')),
    );
    expect(names.sort()).toEqual(Object.keys(doors).sort());
  });

  it('shares each field of a family with the roles written here and with nobody else', async () => {
    const met: Record<string, string[]> = {};
    for (const [field, selection] of Object.entries(fields)) {
      met[field] = [];
      for (const [role, user] of Object.entries(roles)) {
        const { errors } = await graph.resolveReferences('Family', [{ id: ID }], selection, user());
        if (errors.length === 0) met[field].push(role);
        expect(errors.map(({ extensions }) => extensions?.code)).toEqual(errors.map(() => 'NOT_SHARED'));
      }
    }
    expect(met).toEqual(shared);
  });
});
