import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { Any } from 'typeorm';
import { holdFamily } from '../known-families/known-family.queries.ts';
import type { Permission } from '../permissions.ts';
import { isPartyTo, readings } from './referral.rules.ts';
import { Referral, type ReferralTarget } from './referral.ts';

const READS_ALL: Permission = 'every-referral:read';

export const referrals = (db: Database, ids: string[]): Promise<Referral[]> =>
  db.findBy(Referral, { id: Any(ids) });

/** As it is once its family is held, whose followers it may change; absent to who may not read it. */
export const lockReferral = async (
  tx: Transaction,
  id: string,
  { user, sight }: ActingUser,
): Promise<Referral | null> => {
  const found = await tx.findOneBy(Referral, { id });
  if (!found) return null;
  await holdFamily(tx, found.familyId);
  const referral = await tx.findOne(Referral, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!referral) return null;
  for (const permission of readings(referral, user))
    if (await sight.allows(tx, permission satisfies Permission, [referral.familyId])) return referral;
  return null;
};

/** All referrals of these families, newest first. */
export const referralsOfFamilies = (db: Database, familyIds: string[]): Promise<Referral[]> =>
  db.find(Referral, { where: { familyId: Any(familyIds) }, order: { sentAt: 'DESC', id: 'DESC' } });

/** Those of a family's referrals that who acts may read. */
export const referralsReadBy = async (
  tx: Transaction,
  familyId: string,
  { user, sight }: ActingUser,
): Promise<Referral[]> => {
  const all = await referralsOfFamilies(tx, [familyId]);
  const readsAll = await sight.allows(tx, READS_ALL, [familyId]);
  return readsAll ? all : all.filter((each) => isPartyTo(each, user));
};

export type Box = {
  readonly sub: string;
  /** What the reader receives; absent for what they sent. */
  readonly target: ReferralTarget | null;
  readonly isReceived: boolean;
  /** Of what is between them and somebody, and of what was sent to nobody in particular. */
  readonly seen: { readonly own: SeenFilter; readonly open: SeenFilter };
};

/** A page of what somebody sent or received, newest first. */
export const referralsIn = (
  db: Database,
  { sub, target, isReceived, seen }: Box,
  after: TimelinePosition | null,
  count: number,
): Promise<Referral[]> => {
  const query = db.createQueryBuilder(Referral, 'referral');
  const reader = {};
  const [own, open] = [seen.own, seen.open].map((filter) => filter('referral.family_id', namedIn(reader)));
  const isMine = isReceived
    ? `referral.target = :target and
        case when referral.addressee_sub is null then ${open} else referral.addressee_sub = :sub and ${own} end`
    : `referral.sender_sub = :sub and ${own}`;
  query.where(isMine, { target, sub, ...reader });
  if (after) query.andWhere('(referral.sentAt, referral.id) < (:at::timestamptz, :id::uuid)', after);
  return query.orderBy('referral.sentAt', 'DESC').addOrderBy('referral.id', 'DESC').limit(count).getMany();
};
