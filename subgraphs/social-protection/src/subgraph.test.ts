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
import { isObjectType } from 'graphql';
import { anEntitlement } from './entitlements/entitlement.builder.ts';
import { aKnownFamily } from './known-families/known-family.builder.ts';
import { someResources } from './resources/resources.builder.ts';
import { subgraph } from './subgraph.ts';
import { aMembership } from './support-team/support-team.builder.ts';

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
  recordResources: `mutation { recordResources(input: { familyId: "${ID}", year: 2024, yearlyAmountCents: 0,
    dependentChildren: 1 }) { refusal { reason } } }`,
};
const fields = {
  benefitsStatus: '{ benefitsStatus { incomeSupport } }',
  entitlements: '{ entitlements { id } }',
  resources: '{ resources { year } }',
  hourlyFee: `{ hourlyFee(on: ${day}, tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents } }`,
  supportTeam: '{ supportTeam { id } }',
  id: '{ id }',
};

const roles = { caseworker, advisor, coordinator, centreStaff, integrator, auditor };
type RoleName = keyof typeof roles;
const everyone = Object.keys(roles);

const allowed: Record<keyof typeof doors, readonly RoleName[]> = {
  entitlement: ['caseworker'],
  feeScale: ['caseworker', 'coordinator'],
  openEntitlement: ['caseworker'],
  changeEntitlementState: ['caseworker'],
  importEntitlements: ['caseworker'],
  joinSupportTeam: ['caseworker'],
  leaveSupportTeam: ['caseworker'],
  handOverLead: ['caseworker'],
  recordResources: ['caseworker'],
};
const shared: Record<keyof typeof fields, readonly string[]> = {
  benefitsStatus: ['caseworker'],
  entitlements: ['caseworker'],
  resources: ['caseworker'],
  hourlyFee: ['caseworker', 'coordinator'],
  supportTeam: ['caseworker', 'advisor', 'coordinator'],
  id: everyone,
};

const FAMILY_FILE = `{ reference: id benefitsStatus { incomeSupport since schemes freshness }
  entitlements { scheme state monthlyAmountCents since history { state from to reason } family { id } adult { id } }
  supportTeam { isLead professional { name } } resources { year } hourlyFee(on: ${day}, tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents reason } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

describe('the social-protection subgraph', () => {
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

  it('has a database that is what the classes describe, once migrated', async () => {
    const { upQueries } = await graph.running.db.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('shows every column but those written here', () => {
    const hidden = graph.running.db.entityMetadatas.flatMap(({ name, columns }) => {
      const type = subgraph.schema.getType(name);
      const shown = isObjectType(type) ? Object.keys(type.getFields()) : [];
      return columns
        .map(({ propertyName }) => propertyName)
        .filter((property) => !shown.includes(property))
        .map((property) => `${name}.${property}`);
    });
    expect(hidden.sort()).toEqual([
      'Entitlement.adultId',
      'Entitlement.familyId',
      'EntitlementConfirmation.entitlementId',
      'EntitlementConfirmation.recordedAt',
      'EntitlementConfirmation.statedOn',
      'EntitlementState.entitlementId',
      'EntitlementState.recordedBy',
      'EntitlementState.version',
      'KnownAdult.familyId',
      'KnownAdult.id',
      'KnownCover.familyId',
      'KnownCover.milestoneId',
      'KnownCover.milestoneVersion',
      'KnownCover.startsAt',
      'KnownCover.status',
      'KnownFamily.id',
      'KnownFamily.reference',
      'KnownFamily.version',
      'Resources.familyId',
      'Resources.id',
      'Resources.recordedBy',
      'SupportTeamMember.familyId',
      'SupportTeamMember.professionalId',
      'SupportTeamMember.recordedAt',
      'SupportTeamMember.recordedBy',
    ]);
  });

  it('answers the family file of 1 and of 50 families with four statements', async () => {
    const families = await Promise.all(Array.from({ length: 50 }, aFamilyOnFile));
    const statements = (count: number) =>
      graph.statements(async () => {
        const { data, errors } = await graph.resolveReferences(
          'Family',
          families.slice(0, count).map((id) => ({ id })),
          FAMILY_FILE,
          caseworker(),
        );
        expect(errors).toEqual([]);
        expect(data).toHaveLength(count);
        expect(data[0].entitlements).toHaveLength(2);
      });
    expect(await statements(1)).toBe(4);
    expect(await statements(50)).toBe(4);
  });
});

const aFamilyOnFile = async (): Promise<string> => {
  const { familyId, adultId } = await aKnownFamily(graph.db);
  const states = [
    { state: 'PENDING', from: '2026-01-01' },
    { state: 'OPEN', from: '2026-02-01', monthlyAmountCents: 600_00 },
  ] as const;
  await anEntitlement(graph.db, { familyId, adultId, states });
  await anEntitlement(graph.db, { familyId, scheme: 'ASF', states });
  await someResources(graph.db, { familyId, year: 2024 });
  await aMembership(graph.db, { familyId });
  return familyId;
};
