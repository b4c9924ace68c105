import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { id as anId, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { beginJournal, endJournal, lockJournal } from '../merge-journals/merge-journal.queries.ts';
import type { EventReceiver } from '../subgraph.ts';
import { dayOf } from '../time/civil-time.ts';
import type { MergeFamily } from './merge-family.queries.ts';
import { tellMergeTaken } from './merge-taken.ts';
import type { PartFamilies } from './part-families.queries.ts';
import { type SplitFamily, splitFile } from './split-file.ts';

const familyChange = z.object({
  familyId: z.uuid(),
  reference: z.string().min(1),
  version: z.number().int().positive(),
  adultIds: z.array(z.uuid()),
  districtId: z.uuid().nullish(),
  registeredOn: z.iso.date().nullish(),
  homes: z.array(z.object({ districtId: z.uuid().nullable(), from: z.iso.date() })).default([]),
  registeredBy: z
    .object({ sub: z.string().min(1), name: z.string(), role: z.string(), agency: z.string() })
    .nullish(),
  splitFrom: z.uuid().nullish(),
  mergedInto: z.uuid().nullish(),
  mergedAdults: z.array(z.object({ adultId: z.uuid(), mergedInto: z.uuid() })).default([]),
});
type FamilyChange = z.output<typeof familyChange>;

const StoredRow = rowOf({
  isFirst: ['xmax = 0', z.boolean()],
  /** Of what was known. */
  mergedInto: ['known.merged_into', anId.nullable()],
});
type Stored = RowFrom<typeof StoredRow>;

/** Answers no row when what is known is newer. The same version is taken again: that is how a rebuild repairs. */
const STORE_NEWEST = `
  insert into known_families as known (id, reference, version, district_id, registered_on, homes)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do update
    set reference = excluded.reference, version = excluded.version, district_id = excluded.district_id,
      registered_on = excluded.registered_on, homes = excluded.homes
    where known.version <= excluded.version
  returning ${StoredRow.columns}`;

/** Whether the family is heard of for the first time, and whose it is; nothing when what is known of it is newer. */
const storeNewest = async (
  tx: Transaction,
  { familyId, reference, version, ...family }: FamilyChange,
): Promise<Stored | undefined> => {
  const { districtId = null, registeredOn = null, homes } = family;
  const values = [familyId, reference, version, districtId, registeredOn, JSON.stringify(homes)];
  const [stored] = await rowsOf(tx, StoredRow, STORE_NEWEST, values);
  return stored;
};

const FORGET_ADULTS_WHO_LEFT = 'delete from known_adults where family_id = $1 and id <> all($2::uuid[])';

/** Off which files one that stands was split, or what was merged into it, and into what those are merged: at however many removes. */
const ORIGINS = `
  with recursive origin (id) as (
    select part.split_from from known_families own
    join known_families part on part.id = own.id or part.merged_into = own.id
    where own.id = known.family_id and own.merged_into is null and part.split_from is not null
    union
    select further.id from origin cross join lateral (
      select split_from as id from known_families where id = origin.id or merged_into = origin.id
      union all
      select merged_into from known_families where id = origin.id) further
    where further.id is not null)
  select from origin where origin.id = excluded.family_id`;

/** Who left with a file of their own is of that: an event that still names them in the one they left is older. */
const STORE_ADULTS = `
  insert into known_adults as known (id, family_id) select unnest($2::uuid[]), $1
  on conflict (id) do update set family_id = excluded.family_id where not exists (${ORIGINS})`;

const storeAdults = async (tx: Transaction, { familyId, adultIds }: FamilyChange): Promise<void> => {
  await tx.query(FORGET_ADULTS_WHO_LEFT, [familyId, adultIds]);
  await tx.query(STORE_ADULTS, [familyId, adultIds.toSorted()]);
};

/** Who registered a family that is heard of for the first time, and when. */
type Registration = {
  readonly familyId: string;
  readonly registeredBy: NonNullable<FamilyChange['registeredBy']>;
  readonly registeredOn: Temporal.PlainDate;
};
export type FamilyRegistered = (tx: Transaction, registration: Registration, now: Date) => Promise<void>;

const registrationOf = (
  { familyId, registeredBy, registeredOn }: FamilyChange,
  now: Date,
): Registration | null => {
  if (!registeredBy) return null;
  return {
    familyId,
    registeredBy,
    registeredOn: registeredOn ? Temporal.PlainDate.from(registeredOn) : dayOf(now),
  };
};

/** What an agency does when a family is registered, merged, split, or has a file of its own again. */
type Receivers = {
  readonly merge: MergeFamily;
  readonly part: PartFamilies;
  readonly split: SplitFamily;
  readonly registered: FamilyRegistered;
};

/** Longer than where a merge is undone: until then it may be told. */
const KEPT_FOR_DAYS = 60;

/** The first telling of a merge is journaled; told again, it finds nothing to move. */
const mergeTold = async (
  tx: Transaction,
  { familyId, mergedInto, mergedAdults, version }: FamilyChange & { readonly mergedInto: string },
  { merge, known, now }: { readonly merge: MergeFamily; readonly known: Stored; readonly now: Date },
): Promise<void> => {
  const pair = { duplicateId: familyId, survivorId: mergedInto };
  const isNew = known.mergedInto === null;
  if (isNew) await beginJournal(tx, pair, { now, keptForDays: KEPT_FOR_DAYS });
  await merge(tx, { familyId, mergedInto, mergedAdults }, now);
  if (isNew) await endJournal(tx);
  // Without a journal it could not be undone here: who merged is not told that it could.
  const journal = await lockJournal(tx, familyId);
  if (journal?.survivorId === mergedInto) await tellMergeTaken(tx, { ...pair, version, state: 'TAKEN' });
};

const splitTold = async (
  tx: Transaction,
  { familyId, splitFrom, adultIds, registeredBy }: FamilyChange,
  split: SplitFamily,
  now: Date,
): Promise<void> => {
  if (!splitFrom) return;
  await splitFile(tx, { familyId, splitFrom, adultIds, by: registeredBy ?? null }, split, now);
};

/**
 * Keeps the newest version of a family. The event carries the whole state, so a replay or a rebuild is the same as hearing
 * it the first time. All that an agency keeps of a family that was merged is its survivor's from then on, until that is undone.
 */
export const receiveFamilyChange =
  ({ merge, part, split, registered }: Receivers): EventReceiver =>
  async (tx, { data }, now) => {
    const family = familyChange.parse(data);
    const known = await storeNewest(tx, family);
    if (!known) return;
    const { mergedInto } = family;
    if (mergedInto) return mergeTold(tx, { ...family, mergedInto }, { merge, known, now });
    const { familyId, version } = family;
    if (known.mergedInto) await part(tx, { familyId, version, mergedInto: known.mergedInto }, now);
    await storeAdults(tx, family);
    await splitTold(tx, family, split, now);
    const registration = registrationOf(family, now);
    if (known.isFirst && registration) await registered(tx, registration, now);
  };
