import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ReturnToWork } from './return-to-work.ts';

export const FollowUpPoint = enumOf(
  'FollowUpPoint',
  'How long after its first day a return to work is followed up.',
  {
    ONE_MONTH: 'One month after the first day.',
    THREE_MONTHS: 'Three months after the first day.',
    SIX_MONTHS: 'Six months after the first day.',
  },
);
export type FollowUpPoint = keyof typeof FollowUpPoint;

export const FollowUpOutcome = enumOf('FollowUpOutcome', 'What became of a return to work.', {
  GOES_ON: 'The same job, training or studies go on.',
  CHANGED: 'Another job, training or studies have followed.',
  ENDED_AS_PLANNED: 'The fixed term or the course ended as planned, and nothing has followed yet.',
  SEARCHING_AGAIN: 'It ended early; the person is searching again.',
  NOT_REACHED: 'The person could not be reached.',
});
export type FollowUpOutcome = keyof typeof FollowUpOutcome;

@ObjectType({ description: 'What became of a return to work, one, three or six months after its first day.' })
@Entity('follow_ups')
@Unique('follow_up_once_at_each_point', ['returnId', 'point'])
@Check('follow_up_point_is_known', oneOf('point', FollowUpPoint))
@Check('follow_up_outcome_is_known', oneOf('outcome', FollowUpOutcome))
export class FollowUp {
  @Field(() => ID, { description: 'The id of the follow-up, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_ups_pkey' })
  id!: string;

  @ForeignKey(() => ReturnToWork, { name: 'follow_up_of_a_return', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'return_id' })
  returnId!: string;

  @Field(() => FollowUpPoint, { description: 'How long after the first day it was due.' })
  @Column('text')
  point!: FollowUpPoint;

  @Field(() => FollowUpOutcome, { description: 'What had become of it.' })
  @Column('text')
  outcome!: FollowUpOutcome;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt!: Date;

  @Field(() => String, { description: 'Who recorded it: the subject (`sub`) of the token.' })
  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Field(() => Int, { description: 'The version to send with a correction.' })
  @Column('integer', { default: 1 })
  version!: number;
}
