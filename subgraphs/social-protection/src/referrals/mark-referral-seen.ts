import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { detailsOfStep } from './referral.messages.ts';
import { lockReferral } from './referral.queries.ts';
import { seenReasons } from './referral.reasons.ts';
import { statusOf, stepRefusal } from './referral.rules.ts';
import { Referral } from './referral.ts';

@InputType({ description: 'A referral that was opened by somebody it is for.' })
export class MarkReferralSeenInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;
}

@ObjectType({ description: 'What came of opening a referral.' })
export class MarkReferralSeenPayload extends payloadOf(
  'MarkReferralSeen',
  seenReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Referral, { nullable: true, description: 'The referral.' })
  referral?: Referral;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { referral: Referral } | Refused<Word<typeof seenReasons>>;

export const markReferralSeen = async (
  tx: Transaction,
  { referralId, version }: MarkReferralSeenInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const referral = await lockReferral(tx, referralId, acting);
  if (!referral) return { refusal: 'UNKNOWN_REFERRAL' };
  const refusal = stepRefusal(referral, { version, to: 'SEEN' }, user, dayOf(now));
  if (refusal) return { refusal, details: detailsOfStep(statusOf(referral, dayOf(now)), 'SEEN') };

  await signedInProfessional(tx, user);
  const seen = await store(tx, Referral, referral, { seenAt: now, seenBySub: user.sub });
  await tellFollowers(tx, seen.familyId, now);
  return { referral: seen };
};
