import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Any } from 'typeorm';
import { lockKnownFamily } from '../known-families/known-family.queries.ts';
import { Referral, type ReferralTarget } from './referral.ts';

export const referrals = (db: Database, ids: string[]): Promise<Referral[]> =>
  db.findBy(Referral, { id: Any(ids) });

/** As it is once its family is held: whose followers it may change. */
export const lockReferral = async (tx: Transaction, id: string): Promise<Referral | null> => {
  const seen = await tx.findOneBy(Referral, { id });
  if (!seen) return null;
  await lockKnownFamily(tx, seen.familyId);
  return tx.findOne(Referral, { where: { id }, lock: { mode: 'for_no_key_update' } });
};

/** All referrals of these families, newest first. */
export const referralsOfFamilies = (db: Database, familyIds: string[]): Promise<Referral[]> =>
  db.find(Referral, { where: { familyId: Any(familyIds) }, order: { sentAt: 'DESC', id: 'DESC' } });

export type Box = {
  readonly sub: string;
  /** What the reader receives; absent for what they sent. */
  readonly target: ReferralTarget | null;
  readonly isReceived: boolean;
};

/** A page of what somebody sent or received, newest first. */
export const referralsIn = (
  db: Database,
  { sub, target, isReceived }: Box,
  after: TimelinePosition | null,
  count: number,
): Promise<Referral[]> => {
  const query = db.createQueryBuilder(Referral, 'referral');
  if (isReceived) {
    query
      .where('referral.target = :target', { target })
      .andWhere('(referral.addresseeSub is null or referral.addresseeSub = :sub)', { sub });
  }
  if (!isReceived) query.where('referral.senderSub = :sub', { sub });
  if (after) query.andWhere('(referral.sentAt, referral.id) < (:at::timestamptz, :id::uuid)', after);
  return query.orderBy('referral.sentAt', 'DESC').addOrderBy('referral.id', 'DESC').limit(count).getMany();
};
