import type { ActingUser } from '@relais/platform/acting.ts';
import { auditor } from '@relais/platform/auth/user.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Any } from 'typeorm';
import { z } from 'zod';
import { holdFamily } from '../known-families/known-family.queries.ts';
import { BreakGlassAccess } from './break-glass-access.ts';

/** All of these families, newest first. */
export const breakGlassesOfFamilies = (
  db: Database,
  familyIds: readonly string[],
): Promise<BreakGlassAccess[]> =>
  db.find(BreakGlassAccess, {
    where: { familyId: Any([...familyIds]) },
    order: { beganAt: 'DESC', id: 'DESC' },
  });

/** As it is once its family is held; absent to whoever neither broke the glass nor reviews. */
export const lockBreakGlass = async (
  tx: Transaction,
  id: string,
  { user }: Pick<ActingUser, 'user'>,
): Promise<BreakGlassAccess | null> => {
  const seen = await tx.findOneBy(BreakGlassAccess, { id });
  if (!seen) return null;
  await holdFamily(tx, seen.familyId);
  const lock = { mode: 'for_no_key_update' } as const;
  const access = await tx.findOne(BreakGlassAccess, { where: { id }, lock });
  return access && (access.sub === user.sub || auditor(user)) ? access : null;
};

const CountedRow = rowOf({ id: ['counted.id', anId], opened: ['opened', z.int()] });
const COUNT = `
  select ${CountedRow.columns} from break_glasses counted cross join lateral (
    select count(*)::int as opened from break_glasses other
    where other.sub = counted.sub and other.began_at > counted.began_at - interval '24 hours'
      and other.began_at <= counted.began_at) as day
  where counted.id = any($1)`;

/** How many files whoever opened each of these had opened in the 24 hours up to it, it included. */
export const openedWithinDay = async (db: Database, ids: readonly string[]): Promise<number[]> => {
  const rows = await rowsOf(db, CountedRow, COUNT, [ids]);
  const counts = new Map(rows.map(({ id, opened }) => [id, opened]));
  return ids.map((id) => counts.get(id) ?? 0);
};

type Listed = {
  /** Only of this person; of all when `null`. */
  readonly sub: string | null;
  readonly isReviewed: boolean | null;
};

/** A page of them, newest first. */
export const breakGlassesListed = (
  db: Database,
  { sub, isReviewed }: Listed,
  after: TimelinePosition | null,
  count: number,
): Promise<BreakGlassAccess[]> => {
  const query = db.createQueryBuilder(BreakGlassAccess, 'access');
  if (sub !== null) query.andWhere('access.sub = :sub', { sub });
  if (isReviewed !== null) query.andWhere(`access.finding is ${isReviewed ? 'not null' : 'null'}`);
  if (after) query.andWhere('(access.beganAt, access.id) < (:at::timestamptz, :id::uuid)', after);
  return query.orderBy('access.beganAt', 'DESC').addOrderBy('access.id', 'DESC').limit(count).getMany();
};
