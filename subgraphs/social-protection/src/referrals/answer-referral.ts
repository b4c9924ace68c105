import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { addMember } from '../support-team/add-member.ts';
import { supportTeamOfFamilies } from '../support-team/support-team.queries.ts';
import { isMemberOn } from '../support-team/support-team.rules.ts';
import { detailsOfStep } from './referral.messages.ts';
import { lockReferral } from './referral.queries.ts';
import { answerReasons } from './referral.reasons.ts';
import { reasonRefusal, statusOf, stepRefusal } from './referral.rules.ts';
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

@ObjectType({ description: 'What came of answering a referral; its sender sees it.' })
export class AnswerReferralPayload extends payloadOf(
  'AnswerReferral',
  answerReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Referral, { nullable: true, description: 'The referral, decided.' })
  referral?: Referral;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { referral: Referral } | Refused<Word<typeof answerReasons>>;

/** Whoever accepts is of the team from then on; who reads by the referral alone reads no longer. */
const follow = async (
  tx: Transaction,
  { familyId, decision }: Referral,
  who: Professional,
  acting: ActingUser,
): Promise<void> => {
  const today = dayOf(acting.now);
  const team = await supportTeamOfFamilies(tx, [familyId]);
  const isMember = team.some((each) => each.professionalId === who.id && isMemberOn(each, today));
  if (decision === 'ACCEPTED' && !isMember) {
    await addMember(tx, { id: newId(), familyId, who, isLead: false, from: today }, acting);
    return;
  }
  await tellFollowers(tx, familyId, acting.now);
};

export const answerReferral = async (
  tx: Transaction,
  { referralId, version, decision, reason = null }: AnswerReferralInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const referral = await lockReferral(tx, referralId, acting);
  if (!referral) return { refusal: 'UNKNOWN_REFERRAL' };
  const refusal =
    stepRefusal(referral, { version, to: decision }, user, dayOf(now)) ?? reasonRefusal(decision, reason);
  if (refusal) return { refusal, details: detailsOfStep(statusOf(referral, dayOf(now)), decision) };

  const who = await signedInProfessional(tx, user);
  const decided = {
    seenAt: referral.seenAt ?? now,
    seenBySub: referral.seenBySub ?? user.sub,
    decision,
    decidedAt: now,
    decidedBySub: user.sub,
    declineReason: reason,
  };
  const answered = await store(tx, Referral, referral, decided);
  await follow(tx, answered, who, acting);
  return { referral: answered };
};
