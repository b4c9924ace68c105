import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import { CareStepKind } from './care-step-kind.ts';

/** What a step was about, as it was then: later changes of the records do not rewrite it. */
export type CareStepFacts = {
  readonly startsAt?: string;
  /** Of a file that was split off: the ids of who left with it. */
  readonly people?: string;
  readonly endsAt?: string;
  readonly day?: string;
  readonly place?: string;
  /** The hours of a weekly own arrangement, as `HH:MM`. */
  readonly weekly?: { readonly weekday: number; readonly from: string; readonly to: string };
  /** First and last day, as `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  /** From when, and until when, a centre is open on such a day, as `HH:MM`. */
  readonly opens?: string;
  readonly closes?: string;
  /** What a merged file was called. */
  readonly reference?: string;
  /** In the words of whoever did it. */
  readonly reason?: string;
};

@ObjectType({
  description: 'A dated step in what the service point does for a family: what, when and by whom.',
})
@Entity('care_steps')
@Index('care_steps_by_family', ['familyId', 'at', 'id'])
@Index('care_steps_by_time', ['at', 'id'])
@Index('care_steps_by_child', ['childId'], { where: 'child_id is not null' })
@Index('care_steps_by_subject', ['subjectId', 'at', 'id'])
export class CareStep {
  @Field(() => ID, { description: 'The id of the step, a UUID.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'care_steps_pkey' })
  id!: string;

  @ForeignKey(() => Family, { name: 'care_step_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @ForeignKey(() => Child, { name: 'care_step_of_a_known_child' })
  @Column('uuid', { name: 'child_id', nullable: true })
  childId!: string | null;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Field(() => CareStepKind, { description: 'What was done.' })
  @Column('text')
  kind!: CareStepKind;

  @Field(() => DateTime, { description: 'When it was done.' })
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Field(() => String, {
    description: 'Who did it: the subject (`sub`) of the token; `relais` when it went by itself.',
  })
  @Column('text', { name: 'done_by' })
  doneBy!: string;

  @Column('jsonb')
  facts!: CareStepFacts;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever did it; absent when not said.',
  })
  get reason(): string | null {
    return this.facts.reason ?? null;
  }
}
