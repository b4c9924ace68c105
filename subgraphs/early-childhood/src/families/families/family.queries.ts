import type { ActingSeer, ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { recordFromJson } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { nameKey, referenceOf } from '@relais/platform/names.rules.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter, Sight } from '@relais/platform/sight/sight.ts';
import { Any, type EntityTarget, IsNull, Not, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Permission } from '../../permissions.ts';
import { FamilyHome } from '../family-addresses/family-home.ts';
import { Adult } from './adult.ts';
import { ageCountsFrom } from './age.rules.ts';
import { asSeenFrom, Child } from './child.ts';
import { Family } from './family.ts';

export type FamilySearch = {
  /** Only families that the reader may know of. */
  readonly seen: SeenFilter;
  /** Part of a name (one or two letters: its start), however it is written, or a reference; blank finds all. */
  readonly words: string;
  readonly districtId: string | null;
  /** A family whose district the reader may not know is found by none. */
  readonly districtTold: SeenFilter;
  /** Name and id of the last family of the page before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

type Registered = ObjectLiteral & { id: string; mergedInto: string | null };

/** Whoever is asked for, and who stays of those that were registered twice. */
const askedFor = <Row extends Registered>(
  db: Database,
  record: EntityTarget<Row>,
  ids: readonly string[],
): SelectQueryBuilder<Row> => {
  const table = db.connection.getMetadata(record).tableName;
  const asked = `select merged_into from ${table} where id = any(:ids) and merged_into is not null`;
  return db
    .createQueryBuilder(record, 'row')
    .where(`row.id = any(:ids) or row.id = any(array(${asked}))`, { ids });
};

const whoStays = <Row extends Registered>(found: readonly Row[], ids: readonly string[]): (Row | null)[] => {
  const rows = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    return (row?.mergedInto ? rows.get(row.mergedInto) : row) ?? null;
  });
};

/** Whoever was registered twice is answered by the one that stays, under either id. */
export const survivorsOf = async <Row extends Registered>(
  db: Database,
  record: EntityTarget<Row>,
  ids: readonly string[],
): Promise<(Row | null)[]> => whoStays(await askedFor(db, record, ids).getMany(), ids);

const HOME = 'home_of_family';
const homeOf = (family: string): string =>
  `(select to_jsonb(family_homes) from family_homes where family_homes.family_id = ${family})`;

/** Reads families with what ties the reader to each, and where it lives, in one statement: of one moment. */
const readWithFacts = async (
  db: Database,
  query: SelectQueryBuilder<Family>,
  sight: Sight,
): Promise<Family[]> => {
  const values = query.getParameters();
  const columns = sight.factColumns(`${query.alias}.id`, namedIn(values));
  query.setParameters(values);
  for (const { name, sql } of columns) query.addSelect(sql, name);
  query.addSelect(homeOf(`${query.alias}.id`), HOME);
  const { entities, raw } = await query.getRawAndEntities<Record<string, unknown>>();
  return entities.map((family, index) => {
    const row = raw[index];
    const facts = columns.map(({ name }) => [name, row?.[name] === true] as const);
    sight.keep(family.id, Object.fromEntries(facts));
    const home = row?.[HOME] ? recordFromJson(db, FamilyHome, row[HOME]) : null;
    return Object.assign(family, { home });
  });
};

/** Who stays of these families, each with what ties the reader to it. */
export const familiesWithFacts = async (
  db: Database,
  ids: readonly string[],
  sight: Sight,
): Promise<(Family | null)[]> => whoStays(await readWithFacts(db, askedFor(db, Family, ids), sight), ids);

export const familiesByIds = (db: Database, ids: string[]): Promise<Family[]> =>
  db.findBy(Family, { id: Any(ids) });

/** A reference that was given to a duplicate finds the file it was merged into. */
export const familyByReference = async (
  db: Database,
  typed: string,
  sight: Sight,
): Promise<Family | null> => {
  const query = db
    .createQueryBuilder(Family, 'family')
    .where('family.id = (select coalesce(merged_into, id) from families where reference = :reference)', {
      reference: referenceOf(typed),
    });
  const [found] = await readWithFacts(db, query, sight);
  return found ?? null;
};

/** Those who left are not among them. */
export const adultsOfFamilies = (db: Database, familyIds: string[]): Promise<Adult[]> =>
  db.find(Adult, {
    where: { familyId: Any(familyIds), leftOn: IsNull(), mergedInto: IsNull() },
    order: { id: 'ASC' },
  });

