import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenCentre, givenSection } from '../../../centres/centres/centre.builder.ts';
import type { CoverCase } from './cover-cases.ts';
import type { ChildCase, Stretch } from './minute-by-minute.ts';

type Row = Readonly<Record<string, unknown>>;
const ENDLESS_PLACES = 1_000_000;

const insert = async (db: Database, table: string, rows: readonly Row[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await db.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
};

const times = ({ startsAt, endsAt }: Stretch) => ({ starts_at: startsAt, ends_at: endsAt });

const familyRows = ({ familyId, otherFamilyId }: CoverCase): Row[] =>
  [familyId, otherFamilyId].map((id) => ({
    id,
    display_name: 'Lefort',
    household_kind: 'LONE_PARENT',
    registered_at: '2026-01-05T09:00:00Z',
    version: 1,
  }));

/** Registered with the asking family, or, when shared, every other one with the second. */
export const registeredWith = (
  { familyId, otherFamilyId }: CoverCase,
  { isShared }: ChildCase,
  index: number,
): string => (isShared && index % 2 === 1 ? otherFamilyId : familyId);

const childRow = (familyId: string, { id, birthDate, expectedDate }: ChildCase): Row => ({
  id,
  family_id: familyId,
  first_name: 'Tom',
  last_name: 'Lefort',
  birth_date: birthDate,
  expected_date: birthDate ? null : expectedDate,
  may_be_collected_by: [],
  version: 1,
});

const bookingRows = (section: Row, familyId: string, { id, bookings }: ChildCase): Row[] =>
  bookings.map(({ status, ...stay }) => ({
    ...section,
    id: newId(),
    child_id: id,
    family_id: familyId,
    kind: 'SHORT_TERM',
    status,
    ...times(stay),
    cancellation_reason: status === 'CANCELLED' ? 'Enfant malade' : null,
    version: 1,
  }));

const arrangementRows = ({ id, dated, weekly }: ChildCase): Row[] => {
  const blank = {
    starts_at: null,
    ends_at: null,
    weekday: null,
    from_time: null,
    to_time: null,
    version: 1,
    removed_at: null,
  };
  return [
    ...dated.map((stay) => ({
      ...blank,
      starts_on: null,
      ends_on: null,
      id: newId(),
      child_id: id,
      kind: 'FAMILY',
      ...times(stay),
    })),
    ...weekly.map(({ kind, weekday, from, to, startsOn, endsOn }) => ({
      ...blank,
      id: newId(),
      child_id: id,
      kind,
      weekday,
      from_time: from,
      to_time: to,
      starts_on: startsOn,
      ends_on: endsOn,
    })),
  ];
};

const periodRows = ({ id, residence }: ChildCase): Row[] =>
  residence.map(({ familyId, ...period }) => ({
    id: newId(),
    child_id: id,
    family_id: familyId,
    ...times(period),
  }));

const milestoneRow = ({ id, familyId, travelMinutes, ...milestone }: CoverCase): Row => ({
  id,
  family_id: familyId,
  ...times(milestone),
  travel_minutes: travelMinutes,
  status: 'PLANNED',
  version: 1,
});

/** A section that is never full. */
export const givenEndlessSection = async (db: Database): Promise<Row> => {
  const centre = await givenCentre(db, { authorisedPlaces: ENDLESS_PLACES });
  const section = await givenSection(db, { centreId: centre.id, places: ENDLESS_PLACES });
  return { section_id: section.id, centre_id: centre.id };
};

/** Stores the cases: a statement per table, however many there are. */
export const givenCases = async (db: Database, section: Row, cases: readonly CoverCase[]): Promise<void> => {
  const members = cases.flatMap((each) =>
    each.children.map((child, index) => ({
      child,
      familyId: registeredWith(each, child, index),
      families: [each.familyId, each.otherFamilyId],
    })),
  );
  const shared = members.filter(({ child }) => child.isShared);
  const secondOf = ({ familyId, families }: (typeof members)[number]) =>
    families.find((id) => id !== familyId);
  await insert(db, 'families', cases.flatMap(familyRows));
  await insert(
    db,
    'children',
    members.map(({ child, familyId }) => childRow(familyId, child)),
  );
  await insert(
    db,
    'shared_residences',
    shared.map((member) => ({ child_id: member.child.id, other_family_id: secondOf(member) })),
  );
  await insert(
    db,
    'residence_periods',
    shared.flatMap(({ child }) => periodRows(child)),
  );
  await insert(
    db,
    'bookings',
    members.flatMap(({ child, familyId }) => bookingRows(section, familyId, child)),
  );
  await insert(
    db,
    'own_arrangements',
    members.flatMap(({ child }) => arrangementRows(child)),
  );
  await insert(db, 'known_milestones', cases.map(milestoneRow));
};
