import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { isFollowedBy } from '@relais/platform/followers/follower.queries.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { colleagueRefusal } from '@relais/platform/professionals/colleague.rules.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { restrictionsInForce } from '../restricted-files/restriction.queries.ts';
import type { assigneeReasons } from './task.reasons.ts';

/** Why it cannot be entrusted to whom it names: whoever does not see the family would never meet it. */
export const assigneeRefusal = async (
  tx: Transaction,
  assignee: Professional | null,
  familyId: string,
  { user, now }: ActingUser,
): Promise<Word<typeof assigneeReasons> | null> => {
  const today = dayOf(now);
  const refusal = colleagueRefusal(assignee, today);
  if (!assignee || refusal) return refusal;
  const isRestricted = (await restrictionsInForce(tx, [familyId])).length > 0;
  const isSeen = assignee.sub === user.sub || (assignee.role === 'CARE_COORDINATOR' && !isRestricted);
  if (isSeen || (await isFollowedBy(tx, familyId, assignee.sub, today))) return null;
  return 'ASSIGNEE_DOES_NOT_FOLLOW';
};
