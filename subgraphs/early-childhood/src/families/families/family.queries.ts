import type { ActingSeer, ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { recordFromJson } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { referenceOf } from '@relais/platform/names.rules.ts';
import {
  manyOf,
  ofRecord,
  type RecordClass,
  type Relation,
  related,
} from '@relais/platform/reading/relation.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { LoaderSource } from '@relais/platform/wing.ts';
import { Any, type EntityTarget, IsNull, Not, type ObjectLiteral } from 'typeorm';
import type { Permission } from '../../permissions.ts';
import { FamilyHome } from '../family-addresses/family-home.ts';
import { Adult } from './adult.ts';
import { ageCountsFrom } from './age.rules.ts';
import { asSeenFrom, Child } from './child.ts';
import { Family } from './family.ts';

type Registered = ObjectLiteral & { id: string; mergedInto: string | null };

/** What every statement of this record calls it. */
export const ALIAS = 'asked';

/** Whoever is asked for, and who stays of those that were registered twice. */
const askedFor = (table: string, ids: string): string =>
  `where ${ALIAS}.id = any(${ids}) or ${ALIAS}.id = any(array(
    select merged_into from ${table} where id = any(${ids}) and merged_into is not null))`;

const whoStays = <Row extends Registered>(found: readonly Row[], ids: readonly string[]): (Row | null)[] => {
  const rows = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    return (row?.mergedInto ? rows.get(row.mergedInto) : row) ?? null;
  });
};

/** Whoever was registered twice is answered by the one that stays, under either id. */
const survivor = <Row extends Registered>(
  record: RecordClass<Row>,
  table: string,
): Relation<Row, Row | null> => ({
  hydration: ofRecord(record),
  alias: ALIAS,
  rest: (ids) => askedFor(table, ids),
  values: (ids, found) =>
    whoStays(
      found.map((each) => each.record),
      ids,
    ),
});

export const adultById = survivor(Adult, 'adults');
export const childById = survivor(Child, 'children');

const HOME = 'home_of_family';
const homeOf = (family: string): string =>
  `(select to_jsonb(family_homes) from family_homes where family_homes.family_id = ${family})`;

/** What follows `from families asked`, and its values. */
type Asked = { readonly rest: string; readonly values: readonly unknown[] };

export type Reads = Pick<LoaderSource, 'reading' | 'sight' | 'db'>;

/** Reads families with what ties the reader to each, and where it lives, in one statement: of one moment. */
export const readWithFacts = async (
  { reading, sight, db }: Reads,
  { rest, values }: Asked,
): Promise<Family[]> => {
  const given = [...values];
  const facts = sight.factColumns(`${ALIAS}.id`, numberedIn(given));
  const also = [
    ...facts.map(({ name, sql }) => `${sql} as "${name}"`),
    `${homeOf(`${ALIAS}.id`)} as "${HOME}"`,
  ];
  const found = await reading.records(db, ['Family', Family], { alias: ALIAS, also, rest }, given);
  return found.map(({ record, row }) => {
    sight.keep(record.id, row);
    return Object.assign(record, { home: row[HOME] ? recordFromJson(db, FamilyHome, row[HOME]) : null });
  });
};
/** Who stays of these families, each with what ties the reader to it. */
export const familiesWithFacts = async (reads: Reads, ids: readonly string[]): Promise<(Family | null)[]> =>
  whoStays(await readWithFacts(reads, { rest: askedFor('families', '$1::uuid[]'), values: [ids] }), ids);

export const familiesByIds = (db: Database, ids: string[]): Promise<Family[]> =>
  db.findBy(Family, { id: Any(ids) });

/** A reference that was given to a duplicate finds the file it was merged into. */
const BY_REFERENCE = `where ${ALIAS}.id = (select coalesce(merged_into, id) from families where reference = $1)`;

export const familyByReference = async (reads: Reads, typed: string): Promise<Family | null> => {
  const [found] = await readWithFacts(reads, { rest: BY_REFERENCE, values: [referenceOf(typed)] });
  return found ?? null;
};

const familyOf = ({ familyId }: { readonly familyId: string }): string => familyId;

