import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A stretch of days in one capacity: who becomes the lead ends one stretch and begins another. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A professional in the support team of a family, for a stretch of days, as lead or not.',
})
@Entity('support_team_members')
@Index('support_team_members_by_family', ['familyId', 'from'])
@Check('support_team_members_end_after_start', 'to_on >= from_on')
@Check('support_team_members_handed_on_when_over', 'handed_on_by is not null or handed_on_to is null')
@Exclusion(
  'support_team_has_one_lead_at_a_time',
  'using gist (family_id with =, daterange(from_on, to_on) with &&) where (is_lead)',
)
@Exclusion(
  'support_team_member_once_at_a_time',
  'using gist (family_id with =, professional_id with =, daterange(from_on, to_on) with &&)',
)
export class SupportTeamMember {
  @Field(() => ID, { description: 'Identifies the membership.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'support_team_members_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Index('support_team_members_by_professional')
  @ForeignKey(() => Professional, { name: 'support_team_members_professional_fkey' })
  @Column('uuid', { name: 'professional_id' })
  professionalId!: string;

  @Field(() => Boolean, {
    description: 'Whether the professional leads the team (référent). One does at a time.',
  })
  @Column('boolean', { name: 'is_lead' })
  isLead!: boolean;

  @Field(() => CivilDate, { description: 'First day.' })
  @Column({ ...civilDate, name: 'from_on' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day no longer in this capacity; absent while it lasts.',
  })
  @Column({ ...civilDate, name: 'to_on', nullable: true })
  to!: Temporal.PlainDate | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  /** Which administrator handed it on, where it ended for that. */
  @Column('text', { name: 'handed_on_by', nullable: true })
  handedOnBy!: string | null;

  /** To whom; `null` when it went to the desk. */
  @Index('support_team_members_by_successor', { where: 'handed_on_to is not null' })
  @ForeignKey(() => Professional, { name: 'support_team_members_successor_fkey' })
  @Column('uuid', { name: 'handed_on_to', nullable: true })
  handedOnTo!: string | null;
}