/** Those who were registered twice, as the one who does not stay. */
export const adultsMergedInFamilies = async (db: Database, familyIds: string[]): Promise<Adult[]> => {
  if (familyIds.length === 0) return [];
  return db.find(Adult, {
    where: { familyId: Any(familyIds), mergedInto: Not(IsNull()) },
    order: { id: 'ASC' },
  });
};

export const formerAdultsOfFamilies = (db: Database, familyIds: string[]): Promise<Adult[]> =>
  db.find(Adult, {
    where: { familyId: Any(familyIds), leftOn: Not(IsNull()), mergedInto: IsNull() },
    order: { leftOn: 'DESC', id: 'ASC' },
  });

export const formerChildrenOfFamilies = (db: Database, familyIds: string[]): Promise<Child[]> =>
  db.find(Child, {
    where: { familyId: Any(familyIds), leftOn: Not(IsNull()), mergedInto: IsNull() },
    order: { leftOn: 'DESC', id: 'ASC' },
  });

/** Eldest first, without those who left; a child in shared residence is found in both of its families. */
export const childrenOfFamilies = async (db: Database, familyIds: readonly string[]): Promise<Child[][]> => {
  const { entities, raw } = await db
    .createQueryBuilder(Child, 'child')
    .leftJoin('shared_residences', 'shared', 'shared.child_id = child.id')
    .addSelect('shared.other_family_id', 'other_family_id')
    .where(
      `child.left_on is null and child.merged_into is null and child.id in (
        select id from children where family_id = any(:familyIds)
        union all
        select child_id from shared_residences where other_family_id = any(:familyIds))`,
      { familyIds },
    )
    .orderBy(ageCountsFrom('child'))
    .addOrderBy('child.id')
    .getRawAndEntities<{ other_family_id: string | null }>();
  const otherFamilies = raw.map((row) => row.other_family_id);
  return familyIds.map((familyId) =>
    entities
      .filter((child, index) => child.familyId === familyId || otherFamilies[index] === familyId)
      .map((child) => asSeenFrom(child, familyId)),
  );
};

const NAME = 'searchable(family.display_name) collate "C"';

/** Once for the family and once for its adults, each by an index. */
const FOUND_BY_PART = `family.id in (
  select coalesce(merged_into, id) from families
  where reference = :reference or searchable(display_name) like '%' || searchable(:words) || '%'
  union
  select family_id from adults
  where searchable(first_name || ' ' || last_name || ' ' || first_name) like '%' || searchable(:words) || '%')`;

/** Fewer letters are in nearly every name: no index finds them inside one. */
const SHORTEST_PART = 3;

/** The form of a name has no sign in it, so nothing of what is asked for is a wildcard. */
const named = (query: SelectQueryBuilder<Family>, words: string) => {
  if (!words) return query;
  const letters = [...nameKey(words)].length;
  if (letters === 0) return query.andWhere('false');
  if (letters < SHORTEST_PART) return query.andWhere(`${NAME} like searchable(:words) || '%'`, { words });
  return query.andWhere(FOUND_BY_PART, { words, reference: referenceOf(words) });
};

const inDistrict = (query: SelectQueryBuilder<Family>, { districtId, districtTold }: FamilySearch) => {
  if (!districtId) return;
  const values = query.getParameters();
  query.andWhere('family.district_id = :districtId', { districtId });
  query.andWhere(districtTold('family.id', namedIn(values)), values);
};

const narrowed = (query: SelectQueryBuilder<Family>, search: FamilySearch) => {
  const { seen, words, after } = search;
  query.andWhere('family.merged_into is null');
  const reader = {};
  query.andWhere(seen('family.id', namedIn(reader)), reader);
  named(query, words);
  inDistrict(query, search);
  if (!after) return query;
  const [name, id] = after;
  return query.andWhere(`(${NAME}, family.id) > (searchable(:name), :id)`, { name, id });
};

/** Families by name, then id. */
export const familiesFound = (db: Database, search: FamilySearch, sight: Sight): Promise<Family[]> => {
  const query = narrowed(db.createQueryBuilder(Family, 'family'), search);
  return readWithFacts(db, query.orderBy(NAME).addOrderBy('family.id').limit(search.limit), sight);
};

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
