import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
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
const followers: readonly RoleName[] = ['caseworker', 'advisor', 'coordinator'];

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
  id: followers,
};

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
  await givenFollowers(graph.db, ID);
});
afterAll(() => graph.close());

describe('who sees what of a family', () => {
  it('shares each field of a family with the roles written here and with nobody else', async () => {
    const met: Record<string, string[]> = {};
    for (const [field, selection] of Object.entries(fields)) {
      met[field] = [];
      for (const [role, user] of Object.entries(roles)) {
        const { data, errors } = await graph.resolveReferences('Family', [{ id: ID }], selection, user());
        // To whom the family is absent, there is nothing to say about its fields.
        if (data[0] && errors.length === 0) met[field].push(role);
        expect(errors.map(({ extensions }) => extensions?.code)).toEqual(errors.map(() => 'NOT_SHARED'));
      }
    }
    expect(met).toEqual(shared);
  });

  it('shares nothing with who does not follow the family, coordinators apart', async () => {
    for (const stranger of [caseworker('nobody'), advisor('nobody')]) {
      const selection = `{ ${Object.values(fields)
        .map((each) => each.slice(1, -1))
        .join(' ')} }`;
      const { data } = await graph.resolveReferences('Family', [{ id: ID }], selection, stranger);
      expect(data).toEqual([null]);
    }
  });
});
