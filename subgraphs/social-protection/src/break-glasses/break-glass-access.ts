import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const BreakGlassFinding = enumOf('BreakGlassFinding', 'What whoever checks it found.', {
  JUSTIFIED: 'It had to be now.',
  NOT_JUSTIFIED: 'It did not, or not for this family; the remark says what follows.',
});
export type BreakGlassFinding = keyof typeof BreakGlassFinding;

const REVIEWED_AS_A_WHOLE = `
  (finding is null) = (reviewed_at is null) and (finding is null) = (reviewed_by_sub is null)
  and (finding is null) = (reviewed_by_name is null)`;

/** Over or reviewed, it stays. What was read by it stands in the access log of each agency, with the relation `BREAK_GLASS`. */
@ObjectType({
  description:
    'Somebody who does not follow a family reads its file for a quarter of an hour, because it has to be now, and answers for it afterwards.',
})
@Entity('break_glasses')
@Index('break_glasses_by_family', ['familyId', 'beganAt'])
@Index('break_glasses_by_person', ['sub', 'beganAt', 'id'])
@Index('break_glasses_by_time', ['beganAt', 'id'])
@Index('break_glasses_to_review', ['beganAt', 'id'], { where: 'finding is null' })
@Check('break_glass_says_why', 'char_length(btrim(reason)) >= 30')
@Check('break_glass_is_short', "began_at < until and until <= began_at + interval '15 minutes'")
@Check('break_glass_ends_within', 'ended_at is null or (began_at <= ended_at and ended_at < until)')
@Check('break_glass_finding_known', oneOf('finding', BreakGlassFinding))
@Check('break_glass_reviewed_as_a_whole', REVIEWED_AS_A_WHOLE)
@Check('break_glass_remark_of_a_review', 'remark is null or finding is not null')
@Check('break_glass_found_fault_says_which', "finding is distinct from 'NOT_JUSTIFIED' or remark is not null")
export class BreakGlassAccess {
  @Field(() => ID, { description: 'Identifies it.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'break_glasses_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @ForeignKey(() => Professional, 'sub', { name: 'break_glass_breaker_fkey' })
  @Column('text')
  sub!: string;

  @Field(() => String, { description: 'Why it had to be now, in the words of who read.' })
  @Column('text')
  reason!: string;

  @Field(() => DateTime, { description: 'From when on.' })
  @Column('timestamptz', { name: 'began_at' })
  beganAt!: Date;

  @Field(() => DateTime, {
    description: 'The moment from which on nothing was read by it, unless it ended before.',
  })
  @Column('timestamptz')
  until!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When whoever read ended it themself, before time.' })
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Field(() => BreakGlassFinding, {
    nullable: true,
    description: 'What the review found; absent until then.',
  })
  @Column('text', { nullable: true })
  finding!: BreakGlassFinding | null;

  @Field(() => String, { nullable: true, description: 'What whoever reviewed it has to say.' })
  @Column('text', { nullable: true })
  remark!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was reviewed.' })
  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('text', { name: 'reviewed_by_sub', nullable: true })
  reviewedBySub!: string | null;

  @Field(() => String, { nullable: true, description: 'Who reviewed it, by name.' })
  @Column('text', { name: 'reviewed_by_name', nullable: true })
  reviewedByName!: string | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;
}
