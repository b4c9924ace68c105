import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Confirmable, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor, knownFamilies } from '../known-families/known-family.queries.ts';
import type { Acting } from '../support-team/join-support-team.ts';
import {
  namedProfessional,
  ProfessionalInput,
  signedInProfessional,
} from '../support-team/know-professional.ts';
import { sendMessages } from './referral.messages.ts';
import { referrals, referralsOfFamilies } from './referral.queries.ts';
import { isSentAlready, mayRead, type SendRefusal, sendRefusal } from './referral.rules.ts';
import { Referral, ReferralTarget } from './referral.ts';

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
    description: 'Somebody in particular; needed for an advisor, everybody behind the target when absent.',
  })
  addressee?: ProfessionalInput | null;

  @Field(() => String, { description: 'What is asked; 4,000 characters at most, only what is necessary.' })
  message!: string;
}

export const SendReferralRefusal = refusalOfCatalogue<SendRefusal>(
  'SendReferralRefusal',
  {
    UNKNOWN_FAMILY: 'The family is not known to this agency (yet).',
    ADVISOR_NOT_NAMED: 'A referral to an advisor names him or her.',
    ADDRESSEE_OF_ANOTHER_ROLE: 'The addressee does not work behind this target.',
    EMPTY_TEXT: 'The message is empty.',
    TEXT_TOO_LONG: 'The message is longer than 4,000 characters.',
    SAME_REFERRAL_OPEN: 'A referral of this family to the same addressee waits for an answer.',
    CONFLICT: 'Another record with this id exists.',
  },
  sendMessages,
  ['SAME_REFERRAL_OPEN'],
);

@ObjectType({ description: 'What came of sending: the referral, or a refusal.' })
export class SendReferralPayload {
  @Field(() => Referral, { nullable: true, description: 'The referral.' })
  referral!: Referral | null;

  @Field(() => SendReferralRefusal, { nullable: true, description: 'Why nothing was sent.' })
  refusal!: InstanceType<typeof SendReferralRefusal> | null;
}

export type SendReferralResult = { referral: Referral } | { refusal: SendRefusal };

const isSame = (sent: Referral, input: SendReferralInput, senderSub: string): boolean =>
  sent.senderSub === senderSub &&
  sent.familyId === input.familyId &&
  sent.target === input.target &&
  sent.addresseeSub === (input.addressee?.sub ?? null) &&
  sent.message === input.message;

/** Whoever cannot read the other referral is not told of it. */
const isWaitingAlready = async (
  tx: Transaction,
  { familyId, target }: SendReferralInput,
  addresseeSub: string | null,
  { now, user }: Acting,
): Promise<boolean> => {
  const ofFamily = await referralsOfFamilies(tx, [familyId]);
  const known = ofFamily.filter((each) => mayRead(each, user));
  return isSentAlready({ target, addresseeSub }, known, dayOf(now));
};

const store = async (
  tx: Transaction,
  input: SendReferralInput,
  addresseeSub: string | null,
  acting: Acting,
): Promise<SendReferralResult> => {
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
    decision: null,
    decidedAt: null,
    decidedBySub: null,
    declineReason: null,
    version: 1,
  });
  await tx.insert(Referral, referral);
  return { referral };
};

export const sendReferral = async (
  tx: Transaction,
  asked: SendReferralInput,
  { now, user }: Acting,
): Promise<SendReferralResult> => {
  const input = await forSurvivor(tx, asked);
  const { familyId, target, message } = input;
  const [sent] = input.id ? await referrals(tx, [input.id]) : [];
  if (sent) return isSame(sent, input, user.sub) ? { referral: sent } : { refusal: 'CONFLICT' };
  const [family] = await knownFamilies(tx, [familyId]);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };

  await signedInProfessional(tx, user);
  const addressee = input.addressee ? await namedProfessional(tx, input.addressee, user) : null;
  const refusal = sendRefusal({ target, message, addresseeRole: addressee?.role ?? null });
  if (refusal) return { refusal };
  return store(tx, input, addressee?.sub ?? null, { now, user });
};
