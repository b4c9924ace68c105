import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One stretch of time with the same names: naming others ends it and begins another. */
@ObjectType({
  description:
    'That the file of a family, mostly of a colleague’s own, is read only by those who follow it and those named.',
})
@Entity('restrictions')
@Index('restrictions_by_family', ['familyId', 'beganAt'])
@Index('restrictions_by_agency', ['agency', 'beganAt', 'id'])
@Index('restrictions_by_beginner', ['beganBySub'])
@Index('restrictions_by_ender', ['endedBySub'], { where: 'ended_by_sub is not null' })
@Check('restriction_names_somebody', 'cardinality(named_subs) > 0')
@Check(
  'restriction_ends_as_a_whole',
  '(ended_at is null) = (ended_by_sub is null) and (ended_at is null) = (end_reason is null)',
)
export class Restriction {
  @Field(() => ID, { description: 'Identifies the restriction.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'restrictions_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => String, { description: 'The agency whose administrators change and lift it.' })
  @Column('text')
  agency!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'named_subs', array: true })
  namedSubs!: string[];

  @Column('text', { name: 'barred_subs', array: true })
  barredSubs!: string[];

  @Field(() => DateTime, { description: 'From when on.' })
  @Column('timestamptz', { name: 'began_at' })
  beganAt!: Date;

  @ForeignKey(() => Professional, 'sub', { name: 'restriction_beginner_fkey' })
  @Column('text', { name: 'began_by_sub' })
  beganBySub!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when; absent while it lasts.' })
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @ForeignKey(() => Professional, 'sub', { name: 'restriction_ender_fkey' })
  @Column('text', { name: 'ended_by_sub', nullable: true })
  endedBySub!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was lifted, or why others were named.' })
  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;
}
