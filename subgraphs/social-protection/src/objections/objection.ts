import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const SharedCategory = enumOf('SharedCategory', 'What a family may object to sharing.', {
  CARE: 'Its childcare: requests, offers, placements, bookings, care alerts, and whether a milestone is covered.',
  BENEFITS: 'Its benefits and resources, and the fee that they give.',
  JOB_SEARCH: 'Its job search: files of job seekers, milestones, returns to work.',
});
export type SharedCategory = keyof typeof SharedCategory;

export const AgencyKind = enumOf('AgencyKind', 'What an agency is here for, as the city has admitted it.', {
  CARE: 'The service point and the centres.',
  BENEFITS: 'The services that see to benefits and follow families.',
  JOB_SEARCH: 'The employment services.',
});
export type AgencyKind = keyof typeof AgencyKind;

const LIFTED_AS_A_WHOLE = `
  (lifted_on is null) = (lifted_at is null) and (lifted_on is null) = (lift_said_by_adult_id is null)
  and (lifted_on is null) = (lift_told_to_sub is null) and (lifted_on is null) = (lift_reason is null)`;

/** It stays when it was lifted: who said what when is evidence. */
@ObjectType({
  description:
    'What a family said that one agency is not to be told (opposition au partage). It binds from its recording on.',
})
@Entity('family_objections')
@Index('family_objections_by_family', ['familyId', 'saidOn'])
@Index('family_objections_told_to', ['toldToSub'])
@Index('family_objections_lift_told_to', ['liftToldToSub'], { where: 'lift_told_to_sub is not null' })
@Check('family_objections_category_known', oneOf('category', SharedCategory))
@Check('family_objections_agency_known', oneOf('agency', AgencyKind))
@Check('family_objections_to_another_agency', 'category <> agency')
@Check('family_objections_lifted_as_a_whole', LIFTED_AS_A_WHOLE)
export class Objection {
  @Field(() => ID, { description: 'Identifies the objection.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'family_objections_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => SharedCategory, { description: 'What is not to be shared.' })
  @Column('text')
  category!: SharedCategory;

  @Field(() => AgencyKind, { description: 'With whom it is not: every agency of this kind.' })
  @Column('text')
  agency!: AgencyKind;

  @Field(() => CivilDate, { description: 'The day on which the family said so.' })
  @Column({ ...civilDate, name: 'said_on' })
  saidOn!: Temporal.PlainDate;

  /** Absent where it binds this file because it bound the one it was split off. */
  @Column('uuid', { name: 'said_by_adult_id', nullable: true })
  saidByAdultId!: string | null;

  @ForeignKey(() => Professional, 'sub', { name: 'family_objections_told_to_fkey' })
  @Column('text', { name: 'told_to_sub' })
  toldToSub!: string;

  @Field(() => DateTime, { description: 'When it was recorded; it binds from then on.' })
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The day on which the family took it back; absent while it is in force.',
  })
  @Column({ ...civilDate, name: 'lifted_on', nullable: true })
  liftedOn!: Temporal.PlainDate | null;

  @Column('uuid', { name: 'lift_said_by_adult_id', nullable: true })
  liftSaidByAdultId!: string | null;

  @ForeignKey(() => Professional, 'sub', { name: 'family_objections_lift_told_to_fkey' })
  @Column('text', { name: 'lift_told_to_sub', nullable: true })
  liftToldToSub!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When that was recorded; it binds nobody from then on.',
  })
  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;

  @Column('text', { name: 'lift_reason', nullable: true })
  liftReason!: string | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;
}
