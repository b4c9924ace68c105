import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { namedIn, numberedIn } from '@relais/platform/sight/parameters.ts';
import { referred } from '@relais/platform/sight/relations.ts';
import { Any } from 'typeorm';
import type { Permission } from '../permissions.ts';
import type { familyReasons, readingReasons } from './known-family.reasons.ts';

type Seer = Pick<ActingUser, 'sight'>;

export const knownAdults = (db: Database, ids: string[]): Promise<KnownAdult[]> =>
  db.findBy(KnownAdult, { id: Any(ids) });

/** Those of these adults whose family is seen: of the others nobody may learn that they exist. */
export const seenAdults = (
  tx: Transaction,
  ids: readonly string[],
  { sight }: Seer,
): Promise<KnownAdult[]> => {
  const reader = {};
  const seen = sight.filter('family:see' satisfies Permission)('adult.family_id', namedIn(reader));
  const query = tx.createQueryBuilder(KnownAdult, 'adult').where('adult.id = any(:ids)', { ids });
  return query.andWhere(seen, reader).getMany();
};

const held = { lock: { mode: 'for_no_key_update' } } as const;

/** Holds these until commit, in id order, whoever asks. */
export const lockByIds = (tx: Transaction, ids: string[]): Promise<KnownFamily[]> =>
  tx.find(KnownFamily, { where: { id: Any(ids) }, order: { id: 'ASC' }, ...held });

const lockByReferences = (tx: Transaction, references: string[]): Promise<KnownFamily[]> =>
  tx.find(KnownFamily, { where: { reference: Any(references) }, order: { id: 'ASC' }, ...held });

/** By the references that were named: that of a merged family stands for the one that stays. */
const lockSurvivorsByReference = async (tx: Transaction, references: string[]): Promise<KnownFamily[]> => {
  const found = await lockByReferences(tx, references);
  const survivorIds = found.flatMap(({ mergedInto }) => mergedInto ?? []);
  if (survivorIds.length === 0) return found;
  const survivors = new Map((await lockByIds(tx, survivorIds)).map((family) => [family.id, family]));
  return found.map((family) => {
    const survivor = survivors.get(family.mergedInto ?? '');
    return survivor ? { ...survivor, reference: family.reference } : family;
  });
};

const AllowedRow = rowOf({ id: ['family.id', anId] });

/** Those of these families for which something is allowed. */
const allowedOf = async (
  tx: Transaction,
  ids: readonly string[],
  { sight }: Seer,
  permission: Permission,
): Promise<ReadonlySet<string>> => {
  const parameters: unknown[] = [ids];
  const allowed = sight.filter(permission)('family.id', numberedIn(parameters));
  const statement = `select ${AllowedRow.columns} from unnest($1::uuid[]) as family (id) where ${allowed}`;
  const rows = await rowsOf(tx, AllowedRow, statement, parameters);
  return new Set(rows.map(({ id }) => id));
};

/** Whether something is allowed of a family, which says nothing of it yet: it is not written down as asked for. */
export const isAllowedFor = async (
  tx: Transaction,
  familyId: string,
  acting: Seer,
  permission: Permission,
): Promise<boolean> => (await allowedOf(tx, [familyId], acting, permission)).has(familyId);

/**
 * Holds the families until commit, in id order: two that lock in other orders would block each other. Answers those for
 * which it is allowed; the others are as unknown.
 */
export const lockFamiliesByReference = async (
  tx: Transaction,
  references: string[],
  acting: Seer,
  permission: Permission,
): Promise<KnownFamily[]> => {
  const families = await lockSurvivorsByReference(tx, references);
  const ids = families.map(({ id }) => id);
  const allowed = await allowedOf(tx, ids, acting, permission);
  return families.filter(({ id }) => allowed.has(id));
};

/** Holds the family until commit, whoever asks; of a merged one, the one that stays. `lockKnownFamily` asks who may. */
export const holdFamily = async (tx: Transaction, id: string): Promise<KnownFamily | null> => {
  const family = await tx.findOne(KnownFamily, { where: { id }, ...held });
  return family?.mergedInto ? holdFamily(tx, family.mergedInto) : family;
};

/**
 * Holds the family until commit, so that what belongs to it changes one at a time, for who may do this; of a merged one, the
 * one that stays. Whoever does not see it is answered as if there were none.
 */
export const lockKnownFamily = async (
  tx: Transaction,
  id: string,
  { sight }: Seer,
  permission: Permission,
): Promise<KnownFamily | Refused<Word<typeof familyReasons>>> => {
  const family = await holdFamily(tx, id);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  if (await sight.allows(tx, permission, [family.id])) return family;
  const sees: Permission = 'family:see';
  if (!(await sight.allows(tx, sees, [family.id]))) return { refusal: 'UNKNOWN_FAMILY' };
  const tie = await sight.tieTo(sees, family.id);
  return { refusal: tie === referred.name ? 'REFERRAL_NOT_ACCEPTED' : 'READ_ONLY' };
};

/** The same of a record that is named by its own id: with the family it is unknown itself. */
export const unknownAs = <Unknown extends string>(
  { refusal }: Refused<Word<typeof familyReasons>>,
  unknown: Unknown,
): Refused<Unknown | Word<typeof readingReasons>> => ({
  refusal: refusal === 'UNKNOWN_FAMILY' ? unknown : refusal,
});

/** Input for a family; what is asked for a merged one is meant for the one that stays, and no merge comes between. */
export const forSurvivor = async <Input extends { readonly familyId: string }>(
  tx: Transaction,
  input: Input,
  acting: Seer,
  permission: Permission,
): Promise<Input | Refused<Word<typeof familyReasons>>> => {
  const family = await lockKnownFamily(tx, input.familyId, acting, permission);
  return 'refusal' in family ? family : { ...input, familyId: family.id };
};
