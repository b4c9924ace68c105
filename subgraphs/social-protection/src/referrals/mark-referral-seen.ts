import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type RefusalDetails, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Acting } from '../support-team/join-support-team.ts';
import { answerMessages, detailsOfStep } from './referral.messages.ts';
import { lockReferral } from './referral.queries.ts';
import { type SeenRefusal, statusOf, stepRefusal } from './referral.rules.ts';
import { Referral } from './referral.ts';

@InputType({ description: 'A referral that was opened by somebody it is for.' })
export class MarkReferralSeenInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;
}

export const MarkReferralSeenRefusal = refusalOfCatalogue<SeenRefusal>(
  'MarkReferralSeenRefusal',
  {
    UNKNOWN_REFERRAL: 'There is no such referral.',
    STALE_VERSION: 'Somebody changed the referral meanwhile: read it again.',
    NOT_FOR_YOU: 'The referral is not addressed to you.',
    FORBIDDEN_STEP: 'The referral has been seen or decided, or it has expired.',
  },
  answerMessages,
);

@ObjectType({ description: 'What came of opening a referral.' })
export class MarkReferralSeenPayload {
  @Field(() => Referral, { nullable: true, description: 'The referral.' })
  referral!: Referral | null;

  @Field(() => MarkReferralSeenRefusal, { nullable: true, description: 'Why nothing was changed.' })
  refusal!: InstanceType<typeof MarkReferralSeenRefusal> | null;
}

export type MarkReferralSeenResult =
  | { referral: Referral }
  | { refusal: SeenRefusal; details?: RefusalDetails };

export const markReferralSeen = async (
  tx: Transaction,
  { referralId, version }: MarkReferralSeenInput,
  { now, user }: Acting,
): Promise<MarkReferralSeenResult> => {
  const referral = await lockReferral(tx, referralId);
  const refusal = stepRefusal(referral, { version, to: 'SEEN' }, user, dayOf(now));
  if (!referral) return { refusal: 'UNKNOWN_REFERRAL' };
  if (refusal) return { refusal, details: detailsOfStep(statusOf(referral, dayOf(now)), 'SEEN') };

  const seen = { seenAt: now, version: version + 1 };
  await tx.update(Referral, referralId, seen);
  return { referral: tx.create(Referral, { ...referral, ...seen }) };
};
