import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Milestone } from '../milestones/milestone.ts';
import { EngagementContract } from './engagement-contract.ts';

export const ReductionEvidence = enumOf(
  'ReductionEvidence',
  'What was known of the milestone when hours were reduced.',
  {
    UNCOVERED: 'It lay ahead and no care was found for it.',
    PARTIALLY_COVERED: 'It lay ahead and care was found for a part of it only.',
    MISSED_FOR_CHILDCARE: 'It was missed because nobody could look after a child.',
  },
);
export type ReductionEvidence = keyof typeof ReductionEvidence;

@ObjectType({
  description:
    'Fewer hours for a lone parent without childcare, for a time: decided by the advisor, never by the system, on the evidence of a milestone.',
})
@Entity('hours_reductions')
@Index('hours_reductions_by_milestone', ['milestoneId'])
@Check('hours_reduction_evidence_is_known', oneOf('evidence', ReductionEvidence))
@Check('hours_reduction_leaves_0_to_35', 'weekly_hours between 0 and 35')
@Check('hours_reduction_starts_before_it_ends', 'starts_on <= ends_on')
@Exclusion(
  'hours_reduction_one_at_a_time',
  `using gist (contract_id with =, daterange(starts_on, ends_on, '[]') with &&)`,
)
export class HoursReduction {
  @Field(() => ID, { description: 'The id of the reduction, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hours_reductions_pkey' })
  id!: string;

  @ForeignKey(() => EngagementContract, { name: 'hours_reduction_of_a_contract', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'contract_id' })
  contractId!: string;

  @ForeignKey(() => Milestone, { name: 'hours_reduction_names_a_milestone', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'milestone_id' })
  milestoneId!: string;

  @Field(() => ReductionEvidence, { description: 'What was known of the milestone when it was decided.' })
  @Column('text')
  evidence!: ReductionEvidence;

  @Field(() => Float, { description: 'Hours of activity a week meanwhile; 0 suspends them.' })
  @Column('double precision', { name: 'weekly_hours' })
  weeklyHours!: number;

  @Field(() => CivilDate, { description: 'Its first day.' })
  @Column({ ...civilDate, name: 'starts_on' })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Its last day.' })
  @Column({ ...civilDate, name: 'ends_on' })
  endsOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'The advisor who decided it: the subject (`sub`) of the token.' })
  @Column('text', { name: 'decided_by' })
  decidedBy!: string;

  @Field(() => DateTime, { description: 'When it was decided.' })
  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3 })
  decidedAt!: Date;
}
