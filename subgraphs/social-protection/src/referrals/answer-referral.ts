import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type RefusalDetails, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Acting } from '../support-team/join-support-team.ts';
import { signedInProfessional } from '../support-team/know-professional.ts';
import { answerMessages, detailsOfStep } from './referral.messages.ts';
import { lockReferral } from './referral.queries.ts';
import { type AnswerRefusal, reasonRefusal, statusOf, stepRefusal } from './referral.rules.ts';
import { Referral, ReferralDecision } from './referral.ts';

@InputType({ description: 'The answer to a referral.' })
export class AnswerReferralInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => ReferralDecision, { description: 'Whether you take care of it.' })
  decision!: ReferralDecision;

  @Field(() => String, { nullable: true, description: 'Why not; needed when declining.' })
  reason?: string | null;
}

export const AnswerReferralRefusal = refusalOfCatalogue<AnswerRefusal>(
  'AnswerReferralRefusal',
  {
    UNKNOWN_REFERRAL: 'There is no such referral.',
    STALE_VERSION: 'Somebody changed the referral meanwhile: read it again.',
    NOT_FOR_YOU: 'The referral is not addressed to you.',
    FORBIDDEN_STEP: 'The referral has been decided, or it has expired.',
    REASON_NEEDED: 'Declining needs a reason.',
    REASON_OF_AN_ACCEPTANCE: 'A reason goes with declining only.',
    EMPTY_TEXT: 'The reason is empty.',
    TEXT_TOO_LONG: 'The reason is longer than 4,000 characters.',
  },
  answerMessages,
);

@ObjectType({ description: 'What came of answering a referral; its sender sees it.' })
export class AnswerReferralPayload {
  @Field(() => Referral, { nullable: true, description: 'The referral, decided.' })
  referral!: Referral | null;

  @Field(() => AnswerReferralRefusal, { nullable: true, description: 'Why nothing was changed.' })
  refusal!: InstanceType<typeof AnswerReferralRefusal> | null;
}

export type AnswerReferralResult =
  | { referral: Referral }
  | { refusal: AnswerRefusal; details?: RefusalDetails };

export const answerReferral = async (
  tx: Transaction,
  { referralId, version, decision, reason = null }: AnswerReferralInput,
  { now, user }: Acting,
): Promise<AnswerReferralResult> => {
  const referral = await lockReferral(tx, referralId);
  const refusal =
    stepRefusal(referral, { version, to: decision }, user, dayOf(now)) ?? reasonRefusal(decision, reason);
  if (!referral) return { refusal: 'UNKNOWN_REFERRAL' };
  if (refusal) return { refusal, details: detailsOfStep(statusOf(referral, dayOf(now)), decision) };

  await signedInProfessional(tx, user);
  const decided = {
    seenAt: referral.seenAt ?? now,
    decision,
    decidedAt: now,
    decidedBySub: user.sub,
    declineReason: reason,
    version: version + 1,
  };
  await tx.update(Referral, referralId, decided);
  return { referral: tx.create(Referral, { ...referral, ...decided }) };
};
