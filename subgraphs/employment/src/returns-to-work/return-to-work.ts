import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JobSeeker } from '../job-seekers/job-seeker.ts';

export const ReturnKind = enumOf('ReturnKind', 'What a job seeker returned to.', {
  EMPLOYMENT: 'A job.',
  TRAINING: 'Vocational training.',
  EDUCATION: 'School or university.',
  OTHER: 'Another exit, for example a business of their own.',
});
export type ReturnKind = keyof typeof ReturnKind;

export const ReturnContract = enumOf('ReturnContract', 'The contract of a job.', {
  PERMANENT: 'Without an end (CDI).',
  FIXED_TERM: 'For a fixed term (CDD).',
  TEMPORARY: 'Through an agency for temporary work.',
  APPRENTICESHIP: 'Apprenticeship or contract with training (alternance).',
  SUBSIDISED: 'Subsidised, for example a skills path (parcours emploi compétences).',
  OTHER: 'Another one.',
});
export type ReturnContract = keyof typeof ReturnContract;

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A dated exit of a job seeker to employment, training or education.' })
@Entity('returns_to_work')
@Index('returns_to_work_by_start', ['startsOn'])
@Index('returns_to_work_by_job_seeker', ['jobSeekerId', 'startsOn'])
@Check('return_to_work_kind_is_known', `kind in ('EMPLOYMENT', 'TRAINING', 'EDUCATION', 'OTHER')`)
@Check('return_to_work_hours_are_1_to_60', 'weekly_hours between 1 and 60')
@Check('return_to_work_contract_is_known', oneOf('contract', ReturnContract))
@Check('return_to_work_contract_is_for_a_job', `contract is null or kind = 'EMPLOYMENT'`)
@Check('return_to_work_starts_before_it_ends', 'starts_on <= ends_on')
@Check('return_to_work_training_hours_are_1_to_5000', 'training_hours between 1 and 5000')
export class ReturnToWork {
  @Field(() => ID, { description: 'The id of the return, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'returns_to_work_pkey' })
  id!: string;

  @ForeignKey(() => JobSeeker, { name: 'return_to_work_of_a_job_seeker', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'job_seeker_id' })
  jobSeekerId!: string;

  @Field(() => ReturnKind, { description: 'What the job seeker returned to.' })
  @Column('text')
  kind!: ReturnKind;

  @Field(() => CivilDate, { description: 'The first day of the job, training or studies.' })
  @Column({ ...civilDate, name: 'starts_on' })
  startsOn!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'The job or course, 1 to 200 characters.' })
  @Column('text', { nullable: true })
  title!: string | null;

  @Field(() => Float, { nullable: true, description: 'Agreed hours a week, 1 to 60.' })
  @Column('double precision', { name: 'weekly_hours', nullable: true })
  weeklyHours!: number | null;

  @Field(() => ReturnContract, { nullable: true, description: 'The contract of a job, when known.' })
  @Column('text', { nullable: true })
  contract!: ReturnContract | null;

  @Field(() => CivilDate, { nullable: true, description: 'The last day, when it has one and it is known.' })
  @Column({ ...civilDate, name: 'ends_on', nullable: true })
  endsOn!: Temporal.PlainDate | null;

  @Field(() => Float, { nullable: true, description: 'All hours of a training or course, 1 to 5000.' })
  @Column('double precision', { name: 'training_hours', nullable: true })
  trainingHours!: number | null;

  @Field(() => Int, { description: 'The version to send with a correction.' })
  @Column('integer', { default: 1 })
  version!: number;
}
