import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { StayingRow } from '@relais/platform/merge-journals/merge-journal.queries.ts';
import { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReductionEvidence } from '../engagement-contracts/hours-reduction.ts';
import { type FileClosingReason, JobSeeker } from '../job-seekers/job-seeker.ts';
import type { MilestoneKind, MissedReason } from '../milestones/milestone.ts';
import type { MilestoneStatus } from '../milestones/milestone-status.ts';
import type { FollowUpOutcome, FollowUpPoint } from '../returns-to-work/follow-up.ts';
import type { ReturnKind } from '../returns-to-work/return-to-work.ts';
import { JobSearchStepKind } from './job-search-step-kind.ts';

/** What a step was about, as it was then: later changes of the records do not rewrite it. */
export type StepFacts = {
  readonly day?: string;
  readonly startsAt?: string;
  readonly advisorId?: string;
  readonly category?: number;
  readonly weeklyHours?: number;
  readonly milestoneKind?: MilestoneKind;
  readonly missedReason?: MissedReason;
  /** How a milestone ended, where that was put right. */
  readonly ended?: MilestoneStatus;
  readonly closingReason?: FileClosingReason;
  readonly evidence?: ReductionEvidence;
  readonly returnKind?: ReturnKind;
  readonly point?: FollowUpPoint;
  readonly outcome?: FollowUpOutcome;
  readonly lastDay?: string;
  readonly count?: number;
  /** What could not be put back as it was when two files were parted. */
  readonly staying?: readonly StayingRow[];
};

@ObjectType({ description: 'A dated step of a job-seeker file: what was done, when, and by whom.' })
@Entity('job_search_steps')
@ForeignKey(() => JobSeeker, ['jobSeekerId', 'familyId'], ['id', 'familyId'], {
  name: 'job_search_step_of_a_job_seeker_and_his_family',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@Index('job_search_steps_by_family', ['familyId', 'at', 'id'])
@Index('job_search_steps_by_job_seeker', ['jobSeekerId', 'at', 'id'])
export class JobSearchStep {
  @Field(() => ID, { description: 'The id of the step, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_search_steps_pkey' })
  id!: string;

  @Column('uuid', { name: 'job_seeker_id' })
  jobSeekerId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => JobSearchStepKind, { description: 'What was done.' })
  @Column('text')
  kind!: JobSearchStepKind;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Field(() => String, { description: 'Who recorded it: the subject (`sub`) of the token.' })
  @Column('text', { name: 'done_by' })
  doneBy!: string;

  @Column('jsonb')
  facts!: StepFacts;

  @Field(() => CivilDate, { nullable: true, description: 'The day from which it holds, where it has one.' })
  get day(): Temporal.PlainDate | null {
    return this.facts.day ? Temporal.PlainDate.from(this.facts.day) : null;
  }

  @Field(() => String, { nullable: true, description: 'The advisor from then on; when it is about one.' })
  get advisorId(): string | null {
    return this.facts.advisorId ?? null;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'The category from then on, 1 to 10; when it is about it.',
  })
  get category(): number | null {
    return this.facts.category ?? null;
  }

  @Field(() => Float, { nullable: true, description: 'Hours a week from then on; when it is about them.' })
  get weeklyHours(): number | null {
    return this.facts.weeklyHours ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why, when a reason belongs to it: a `FileClosingReason` or a `ReductionEvidence`.',
  })
  get reason(): string | null {
    return this.facts.closingReason ?? this.facts.evidence ?? null;
  }
}
