import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JobSeeker } from '../job-seekers/job-seeker.ts';

@ObjectType({
  description:
    'What a job seeker and the employment service agreed on (contrat d’engagement, since January 2025).',
})
@Entity('engagement_contracts')
@Index('engagement_contracts_by_job_seeker', ['jobSeekerId', 'signedOn'])
@Check('engagement_contract_hours_are_15_to_35', 'weekly_hours between 15 and 35')
export class EngagementContract {
  @Field(() => ID, { description: 'The id of the contract, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'engagement_contracts_pkey' })
  id!: string;

  @ForeignKey(() => JobSeeker, { name: 'engagement_contract_of_a_job_seeker', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'job_seeker_id' })
  jobSeekerId!: string;

  @Field(() => CivilDate, { description: 'The day it was signed; the newest one holds.' })
  @Column({ ...civilDate, name: 'signed_on' })
  signedOn!: Temporal.PlainDate;

  @Field(() => Float, { description: 'Agreed hours of activity a week, at least 15, without reductions.' })
  @Column('double precision', { name: 'weekly_hours' })
  weeklyHours!: number;
}
