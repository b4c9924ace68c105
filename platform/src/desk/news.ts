import { ArgsType, Directive, Field, ID, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { PageArguments, PageInfo } from '../graphql/connection.ts';
import { CountedList } from '../graphql/counted.ts';
import { DateTime } from '../graphql/scalars.ts';

/** What changed for somebody, as one agency tells it: all agencies answer this one shape. */
@Directive('@shareable')
@ObjectType({
  description:
    'Something that changed for the reader, as the agency where it happened tells it. Each agency has its own list: put together by `at` and `id` they are one.',
})
export class NewsItem {
  @Field(() => ID, { description: 'The id of what is told, a UUID.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { description: 'What happened, stable for programs; each agency has its own kinds.' })
  kind!: string;

  @Field(() => ID, { description: 'The id of what it is about.' })
  subjectId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose file it belongs to; absent where it is of no family, or the reader opens no files.',
  })
  familyId!: string | null;

  /** The same where it is not answered: who reads of a child reads of its family. */
  readonly concerns!: string | null;

  @Field(() => String, { description: 'What happened, as a sentence in the language of `Accept-Language`.' })
  sentence!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'One entry of a page of news.' })
export class NewsItemEdge {
  @Field(() => NewsItem, { description: 'What changed.' })
  node!: NewsItem;

  @Field(() => String, { description: 'Where it stands: `after` continues behind it.' })
  cursor!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A page of news, newest first, and how much there is.' })
export class NewsItemConnection extends CountedList {
  @Field(() => [NewsItemEdge], { description: 'What changed, newest first.' })
  edges!: NewsItemEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}

@ArgsType()
export class NewsArguments extends PageArguments {
  @Field(() => DateTime, { description: 'What happened after that; 31 days back at most.' })
  since!: Date;
}
