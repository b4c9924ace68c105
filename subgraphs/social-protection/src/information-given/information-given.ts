import { civilDate } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InformationSubject } from './information-subject.ts';

/** Written once: what was written down wrongly is corrected by another, and stays readable. */
@ObjectType({
  description: 'What was explained to an adult of a family about its file, in one conversation.',
})
@Entity('information_given')
@Index('information_given_by_family', ['familyId', 'givenOn', 'id'])
@Index('information_given_by_giver', ['givenBySub'])
@Index('information_given_by_recorder', ['recordedBySub'])
@Unique('information_corrected_once', ['correctsId'])
@Check(
  'information_is_of_known_subjects',
  `subjects <@ array['RECORDS', 'SHARING', 'OBJECTION', 'ACCESS_LOG', 'CORRECTION']`,
)
@Check('information_is_about_something', `subjects <> '{}' or corrects_id is not null`)
@Check('information_is_corrected_with_a_reason', '(corrects_id is null) = (correction_reason is null)')
export class InformationGiven {
  @Field(() => ID, { description: 'Identifies what was told.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'information_given_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('uuid', { name: 'adult_id' })
  adultId!: string;

  @ListSize(3)
  @Field(() => [InformationSubject], {
    description: 'What it was about, each once; nothing when a correction says that nothing was explained.',
  })
  @Column('text', { array: true })
  subjects!: InformationSubject[];

  @Field(() => CivilDate, { description: 'The day of the conversation.' })
  @Column({ ...civilDate, name: 'given_on' })
  givenOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'The language it was explained in, as a BCP 47 tag.' })
  @Column('text')
  language!: string;

  @Field(() => Boolean, { description: 'Whether an interpreter helped.' })
  @Column('boolean', { name: 'with_interpreter' })
  withInterpreter!: boolean;

  @ForeignKey(() => Professional, 'sub', { name: 'information_giver_fkey' })
  @Column('text', { name: 'given_by_sub' })
  givenBySub!: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @ForeignKey(() => Professional, 'sub', { name: 'information_recorder_fkey' })
  @Column('text', { name: 'recorded_by_sub' })
  recordedBySub!: string;

  /** The record that this one puts right. */
  @ForeignKey(() => InformationGiven, { name: 'information_correction_fkey' })
  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was corrected; absent of what is no correction.',
  })
  @Column('text', { name: 'correction_reason', nullable: true })
  correctionReason!: string | null;
}
