import type pg from 'pg';
import type { CoverRow } from './cover-rows.ts';
import type { DemoFamily } from './demo-family.ts';
import type { LivingFamily } from './demo-life.ts';
import { insertRows } from './insert-rows.ts';
import { knownAdultRows, knownFamilyRows } from './known-family-rows.ts';
import { writeCoordination } from './write-coordination.ts';

const RECORDED_BY = 'demo-caseworker';

const entitlementRows = ({ id: family_id, entitlements }: DemoFamily) =>
  entitlements.map(({ id, adultId, childId, scheme, source, states }) => ({
    id,
    family_id,
    adult_id: adultId,
    child_id: childId,
    scheme,
    source,
    version: states.length,
  }));

const knownChildRows = ({ id: family_id, children }: DemoFamily) =>
  children.map(({ id }) => ({ family_id, id }));

const stateRows = ({ entitlements }: DemoFamily) =>
  entitlements.flatMap(({ id: entitlement_id, states }) =>
    states.map((each, index) => ({
      id: each.id,
      entitlement_id,
      version: index + 1,
      state: each.state,
      monthly_amount_cents: each.monthlyAmountCents,
      from_on: each.from,
      reason: each.reason,
      recorded_at: each.recordedAt,
      recorded_by: RECORDED_BY,
    })),
  );

const resourceRows = ({ id: family_id, resources }: DemoFamily) =>
  resources.map((each) => ({
    id: each.id,
    family_id,
    year: each.year,
    yearly_amount_cents: each.yearlyAmountCents,
    dependent_children: each.dependentChildren,
    aeeh_children: each.aeehChildren,
    source: 'CAF',
    recorded_at: each.recordedAt,
    recorded_by: RECORDED_BY,
  }));

/** What social protection has on file of these families. */
export const writeSocialProtection = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
  covers: readonly CoverRow[],
): Promise<void> => {
  await insertRows(client, 'known_families', families.map(knownFamilyRows));
  await insertRows(client, 'known_adults', families.flatMap(knownAdultRows));
  await insertRows(client, 'known_children', families.flatMap(knownChildRows));
  await insertRows(client, 'entitlements', families.flatMap(entitlementRows));
  await insertRows(client, 'entitlement_states', families.flatMap(stateRows));
  await insertRows(client, 'resources', families.flatMap(resourceRows));
  await insertRows(client, 'known_covers', covers);
  await writeCoordination(client, families);
};
