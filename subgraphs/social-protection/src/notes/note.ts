import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const NoteCategory = enumOf('NoteCategory', 'What a note is about.', {
  GENERAL: 'The family in general.',
  CHILDCARE: 'Its childcare.',
  BENEFITS: 'Its benefits and resources.',
  JOB_SEARCH: 'Its job search.',
});
export type NoteCategory = keyof typeof NoteCategory;

export const NoteAudience = enumOf('NoteAudience', 'Who may read a note; its author always may.', {
  AUTHOR: 'The author alone.',
  SOCIAL_WORKERS: 'Caseworkers.',
  SUPPORT_TEAM: 'Who is in the support team of the family on the day of reading.',
  ALL_AGENCIES: 'Caseworkers, advisors and coordinators.',
});
export type NoteAudience = keyof typeof NoteAudience;

/** What was written wrongly is corrected by its author; what it said before stays in its corrections. */
@ObjectType({ description: 'What a professional wrote down about a family, for those who may read it.' })
@Entity('notes')
@Index('notes_by_family', ['familyId', 'writtenAt', 'id'])
@Index('notes_by_author', ['authorSub'])
@Check('notes_category_known', oneOf('category', NoteCategory))
@Check('notes_audience_known', oneOf('audience', NoteAudience))
export class Note {
  @Field(() => ID, { description: 'Identifies the note.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notes_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @ForeignKey(() => Professional, 'sub', { name: 'notes_author_fkey' })
  @Column('text', { name: 'author_sub' })
  authorSub!: string;

  @Field(() => NoteCategory, { description: 'What it is about.' })
  @Column('text')
  category!: NoteCategory;

  @Field(() => NoteAudience, { description: 'Who may read it.' })
  @Column('text')
  audience!: NoteAudience;

  @Field(() => String, { description: 'The words of the author.' })
  @Column('text')
  text!: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Field(() => Int, { description: 'The version to send with a correction.' })
  @Column('integer', { default: 1 })
  version!: number;
}
