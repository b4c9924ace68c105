import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const MembershipAnswer = enumOf(
  'MembershipAnswer',
  'What is answered to who asks to follow a family.',
  {
    GRANTED: 'They are of the support team from that day on.',
    DECLINED: 'They are not, for a reason that is given.',
  },
);
export type MembershipAnswer = keyof typeof MembershipAnswer;

export const MembershipRequestStatus = enumOf('MembershipRequestStatus', 'Where a request stands.', {
  WAITING: 'Not answered yet.',
  GRANTED: 'Granted, or they came into the team otherwise.',
  DECLINED: 'Declined, with a reason.',
});
export type MembershipRequestStatus = keyof typeof MembershipRequestStatus;

@ObjectType({ description: 'Somebody asks to be of the support team of a family; kept with its answer.' })
@Entity('membership_requests')
@Index('membership_requests_by_family', ['familyId', 'askedAt'])
@Index('membership_requests_by_requester', ['requesterSub', 'askedAt', 'id'])
@Index('membership_requests_by_answerer', ['answeredBySub'], { where: 'answered_by_sub is not null' })
@Index('membership_requests_waiting', ['askedAt', 'id'], { where: 'answer is null' })
@Check('membership_requests_answer_known', `answer in ('GRANTED', 'DECLINED')`)
@Check(
  'membership_requests_answered_as_a_whole',
  '(answer is null) = (answered_at is null) and (answer is null) = (answered_by_sub is null)',
)
@Check('membership_requests_declined_with_a_reason', `(answer = 'DECLINED') = (decline_reason is not null)`)
export class MembershipRequest {
  @Field(() => ID, { description: 'Identifies the request.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_requests_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @ForeignKey(() => Professional, 'sub', { name: 'membership_request_requester_fkey' })
  @Column('text', { name: 'requester_sub' })
  requesterSub!: string;

  @Field(() => String, { description: 'Why, in the words of who asks.' })
  @Column('text')
  reason!: string;

  @Field(() => DateTime, { description: 'When it was asked.' })
  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text', { nullable: true })
  answer!: MembershipAnswer | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered.' })
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @ForeignKey(() => Professional, 'sub', { name: 'membership_request_answerer_fkey' })
  @Column('text', { name: 'answered_by_sub', nullable: true })
  answeredBySub!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;

  @Field(() => Int, { description: 'The version to send with an answer.' })
  @Column('integer')
  version!: number;

  @Field(() => MembershipRequestStatus, { description: 'Where it stands.' })
  get status(): MembershipRequestStatus {
    return this.answer ?? 'WAITING';
  }
}
