import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { colleagueRefusal } from '@relais/platform/professionals/colleague.rules.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { forSurvivor } from '../known-families/known-family.queries.ts';
import { namedColleague, ProfessionalInput } from '../professionals/named-colleague.ts';
import { referralsReadBy } from './referral.queries.ts';
import { sendReasons } from './referral.reasons.ts';
import { isSentAlready, sendRefusal } from './referral.rules.ts';
import { Referral, ReferralTarget } from './referral.ts';
import { type Reach, reachOf } from './referral-reach.ts';

@InputType({ description: 'A family to entrust to another agency.' })
export class SendReferralInput extends Confirmable {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => ReferralTarget, { description: 'To whom.' })
  target!: ReferralTarget;

  @Field(() => ProfessionalInput, {
    nullable: true,
    description:
      'Somebody in particular; needed for an advisor, everybody of the service point, or of the social service of the family’s district, when absent.',
  })
  addressee?: ProfessionalInput | null;

  @Field(() => String, { description: 'What is asked; 4,000 characters at most, only what is necessary.' })
  message!: string;
}

@ObjectType({ description: 'What came of sending: the referral, or a refusal.' })
export class SendReferralPayload extends payloadOf(
  'SendReferral',
  sendReasons,
  'Why nothing was sent; absent when something was.',
) {
  @Field(() => Referral, { nullable: true, description: 'The referral.' })
  referral?: Referral;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { referral: Referral } | Refused<Word<typeof sendReasons>>;

const isSame = (
  sent: Referral,
  input: SendReferralInput,
  addressee: Professional | null,
  senderSub: string,
): boolean =>
  sent.senderSub === senderSub &&
  sent.familyId === input.familyId &&
  sent.target === input.target &&
  sent.addresseeSub === (addressee?.sub ?? null) &&
  sent.message === input.message;

/** Why it cannot be sent to whom it names, if anybody. */
const refusalOf = (
  { target, message, addressee: named }: SendReferralInput,
  addressee: Professional | null,
  reach: Reach,
  now: Date,
) =>
  (named ? colleagueRefusal(addressee, dayOf(now)) : null) ??
  sendRefusal({ target, message, ...reach, addresseeRole: addressee?.role ?? null });

/** Whoever cannot read the other referral is not told of it. */
const isWaitingAlready = async (
  tx: Transaction,
  { familyId, target }: SendReferralInput,
  addresseeSub: string | null,
  acting: ActingUser,
): Promise<boolean> => {
  const known = await referralsReadBy(tx, familyId, acting);
  return isSentAlready({ target, addresseeSub }, known, dayOf(acting.now));
};

const storeReferral = async (
  tx: Transaction,
  input: SendReferralInput,
  addresseeSub: string | null,
  acting: ActingUser,
): Promise<Result> => {
  if (!input.confirmed && (await isWaitingAlready(tx, input, addresseeSub, acting)))
    return { refusal: 'SAME_REFERRAL_OPEN' };
  const { id, familyId, target, message } = input;
  const referral = tx.create(Referral, {
    id: id ?? newId(),
    familyId,
    target,
    message,
    senderSub: acting.user.sub,
    addresseeSub,
    sentAt: acting.now,
    seenAt: null,
    seenBySub: null,
    decision: null,
    decidedAt: null,
    decidedBySub: null,
    declineReason: null,
    withdrawnAt: null,
    version: 1,
  });
  await tx.insert(Referral, referral);
  await tellFollowers(tx, familyId, acting.now);
  return { referral };
};

export const sendReferral = async (
  tx: Transaction,
  asked: SendReferralInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const input = await forSurvivor(tx, asked, acting, 'referral:send');
  if ('refusal' in input) return input;
  const colleague = await namedColleague(tx, input.addressee, user);
  const addressee = input.addressee ? colleague : null;
  const sent = await sentBefore(tx, Referral, input.id, (each) => isSame(each, input, addressee, user.sub));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) {
    await tellNow(tx, input.familyId);
    return { referral: sent };
  }
  const refusal = refusalOf(input, addressee, await reachOf(tx, input.familyId, now), now);
  if (refusal) return { refusal };
  return storeReferral(tx, input, addressee?.sub ?? null, acting);
};