/** Those who left are not among them. */
export const adultsOfFamily = manyOf(Adult, {
  rest: (families) => `where ${ALIAS}.family_id = any(${families})
    and ${ALIAS}.left_on is null and ${ALIAS}.merged_into is null order by ${ALIAS}.id`,
  keyOf: familyOf,
});

export const adultsOfFamilies = async (db: Database, familyIds: string[]): Promise<Adult[]> =>
  (await related(db, adultsOfFamily, familyIds)).flat();

/** Those who were registered twice, as the one who does not stay. */
export const adultsMergedInFamilies = async (db: Database, familyIds: string[]): Promise<Adult[]> => {
  if (familyIds.length === 0) return [];
  return db.find(Adult, {
    where: { familyId: Any(familyIds), mergedInto: Not(IsNull()) },
    order: { id: 'ASC' },
  });
};

/** The same of children. */
export const childrenMergedInFamilies = async (
  db: Database,
  familyIds: readonly string[],
): Promise<Child[]> => {
  if (familyIds.length === 0) return [];
  return db.find(Child, {
    where: { familyId: Any([...familyIds]), mergedInto: Not(IsNull()) },
    order: { id: 'ASC' },
  });
};

/** Those who left, the last to leave first. */
const former = `${ALIAS}.left_on is not null and ${ALIAS}.merged_into is null
  order by ${ALIAS}.left_on desc, ${ALIAS}.id`;

const formerOf = <Left extends { familyId: string }>(record: RecordClass<Left>) =>
  manyOf(record, {
    rest: (families) => `where ${ALIAS}.family_id = any(${families}) and ${former}`,
    keyOf: familyOf,
  });

export const formerAdultsOfFamily = formerOf(Adult);
export const formerChildrenOfFamily = formerOf(Child);

/** Eldest first, without those who left; a child in shared residence is found in both of its families. */
export const childrenOfFamily: Relation<Child, Child[]> = {
  hydration: ofRecord(Child),
  alias: ALIAS,
  also: ['shared.other_family_id as "other_family_id"'],
  rest: (families) => `
    left join shared_residences shared on shared.child_id = ${ALIAS}.id
    where ${ALIAS}.left_on is null and ${ALIAS}.merged_into is null and ${ALIAS}.id = any(array(
      select id from children where family_id = any(${families})
      union all
      select child_id from shared_residences where other_family_id = any(${families})))
    order by ${ageCountsFrom(ALIAS)}, ${ALIAS}.id`,
  values: (families, found) =>
    families.map((familyId) =>
      found
        .filter(({ record, row }) => record.familyId === familyId || row.other_family_id === familyId)
        .map(({ record }) => asSeenFrom(record, familyId)),
    ),
};

export const childrenOfFamilies = async (db: Database, familyIds: readonly string[]): Promise<Child[][]> => [
  ...(await related(db, childrenOfFamily, familyIds)),
];

/** The family, held until commit, so that its version counts every change; of a merged one, the one that stays. */
export const lockFamily = async (
  tx: Transaction,
  id: string,
  acting: Pick<ActingUser, 'sight'>,
): Promise<Family | null> => {
  const family = await tx.findOne(Family, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (family?.mergedInto) return lockFamily(tx, family.mergedInto, acting);
  if (!family) return null;
  return (await acting.sight.allows(tx, 'family:change' satisfies Permission, [family.id])) ? family : null;
};

/** Whether who acts may know, and so change, the address and the telephones of a family that is held. */
export const mayChangeHome = (
  tx: Transaction,
  familyId: string,
  { sight }: Pick<ActingSeer, 'sight'>,
): Promise<boolean> => sight.allows(tx, 'home:change' satisfies Permission, [familyId]);

/** Inserts a row whose id the client may have used before; `false` when it had. */
export const wasInserted = async <Row extends ObjectLiteral & { id: string }>(
  tx: Transaction,
  record: EntityTarget<Row>,
  row: Row,
): Promise<boolean> => {
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(record)
    .values(row)
    .orIgnore()
    .returning('id')
    .updateEntity(false)
    .execute();
  return raw.length === 1;
};
