import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, Index, PrimaryColumn, Unique } from 'typeorm';

export const JobSeekerStatus = enumOf('JobSeekerStatus', 'Whether a job seeker is registered today.', {
  OPEN: 'Registered with the employment service.',
  CLOSED: 'No longer registered, from `closedOn`.',
});
export type JobSeekerStatus = keyof typeof JobSeekerStatus;

export const StatisticalCategory = enumOf(
  'StatisticalCategory',
  'The category under which a job seeker is counted in published statistics (Dares, France Travail).',
  {
    A: 'No work in the month, must search.',
    B: 'Worked 78 hours or less in the month, must search.',
    C: 'Worked more than 78 hours in the month, must search.',
    D: 'Not required to search, not in work (training, sickness).',
    E: 'Not required to search, in work (subsidised contract, business creation).',
    F: 'Social path, since January 2025.',
    G: 'Income-support applicant or recipient awaiting orientation or contract, since January 2025.',
  },
);
export type StatisticalCategory = keyof typeof StatisticalCategory;

export const FileClosingReason = enumOf(
  'FileClosingReason',
  'Why a registration ends, in the groups under which Dares and France Travail publish them.',
  {
    EMPLOYMENT_FOUND: 'A job was found.',
    TRAINING_STARTED: 'A training or course of study starts.',
    SEARCH_STOPPED: 'The search stops: birth of a child, illness, retirement.',
    NOT_RENEWED: 'The monthly declaration was not made.',
    STRUCK_OFF: 'Struck off the list (code du travail L5412-1).',
    OTHER: 'Another reason.',
  },
);
export type FileClosingReason = keyof typeof FileClosingReason;

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An adult registered with the employment service.' })
@Entity('job_seekers')
@Unique('job_seeker_of_one_family', ['id', 'familyId'])
@Index('job_seekers_by_adult', ['adultId'])
@Index('job_seekers_by_advisor', ['advisorId'])
@Index('job_seekers_at_the_desk', ['deskAgency', 'deskSince', 'id'], { where: 'desk_agency is not null' })
@Index('job_seekers_by_family', ['familyId'])
@Check('job_seeker_category_is_1_to_10', 'category between 1 and 10')
@Check('job_seeker_statistical_category_is_a_to_g', `statistical_category ~ '^[A-G]$'`)
@Check('job_seeker_rome_code_is_well_formed', `rome_code ~ '^[A-N][0-9]{4}$'`)
@Check('job_seeker_closes_after_registration', 'closed_on >= registered_on')
@Check('job_seeker_closing_reason_is_known', oneOf('closing_reason', FileClosingReason))
@Check('job_seeker_closes_for_a_reason', 'closing_reason is null or closed_on is not null')
@Check(
  'job_seeker_is_followed_or_at_the_desk',
  '(advisor_id is null) = (desk_agency is not null) and (desk_agency is null) = (desk_since is null)',
)
@Exclusion(
  'job_seeker_has_one_file_at_a_time',
  'using gist (adult_id with =, daterange(registered_on, closed_on) with &&)',
)
export class JobSeeker {
  @Field(() => ID, { description: 'The id of the job seeker, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_seekers_pkey' })
  id!: string;

  @Column('uuid', { name: 'adult_id' })
  adultId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => Int, {
    description: 'The administrative category of France Travail, 1 to 10: which job is sought, and how soon.',
  })
  @Column('integer')
  category!: number;

  @Field(() => StatisticalCategory, { nullable: true, description: 'The statistical category, when known.' })
  @Column('text', { name: 'statistical_category', nullable: true })
  statisticalCategory!: StatisticalCategory | null;

  @Field(() => String, {
    nullable: true,
    description: 'The trade sought, as a code of the ROME directory of France Travail, for example `K1303`.',
  })
  @Column('text', { name: 'rome_code', nullable: true })
  romeCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The advisor who follows the job seeker: the subject (`sub`) of the token. Absent while the file waits at the desk for one.',
  })
  @Column('text', { name: 'advisor_id', nullable: true })
  advisorId!: string | null;

  /** At whose desk it waits until one of its advisors takes it. */
  @Column('text', { name: 'desk_agency', nullable: true })
  deskAgency!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when the file waits at the desk for an advisor; absent while somebody follows it.',
  })
  @Column({ type: 'timestamptz', precision: 3, name: 'desk_since', nullable: true })
  deskSince!: Date | null;

  @Field(() => CivilDate, { description: 'The first day of the registration.' })
  @Column({ ...civilDate, name: 'registered_on' })
  registeredOn!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The first day no longer registered; it may lie ahead when a job starts next week.',
  })
  @Column({ ...civilDate, name: 'closed_on', nullable: true })
  closedOn!: Temporal.PlainDate | null;

  @Field(() => FileClosingReason, {
    nullable: true,
    description:
      'Why the registration ends; absent while no end is known, and on files closed before reasons were kept.',
  })
  @Column('text', { name: 'closing_reason', nullable: true })
  closingReason!: FileClosingReason | null;

  @Field(() => Int, { description: 'Rises with every change; a change names the version it saw.' })
  @Column('integer')
  version!: number;
}
