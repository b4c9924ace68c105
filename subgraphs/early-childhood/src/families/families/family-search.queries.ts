import type { Database } from '@relais/platform/database/database.ts';
import { countRows } from '@relais/platform/graphql/counted.ts';
import { nameKey, referenceOf } from '@relais/platform/names.rules.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { AddParameter, SeenFilter } from '@relais/platform/sight/sight.ts';
import { ageCountsFrom } from './age.rules.ts';
import { ALIAS, type Reads, readWithFacts } from './family.queries.ts';
import type { Family } from './family.ts';
import { internationalPhone } from './phone.rules.ts';
import { dayWritten } from './search.rules.ts';

export type FamilySearch = {
  /** Only families that the reader may know of. */
  readonly seen: SeenFilter;
  /** Part of a name (one or two letters: its start), however it is written, or a reference; blank finds all. */
  readonly words: string;
  /** A family whose telephones the reader may not know is found by none. */
  readonly phoneTold: SeenFilter;
  readonly districtId: string | null;
  /** A family whose district the reader may not know is found by none. */
  readonly districtTold: SeenFilter;
  /** Name and id of the last family of the page before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

const NAME = `searchable(${ALIAS}.display_name) collate "C"`;

/** Once for the family and once for its adults, each by an index. */
const foundByPart = (words: string, reference: string): string => `
  select coalesce(merged_into, id) from families
  where reference = ${reference} or searchable(display_name) like '%' || searchable(${words}) || '%'
  union
  select family_id from adults
  where searchable(first_name || ' ' || last_name || ' ' || first_name) like '%' || searchable(${words}) || '%'`;

/** Fewer letters are in nearly every name: no index finds them inside one. */
const SHORTEST_PART = 3;

const lettersIn = (words: string): number => [...nameKey(words)].length;
const isStart = (words: string): boolean => lettersIn(words) > 0 && lettersIn(words) < SHORTEST_PART;

/** SQL: the ids of families of a name or reference. The form of a name has no sign in it, so nothing is a wildcard. */
export const idsOfNamed = (words: string, add: AddParameter): string | null => {
  if (lettersIn(words) === 0) return null;
  const asked = `${add(words)}::text`;
  if (isStart(words))
    return `select id from families where searchable(display_name) collate "C" like searchable(${asked}) || '%'`;
  return foundByPart(asked, `${add(referenceOf(words))}::text`);
};

/** Whoever is asked for by a number is asked for by no name. */
const idsOfPhone = (phone: string, { phoneTold }: FamilySearch, add: AddParameter): string => `
  select adult.family_id from adults adult
  where adult.phone = ${add(phone)} and adult.left_on is null and adult.merged_into is null
    and ${phoneTold('adult.family_id', add)}`;

const idsOfBirth = (day: string, add: AddParameter): string => `
  select child.family_id from children child
  where ${ageCountsFrom('child')} = ${add(day)}::date and child.merged_into is null`;

const found = (search: FamilySearch, add: AddParameter): string => {
  const { words } = search;
  if (!words) return 'true';
  const [phone, day] = [internationalPhone(words), dayWritten(words)];
  if (phone) return `${ALIAS}.id in (${idsOfPhone(phone, search, add)})`;
  if (day) return `${ALIAS}.id in (${idsOfBirth(day.toString(), add)})`;
  // The order of names serves for how they start.
  if (isStart(words)) return `${NAME} like searchable(${add(words)}::text) || '%'`;
  const ids = idsOfNamed(words, add);
  return ids === null ? 'false' : `${ALIAS}.id in (${ids})`;
};

const inDistrict = ({ districtId, districtTold }: FamilySearch, add: AddParameter): string =>
  districtId
    ? `${ALIAS}.district_id = ${add(districtId)}::uuid and ${districtTold(`${ALIAS}.id`, add)}`
    : 'true';

const afterLast = (after: FamilySearch['after'], add: AddParameter): string => {
  const [name, id] = after ?? [];
  if (name === undefined || id === undefined) return 'true';
  return `(${NAME}, ${ALIAS}.id) > (searchable(${add(name)}::text), ${add(id)}::uuid)`;
};

const conditionsOf = (search: FamilySearch, add: AddParameter): string =>
  [
    `${ALIAS}.merged_into is null`,
    search.seen(`${ALIAS}.id`, add),
    found(search, add),
    inDistrict(search, add),
  ].join(' and ');

/** Families by name, then id. */
export const familiesFound = (reads: Reads, search: FamilySearch): Promise<Family[]> => {
  const values: unknown[] = [search.limit];
  const add = numberedIn(values);
  const conditions = [conditionsOf(search, add), afterLast(search.after, add)];
  const rest = `where ${conditions.join(' and ')} order by ${NAME}, ${ALIAS}.id limit $1`;
  return readWithFacts(reads, { rest, values });
};

/** How many they are on all pages. */
export const countFamilies = (db: Database, search: FamilySearch): Promise<number> => {
  const values: unknown[] = [];
  const text = `select from families ${ALIAS} where ${conditionsOf(search, numberedIn(values))}`;
  return countRows(db, text, values);
};
