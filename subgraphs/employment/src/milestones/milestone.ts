import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Authorized, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import type { Permission } from '../permissions.ts';
import { MilestoneStatus } from './milestone-status.ts';

export const MilestoneKind = enumOf('MilestoneKind', 'What happens at a milestone.', {
  INTERVIEW: 'A job interview.',
  TRAINING_SESSION: 'One day of a training course.',
  WORKSHOP: 'A workshop of the employment service.',
  IMMERSION: 'One day of a work immersion (PMSMP, code du travail L5135-1).',
  ADVISOR_APPOINTMENT: 'An appointment with the advisor.',
  JOB_START: 'The first day of a job.',
});
export type MilestoneKind = keyof typeof MilestoneKind;

export const MissedReason = enumOf('MissedReason', 'Why a milestone was missed.', {
  CHILDCARE: 'Nobody could look after a child.',
  HEALTH: 'Illness of the job seeker or a child.',
  TRANSPORT: 'No way to get there.',
  OTHER: 'Another reason.',
});
export type MissedReason = keyof typeof MissedReason;

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A dated step of a job search, within one day of the city and 14 hours at most.' })
@Entity('milestones')
@ForeignKey(() => JobSeeker, ['jobSeekerId', 'familyId'], ['id', 'familyId'], {
  name: 'milestone_of_a_job_seeker_and_his_family',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@Index('milestones_by_family', ['familyId', 'startsAt', 'id'])
@Index('milestones_by_job_seeker', ['jobSeekerId', 'startsAt', 'id'])
@Index('milestones_held', ['startsAt'], { where: "status in ('ATTENDED', 'MISSED')" })
@Index('milestones_by_series', ['seriesId', 'startsAt'])
@Check(
  'milestone_kind_is_known',
  `kind in ('INTERVIEW', 'TRAINING_SESSION', 'WORKSHOP', 'IMMERSION', 'ADVISOR_APPOINTMENT', 'JOB_START')`,
)
@Check(
  'milestone_status_is_known',
  `status in ('PLANNED', 'CONFIRMED', 'ATTENDED', 'MISSED', 'EXCUSED', 'CANCELLED')`,
)
@Check(
  'milestone_missed_has_a_known_reason',
  `case when status = 'MISSED'
     then coalesce(missed_reason in ('CHILDCARE', 'HEALTH', 'TRANSPORT', 'OTHER'), false)
     else missed_reason is null end`,
)
@Check('milestone_starts_before_it_ends', 'starts_at < ends_at')
@Check('milestone_lasts_14_hours_at_most', `ends_at - starts_at <= interval '14 hours'`)
@Check(
  'milestone_lies_within_one_day',
  `(starts_at at time zone 'Europe/Paris')::date
     = ((ends_at - interval '1 millisecond') at time zone 'Europe/Paris')::date`,
)
@Check('milestone_travel_is_0_to_240_minutes', 'travel_minutes between 0 and 240')
export class Milestone {
  @Field(() => ID, { description: 'The id of the milestone, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'milestones_pkey' })
  id!: string;

  @Column('uuid', { name: 'job_seeker_id' })
  jobSeekerId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Authorized<Permission>('milestone:read')
  @Field(() => ID, {
    nullable: true,
    description: 'The series it was scheduled in, when it was: a UUID, by which it is covered as one.',
  })
  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId!: string | null;

  @Authorized<Permission>('milestone:details')
  @Field(() => Boolean, {
    nullable: true,
    description: 'It was moved by itself: it stays where it is when its series is moved.',
  })
  @Column('boolean', { name: 'is_exception', default: false })
  isException!: boolean;

  @Authorized<Permission>('milestone:details')
  @Field(() => MilestoneKind, {
    nullable: true,
    description: 'What happens; absent where it is not shared with you.',
  })
  @Column('text')
  kind!: MilestoneKind;

  @Authorized<Permission>('milestone:details')
  @Field(() => String, { nullable: true, description: 'What it is about, 1 to 200 characters.' })
  @Column('text')
  title!: string;

  // Three digits: what JavaScript holds, so that a cursor names exactly the row it came from.
  @Field(() => DateTime, { description: 'When it starts, travel not included.' })
  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, travel not included; on the same day of the city.' })
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3 })
  endsAt!: Date;

  @Field(() => Int, {
    description: 'Minutes of travel each way, 0 to 240: childcare is needed meanwhile too.',
  })
  @Column('integer', { name: 'travel_minutes' })
  travelMinutes!: number;

  @Authorized<Permission>('milestone:details')
  @Field(() => String, {
    nullable: true,
    description: 'Where it takes place, when known; 1 to 200 characters.',
  })
  @Column('text', { nullable: true })
  place!: string | null;

  @Authorized<Permission>('milestone:details')
  @Field(() => Boolean, {
    nullable: true,
    description: 'It takes place by telephone or video; absent where it is not shared with you.',
  })
  @Column('boolean', { name: 'is_remote' })
  isRemote!: boolean;

  @Authorized<Permission>('milestone:details')
  @Field(() => MilestoneStatus, {
    nullable: true,
    description: 'Where it stands; absent where it is not shared with you.',
  })
  @Column('text')
  status!: MilestoneStatus;

  @Authorized<Permission>('milestone:details')
  @Field(() => MissedReason, { nullable: true, description: 'Why it was missed; only when it was.' })
  @Column('text', { name: 'missed_reason', nullable: true })
  missedReason!: MissedReason | null;

  @Field(() => Int, { description: 'Rises with every change; a change names the version it saw.' })
  @Column('integer')
  version!: number;
}
