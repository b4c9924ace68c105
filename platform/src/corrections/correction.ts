import { Directive, Field, ID, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { ListSize } from '../graphql/list-size.ts';
import { DateTime } from '../graphql/scalars.ts';

@Directive('@shareable')
@ObjectType({ description: 'A value that was put right.' })
export class CorrectedValue {
  @Field(() => String, { description: 'The field of the record that holds it.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it said before; absent when it said nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it says since; absent when it says nothing.' })
  after!: string | null;
}

/** What was recorded wrongly and put right, as every agency keeps and answers it (docs/decisions/0091-…). */
@Directive('@shareable')
@ObjectType({
  description: 'That something recorded wrongly was put right: what it said, who changed it and why.',
})
export class Correction {
  @Field(() => ID, { description: 'The id of the correction, a UUID.' })
  id!: string;

  /** The record that was corrected. */
  subjectId!: string;

  @Field(() => DateTime, { description: 'When it was corrected.' })
  at!: Date;

  @Field(() => String, {
    description:
      'Who corrected it: a name where the agency knows one, otherwise the subject (`sub`) of the token.',
  })
  by!: string;

  @Field(() => String, { description: 'Why, in the words of whoever corrected it.' })
  reason!: string;

  @Field(() => Boolean, {
    description:
      'The record still says what it said, since somebody relied on it: the correction stands beside it.',
  })
  isBeside!: boolean;

  @ListSize(2)
  @Field(() => [CorrectedValue], { description: 'Each value that differs, by its field.' })
  changes!: CorrectedValue[];
}

/** Of the field `corrections`, wherever a record has one. */
export const CORRECTIONS =
  'What was put right of it, latest first: what it said before, who changed it and why.';
