import { Directive, Field, ID, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { isUuid } from '../ids.ts';
import { isInstantText } from '../time/calendar.ts';
import { decodeCursor, type Page, type PageArguments, PageInfo, pageOf } from './connection.ts';
import { DateTime } from './scalars.ts';

/** What happened to a family, as one agency tells it: all agencies answer this one shape. */
@Directive('@shareable')
@ObjectType({ description: 'One thing that happened to a family, as the agency that knows it tells it.' })
export class TimelineEntry {
  @Field(() => ID, { description: 'The id of what is told, a UUID; it orders entries of the same instant.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it happened; what has only a day is told at its midnight.' })
  at!: Date;

  @Field(() => String, { description: 'What happened, stable for programs; each agency has its own kinds.' })
  kind!: string;

  @Field(() => String, { description: 'What happened, as a sentence in the language of `Accept-Language`.' })
  sentence!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Who did or recorded it: a name where the agency knows one, otherwise the subject (`sub`) of the token. Absent where it went by itself, and where the reader is not told.',
  })
  author!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'One entry of a page of a timeline.' })
export class TimelineEntryEdge {
  @Field(() => TimelineEntry, { description: 'The entry.' })
  node!: TimelineEntry;

  @Field(() => String, { description: 'Where the entry stands: `after` continues behind it.' })
  cursor!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A page of a timeline, newest first.' })
export class TimelineEntryConnection {
  @Field(() => [TimelineEntryEdge], { description: 'The entries, newest first.' })
  edges!: TimelineEntryEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}

/** Where a page starts; the entry itself is not part of it: `(at, id) < (position.at, position.id)`. */
export type TimelinePosition = { readonly at: string; readonly id: string };

/** The entry behind which the page starts, or `null` for the first page. */
export const timelinePosition = ({ after }: PageArguments): TimelinePosition | null => {
  const values = decodeCursor(after, 2, ([at, id]) => isInstantText(at) && isUuid(id));
  const [at, id] = values ?? [];
  return at && id ? { at, id } : null;
};

/** A page from `first + 1` entries, newest first. */
export const timelinePage = (entries: readonly TimelineEntry[], args: PageArguments): Page<TimelineEntry> =>
  pageOf(entries, args, ({ at, id }) => [at.toISOString(), id]);
