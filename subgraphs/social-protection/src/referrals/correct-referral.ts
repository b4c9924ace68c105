import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, correct } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { lockReferral } from './referral.queries.ts';
import { correctReferralReasons } from './referral.reasons.ts';
import { correctReferralRefusal } from './referral.rules.ts';
import { Referral } from './referral.ts';

@InputType({ description: 'What was wrong with a referral that one sent, while it waits for an answer.' })
export class CorrectReferralInput extends CorrectionInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => String, { nullable: true, description: 'What is asked; absent when that stays as it is.' })
  message?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It is taken back: whom it was sent to no longer reads the file by it.',
  })
  isWithdrawn!: boolean;
}

@ObjectType({ description: 'What came of correcting a referral: the referral as it stands, or a refusal.' })
export class CorrectReferralPayload extends payloadOf(
  'CorrectReferral',
  correctReferralReasons,
  'Why nothing was changed; absent when it was.',
) {
  @Field(() => Referral, {
    nullable: true,
    description: 'The referral; what it said before is in its `corrections`.',
  })
  referral?: Referral;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { referral: Referral } | Refused<Word<typeof correctReferralReasons>>;

export const correctReferral = async (
  tx: Transaction,
  { referralId, version, reason, isWithdrawn, ...input }: CorrectReferralInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const sent = await lockReferral(tx, referralId, acting);
  if (!sent) return { refusal: 'UNKNOWN_REFERRAL' };
  if (sent.senderSub !== user.sub) return { refusal: 'NOT_THE_SENDER' };
  const message = input.message ?? sent.message;
  const refusal = correctReferralRefusal(sent, { version, reason, message }, dayOf(now));
  if (refusal) return { refusal };
  const changes = { message, withdrawnAt: isWithdrawn ? now : null };
  if (!wouldChange(sent, changes)) return { referral: sent };
  const { familyId } = sent;
  const referral = await correct(tx, Referral, sent, { familyId, changes, reason }, acting);
  if (isWithdrawn) await tellFollowers(tx, familyId, now);
  return { referral };
};
