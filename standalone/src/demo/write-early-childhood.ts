import { ruleInJson } from '@relais/early-childhood/families/shared-residence/residence-rule.ts';
import { partId } from '@relais/platform/ids.ts';
import type pg from 'pg';
import { copyRows } from './copy-rows.ts';
import type { DemoArrangement, DemoFamily } from './demo-family.ts';
import type { LivingFamily } from './demo-life.ts';
import { incomeSupportRows, knownMilestoneRows } from './early-childhood-projections.ts';
import { insertRows } from './insert-rows.ts';
import { writeAtOnce } from './write-at-once.ts';
import { careRequestRows, careStepRows } from './write-care-history.ts';
import { writeProfessionals } from './write-professionals.ts';

const familyRow = (family: DemoFamily) => ({
  id: family.id,
  reference: family.reference,
  display_name: family.displayName,
  household_kind: family.householdKind,
  district_id: family.districtId,
  registered_at: family.registeredAt,
  version: 1,
});

const homeRow = ({ id: family_id, address, position }: DemoFamily) => ({
  family_id,
  street: address.street,
  postal_code: address.postalCode,
  city: 'Nantes',
  ...position,
});

const adultRows = ({ id: family_id, adults }: DemoFamily) =>
  adults.map((each) => ({
    id: each.id,
    family_id,
    first_name: each.firstName,
    last_name: each.lastName,
    birth_date: each.birthDate,
    phone: each.phone,
    preferred_language: each.preferredLanguage,
    needs_interpreter: each.needsInterpreter,
    version: 1,
  }));

const childRows = ({ id: family_id, children }: DemoFamily) =>
  children.map((each) => ({
    id: each.id,
    family_id,
    first_name: each.firstName,
    last_name: each.lastName,
    birth_date: each.birthDate,
    expected_date: each.expectedDate,
    may_be_collected_by: each.mayBeCollectedBy,
    vaccination_checked_on: each.vaccinationCheckedOn,
    version: 1,
  }));

const careAlertRows = ({ children }: DemoFamily) =>
  children
    .filter(({ careAlerts }) => careAlerts.length > 0)
    .map(({ id: child_id, careAlerts }) => ({ child_id, alerts: careAlerts }));

const placementRows = ({ id: family_id, placements }: DemoFamily) =>
  placements.map((each) => ({
    id: each.id,
    child_id: each.childId,
    family_id,
    section_id: each.sectionId,
    kind: each.kind,
    starts_on: each.startsOn,
    ends_on: each.endsOn,
    weekly_pattern: each.weeklyPattern,
    is_insertion_contract: each.isInsertionContract,
    end_reason: null,
    continues_id: null,
    renewals: 0,
    version: 1,
  }));

/** A suspension is found by the placement it is of, so it needs no id that others could know. */
const pauseRows = ({ placements }: DemoFamily) =>
  placements.flatMap(({ id, suspendedFrom, endsOn }) =>
    suspendedFrom
      ? [
          {
            id: partId(id, 'suspension'),
            placement_id: id,
            kind: 'SUSPENSION',
            starts_on: suspendedFrom,
            ends_on: endsOn,
            reason: 'Absence prolongée',
          },
        ]
      : [],
  );

const bookingRows = ({ id: family_id, bookings }: DemoFamily) =>
  bookings.map((each) => ({
    id: each.id,
    child_id: each.childId,
    family_id,
    section_id: each.sectionId,
    centre_id: each.centreId,
    kind: each.kind,
    status: each.status,
    starts_at: each.startsAt,
    ends_at: each.endsAt,
    placement_id: each.placementId,
    milestone_id: each.milestoneId,
    cancellation_reason: each.cancellationReason,
    booked_at: each.bookedAt,
    version: 1,
  }));

const arrangementTimes = (when: DemoArrangement['when']) => {
  const isDated = 'startsAt' in when;
  const weekly = isDated ? undefined : when;
  return {
    starts_at: isDated ? when.startsAt : null,
    ends_at: isDated ? when.endsAt : null,
    weekday: weekly?.weekly.weekday ?? null,
    from_time: weekly?.weekly.from ?? null,
    to_time: weekly?.weekly.to ?? null,
    starts_on: weekly?.startsOn ?? null,
    ends_on: weekly?.endsOn ?? null,
  };
};

const arrangementRows = ({ arrangements }: DemoFamily) =>
  arrangements.map(({ id, childId, kind, when }) => ({
    id,
    child_id: childId,
    kind,
    ...arrangementTimes(when),
    version: 1,
  }));

const sharedRows = ({ shared, registeredAt }: DemoFamily) =>
  shared.map(({ childId, otherFamilyId, rule }) => ({
    child_id: childId,
    other_family_id: otherFamilyId,
    rules: rule ? [ruleInJson({ ...rule, notedAt: registeredAt, replacedAt: null })] : [],
  }));

const periodRows = ({ shared }: DemoFamily) =>
  shared.flatMap(({ childId, periods }) =>
    periods.map(({ id, familyId, startsAt, endsAt, source }) => ({
      id,
      child_id: childId,
      family_id: familyId,
      starts_at: startsAt,
      ends_at: endsAt,
      source,
    })),
  );

const RESERVE_REFERENCES = `
  select setval('family_reference_number',
    greatest((select last_value from family_reference_number), $1::bigint))`;

const numberIn = (reference: string): number => Number(reference.replace(/\D/g, ''));

/** What the triggers ask of every booking; of children who left or were merged an empty city has none. */
const NO_PLACE_GIVEN_TWICE = `
  select refuse_overfilling(array(select id from bookings where status <> 'CANCELLED'))`;

/** What the service point has on file of these families; its constraints and triggers check every row. */
export const writeEarlyChildhood = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
): Promise<void> => {
  await writeProfessionals(client, families);
  await insertRows(client, 'families', families.map(familyRow));
  await insertRows(client, 'family_homes', families.map(homeRow));
  await insertRows(client, 'adults', families.flatMap(adultRows));
  await insertRows(client, 'children', families.flatMap(childRows));
  await insertRows(client, 'care_alerts', families.flatMap(careAlertRows));
  await insertRows(client, 'placements', families.flatMap(placementRows));
  await insertRows(client, 'placement_pauses', families.flatMap(pauseRows));
  await insertRows(client, 'own_arrangements', families.flatMap(arrangementRows));
  await insertRows(client, 'shared_residences', families.flatMap(sharedRows));
  await insertRows(client, 'residence_periods', families.flatMap(periodRows));
  await insertRows(client, 'known_milestones', families.flatMap(knownMilestoneRows));
  await insertRows(client, 'known_income_support', families.flatMap(incomeSupportRows));
  await insertRows(client, 'care_requests', families.flatMap(careRequestRows));
  await insertRows(client, 'care_steps', families.flatMap(careStepRows));
  const highest = Math.max(...families.map(({ reference }) => numberIn(reference)));
  await client.query(RESERVE_REFERENCES, [highest]);
  await writeAtOnce(client, 'bookings', {
    write: () => copyRows(client, 'bookings', families.flatMap(bookingRows)),
    check: NO_PLACE_GIVEN_TWICE,
  });
};
