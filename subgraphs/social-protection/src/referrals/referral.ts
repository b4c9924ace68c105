import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const ReferralTarget = enumOf('ReferralTarget', 'To whom a family is referred.', {
  SERVICE_POINT: 'The early-childhood service point; any of its coordinators, unless one is named.',
  ADVISOR: 'An employment advisor, who is always named: advisors see their own job seekers only.',
  SOCIAL_WORKER: 'A social worker; any of them, unless one is named.',
});
export type ReferralTarget = keyof typeof ReferralTarget;

export const ReferralDecision = enumOf('ReferralDecision', 'What the addressee answers.', {
  ACCEPTED: 'Takes care of it, as a member of the support team.',
  DECLINED: 'Does not, for a reason that is given.',
});
export type ReferralDecision = keyof typeof ReferralDecision;

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A family entrusted to another agency for a matter, with the answer.' })
@Entity('referrals')
@Index('referrals_by_target', ['target', 'sentAt', 'id'])
@Index('referrals_by_sender', ['senderSub', 'sentAt', 'id'])
@Index('referrals_by_addressee', ['addresseeSub'], { where: 'addressee_sub is not null' })
@Index('referrals_by_seer', ['seenBySub'], { where: 'seen_by_sub is not null' })
@Index('referrals_by_decider', ['decidedBySub'], { where: 'decided_by_sub is not null' })
@Check('referrals_target_known', `target in ('SERVICE_POINT', 'ADVISOR', 'SOCIAL_WORKER')`)
@Check('referrals_decision_known', `decision in ('ACCEPTED', 'DECLINED')`)
@Check('referrals_advisor_is_named', `target <> 'ADVISOR' or addressee_sub is not null`)
@Check(
  'referrals_decided_as_a_whole',
  '(decision is null) = (decided_at is null) and (decision is null) = (decided_by_sub is null)',
)
@Check('referrals_declined_with_a_reason', `(decision = 'DECLINED') = (decline_reason is not null)`)
@Check('referrals_withdrawn_undecided', 'withdrawn_at is null or decision is null')
@Check('referrals_seer_has_seen', 'seen_by_sub is null or seen_at is not null')
@Check('referrals_seen_before_decided', 'decision is null or seen_at is not null')
export class Referral {
  @Field(() => ID, { description: 'Identifies the referral.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referrals_pkey' })
  id!: string;

  @Index('referrals_by_family')
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @ForeignKey(() => Professional, 'sub', { name: 'referrals_sender_fkey' })
  @Column('text', { name: 'sender_sub' })
  senderSub!: string;

  @Field(() => ReferralTarget, { description: 'To whom the family is referred.' })
  @Column('text')
  target!: ReferralTarget;

  @ForeignKey(() => Professional, 'sub', { name: 'referrals_addressee_fkey' })
  @Column('text', { name: 'addressee_sub', nullable: true })
  addresseeSub!: string | null;

  @Column('text')
  message!: string;

  @Field(() => DateTime, { description: 'When it was sent.' })
  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When somebody it is for first opened it.' })
  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt!: Date | null;

  @ForeignKey(() => Professional, 'sub', { name: 'referrals_seer_fkey' })
  @Column('text', { name: 'seen_by_sub', nullable: true })
  seenBySub!: string | null;

  @Column('text', { nullable: true })
  decision!: ReferralDecision | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was accepted or declined.' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @ForeignKey(() => Professional, 'sub', { name: 'referrals_decider_fkey' })
  @Column('text', { name: 'decided_by_sub', nullable: true })
  decidedBySub!: string | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When whoever sent it took it back.' })
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;
}
