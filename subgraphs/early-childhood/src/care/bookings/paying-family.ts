import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused } from '@relais/platform/graphql/reasons.ts';
import { calendarOfChildren } from '../../families/shared-residence/shared-residence.queries.ts';
import { type ChildOfFamilies, familyOfMilestone } from './booking.queries.ts';
import type { Booking } from './booking.ts';
import { payer } from './paying-family.rules.ts';

export type CareToPay = Pick<Booking, 'startsAt' | 'endsAt'> & {
  /** The family that pays, where somebody said it. */
  readonly familyId?: string | null;
  readonly milestoneId?: string | null;
  readonly confirmed?: boolean;
};

type PayerQuestion = 'OTHER_PARENTS_DAY' | 'WHOSE_DAY_UNKNOWN';

/** Whom care is billed to: under shared residence the family whose day it is, unless another is told. */
export const payingFamily = async (
  tx: Transaction,
  { child, familyIds }: ChildOfFamilies,
  care: CareToPay,
): Promise<{ readonly familyId: string } | Refused<PayerQuestion>> => {
  const told = care.familyId ?? null;
  if (familyIds.length < 2) return { familyId: told ?? child.familyId };
  const ofMilestone = care.milestoneId ? await familyOfMilestone(tx, care.milestoneId) : null;
  const calendar = await calendarOfChildren(tx, [child.id], care);
  const confirmed = care.confirmed ?? false;
  const found = payer({
    told,
    ofMilestone,
    registered: child.familyId,
    familyIds,
    confirmed,
    care,
    calendar,
  });
  return 'question' in found ? { refusal: found.question } : found;
};
