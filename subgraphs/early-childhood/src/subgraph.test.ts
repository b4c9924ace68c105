import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schemaChanges } from '@relais/platform/testing/schema-changes.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { isObjectType } from 'graphql';
import { subgraph } from './subgraph.ts';

/** Columns that no field shows under their own name; a new one is a visible choice. */
const hiddenColumns = {
  Adult: ['familyId', 'mergedInto'],
  Booking: [
    'bookedAt',
    'centreId',
    'childId',
    'familyId',
    'milestoneId',
    'offerId',
    'placementId',
    'sectionId',
  ],
  CareOffer: ['careRequestId', 'centreId', 'sectionId'],
  CareRequest: ['childId', 'familyId', 'milestoneId', 'rankedCentreIds'],
  CareStep: ['childId', 'facts', 'familyId', 'subjectId'],
  Centre: ['districtId', 'latitude', 'longitude'],
  Child: ['familyId', 'mergedInto'],
  Closure: ['centreId'],
  CommissionDecision: ['careRequestId', 'commissionId', 'explainedPriority', 'sectionId'],
  District: ['latitude', 'longitude', 'outline'],
  Family: ['addressSince', 'districtId', 'latitude', 'longitude', 'mergedInto'],
  FamilyAddress: ['districtId', 'familyId', 'id', 'latitude', 'longitude'],
  FamilyLookup: ['foundFamilyIds'],
  OwnArrangement: ['childId', 'removedAt'],
  Placement: ['childId', 'continuesId', 'familyId', 'sectionId'],
  PlacementPause: ['placementId'],
  ResidencePeriod: ['childId', 'familyId', 'id'],
  Section: ['centreId'],
  SharedResidence: ['childId', 'otherFamilyId'],
};

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const shownFields = (type: string): string[] => {
  const shown = subgraph.schema.getType(type);
  return isObjectType(shown) ? Object.keys(shown.getFields()) : [];
};

describe('the early-childhood database', () => {
  it('is what the classes describe, once migrated', async () => {
    expect(await schemaChanges(graph.running.db)).toEqual([]);
  });

  it('hides the columns written here and no other', () => {
    const records = graph.running.db.entityMetadatas.filter(({ name }) => shownFields(name).length > 0);
    const hidden = records.map(({ name, columns }) => {
      const properties = columns.map(({ propertyPath }) => propertyPath.split('.')[0] ?? propertyPath);
      return [name, properties.filter((property) => !shownFields(name).includes(property)).sort()] as const;
    });

    expect(Object.fromEntries(hidden.filter(([, columns]) => columns.length > 0))).toEqual(hiddenColumns);
  });

  it('can be undone, one migration after the other', async () => {
    const { db } = graph.running;
    for (const _migration of db.migrations) await db.undoLastMigration({ transaction: 'each' });

    const [left] = await graph.db.query(
      "select count(*)::int as tables from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
    );
    expect(left.tables).toBe(0);
  });
});
