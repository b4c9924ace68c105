import { Directive, Field, ID, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { PageInfo } from '../graphql/connection.ts';
import { CountedList } from '../graphql/counted.ts';
import { ListSize } from '../graphql/list-size.ts';
import { DateTime } from '../graphql/scalars.ts';
import { DeskAction, DeskUrgency } from './desk-words.ts';

/** What waits for somebody at their desk, as one agency tells it: all agencies answer this one shape. */
@Directive('@shareable')
@ObjectType({
  description:
    'Something that waits for the reader, as the agency that looks after it tells it. Each agency has its own list: put together by `urgency`, `dueAt` and `id` they are one.',
})
export class DeskItem {
  @Field(() => ID, { description: 'The same matter keeps it while it lasts: a UUID.' })
  id!: string;

  @Field(() => String, { description: 'What it is, stable for programs; each agency has its own kinds.' })
  kind!: string;

  @Field(() => DeskUrgency, { description: 'How soon somebody must see to it.' })
  urgency!: DeskUrgency;

  @Field(() => DateTime, {
    description:
      'When it happens, or until when it can be seen to, or since when it waits, as the kind says; what has only a day is told at its midnight.',
  })
  dueAt!: Date;

  @Field(() => ID, { description: 'The id of what it is about.' })
  subjectId!: string;

  @Field(() => String, { description: 'The type of what it is about, as this schema names it.' })
  subjectType!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose file it belongs to; absent where it is of no family, or the reader opens no files.',
  })
  familyId!: string | null;

  /** The same where it is not answered: who reads of a child reads of its family. */
  readonly concerns!: string | null;

  @Field(() => String, {
    description:
      'What it is, as a sentence in the language of `Accept-Language`: with child, place and hour where the agency knows them.',
  })
  sentence!: string;

  @ListSize(2)
  @Field(() => [DeskAction], {
    description: 'What the reader can do about it, the usual first; empty where there is only to know.',
  })
  actions!: readonly DeskAction[];
}

@Directive('@shareable')
@ObjectType({ description: 'One matter of a page of a desk.' })
export class DeskItemEdge {
  @Field(() => DeskItem, { description: 'The matter.' })
  node!: DeskItem;

  @Field(() => String, { description: 'Where it stands: `after` continues behind it.' })
  cursor!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A page of what waits at a desk, and how much there is.' })
export class DeskItemConnection extends CountedList {
  @Field(() => [DeskItemEdge], { description: 'The matters, in order.' })
  edges!: DeskItemEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}
