import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Any, IsNull } from 'typeorm';
import { holdFamily } from '../known-families/known-family.queries.ts';
import { isKeptBy } from './restriction.rules.ts';
import { Restriction } from './restriction.ts';

/** All of these families, newest first; those that are over as well. */
export const restrictionsOfFamilies = (db: Database, familyIds: string[]): Promise<Restriction[]> =>
  db.find(Restriction, { where: { familyId: Any(familyIds) }, order: { beganAt: 'DESC', id: 'DESC' } });

/** Those that hold: of two files that were merged, both may have been restricted. */
export const restrictionsInForce = (tx: Transaction, familyIds: readonly string[]): Promise<Restriction[]> =>
  tx.findBy(Restriction, { familyId: Any([...familyIds]), endedAt: IsNull() });

/** As it is once its family is held; absent to whoever does not keep it. */
export const lockRestriction = async (
  tx: Transaction,
  id: string,
  { user }: ActingUser,
): Promise<Restriction | null> => {
  const seen = await tx.findOneBy(Restriction, { id });
  if (!seen) return null;
  await holdFamily(tx, seen.familyId);
  const lock = { mode: 'for_no_key_update' } as const;
  const restriction = await tx.findOne(Restriction, { where: { id }, lock });
  return restriction && isKeptBy(restriction, user) ? restriction : null;
};

type Keeper = { readonly sub: string; readonly agency: string };

/** A page of what an administrator keeps, as `isKeptBy` says it, newest first. */
export const restrictionsKeptBy = (
  db: Database,
  { sub, agency }: Keeper,
  after: TimelinePosition | null,
  count: number,
): Promise<Restriction[]> => {
  const query = db
    .createQueryBuilder(Restriction, 'restriction')
    .where('restriction.agency = :agency and :sub <> all(restriction.barred_subs)', { agency, sub });
  if (after) query.andWhere('(restriction.beganAt, restriction.id) < (:at::timestamptz, :id::uuid)', after);
  return query
    .orderBy('restriction.beganAt', 'DESC')
    .addOrderBy('restriction.id', 'DESC')
    .limit(count)
    .getMany();
};
