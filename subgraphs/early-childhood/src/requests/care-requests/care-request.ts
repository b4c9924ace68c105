import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PatternLine } from '../../care/placements/pattern-line.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Facility } from '../../centres/centres/centre-kind.ts';
import { weeklyHoursColumn } from '../../centres/centres/weekly-hours.ts';
import { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import { alternativesColumn, CareAlternative } from './care-alternative.ts';
import { CareRequestStatus } from './care-request-status.ts';
import { CareStretch, stretchesColumn } from './care-stretch.ts';
import { EmergencyReason } from './emergency-reason.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A family’s dated need of care for one child, of one kind (demande d’accueil).' })
@Entity('care_requests')
@Index('care_requests_of_child', ['childId', 'submittedAt'])
@Index('care_requests_of_family', ['familyId', 'submittedAt'])
@Index('care_requests_of_milestone', ['milestoneId'], { where: 'milestone_id is not null' })
@Index('care_requests_open', { synchronize: false })
@Index('care_requests_by_choice', { synchronize: false })
@Check('care_request_kind_is_known', oneOf('kind', CareKind))
@Check('care_request_status_is_known', oneOf('status', CareRequestStatus))
@Check('care_request_starts_before_it_ends', 'first_day <= last_day')
@Check('care_request_lasts_a_year_at_most', "last_day < first_day + interval '12 months'")
@Check(
  'care_request_weekly_or_dated_by_its_kind',
  "(kind in ('LONG_TERM', 'FLEXIBLE')) = (weekly_pattern <> '[]') and (kind in ('SHORT_TERM', 'EMERGENCY')) = (stretches <> '[]')",
)
@Check('care_request_emergency_reason_is_known', oneOf('emergency_reason', EmergencyReason))
@Check('care_request_says_why_it_is_an_emergency', "(kind = 'EMERGENCY') = (emergency_reason is not null)")
@Check(
  'care_request_names_its_milestone',
  "(emergency_reason is not distinct from 'MILESTONE') = (milestone_id is not null)",
)
@Check('care_request_has_eight_choices_at_most', 'cardinality(ranked_centre_ids) <= 8')
@Check('care_request_refused_with_a_reason', "(status = 'REFUSED') = (refusal_reason is not null)")
@Check('care_request_lapses_after_a_notice', "status <> 'LAPSED' or notice_sent_at is not null")
@Check('care_request_alternative_is_told', "status <> 'ALTERNATIVE_PROPOSED' or alternative is not null")
export class CareRequest {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Child, { name: 'care_request_for_a_known_child' })
  @Column('uuid', { name: 'child_id' })
  childId!: string;

  @ForeignKey(() => Family, { name: 'care_request_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => CareKind, { description: 'The kind of care needed.' })
  @Column('text')
  kind!: CareKind;

  @Field(() => CareRequestStatus, { description: 'Where it stands in its life.' })
  @Column('text')
  status!: CareRequestStatus;

  @Field(() => CivilDate, { description: 'First day on which care is needed.' })
  @Column({ ...civilDate, name: 'first_day' })
  firstDay!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day, less than 12 months after the first.' })
  @Column({ ...civilDate, name: 'last_day' })
  lastDay!: Temporal.PlainDate;

  @ListSize(5)
  @Field(() => [PatternLine], {
    description: 'Long-term and flexible care: the hours of an ordinary week; empty otherwise.',
  })
  @Column(weeklyHoursColumn('weekly_pattern', () => new PatternLine()))
  weeklyPattern!: PatternLine[];

  @ListSize(2)
  @Field(() => [CareStretch], {
    description: 'Short-term and emergency care: the dated stretches, first to last; empty otherwise.',
  })
  @Column(stretchesColumn('stretches'))
  stretches!: CareStretch[];

  @Field(() => EmergencyReason, {
    nullable: true,
    description: 'Why it could not be foreseen; emergencies only.',
  })
  @Column('text', { name: 'emergency_reason', nullable: true })
  emergencyReason!: EmergencyReason | null;

  @Column('uuid', { name: 'milestone_id', nullable: true })
  milestoneId!: string | null;

  @Column('uuid', { name: 'ranked_centre_ids', array: true })
  rankedCentreIds!: string[];

  @ListSize(5)
  @Field(() => [Facility], { description: 'What the centre must offer besides care.' })
  @Column('text', { array: true })
  facilities!: Facility[];

  @Field(() => DateTime, { description: 'When the service point took it; waiting counts from here.' })
  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Field(() => DateTime, {
    description: 'When the family last said that it needs the care: by asking, changing or confirming it.',
  })
  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the family was asked whether it needs the care still; absent once it has answered.',
  })
  @Column('timestamptz', { name: 'notice_sent_at', nullable: true })
  noticeSentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused (CRPA L211-2); absent otherwise.' })
  @Column('text', { name: 'refusal_reason', nullable: true })
  refusalReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The other solution last proposed while no place was free; absent when none was.',
  })
  @Column('text', { nullable: true })
  alternative!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to ask about that solution, where known.' })
  @Column('text', { name: 'alternative_contact', nullable: true })
  alternativeContact!: string | null;

  @ListSize(2)
  @Field(() => [CareAlternative], {
    description: 'Every other solution that was proposed, first to last; those that were replaced too.',
  })
  @Column(alternativesColumn)
  alternatives!: CareAlternative[];

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}
