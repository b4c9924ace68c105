import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { CoverMatter } from './cover-matter.ts';

@ObjectType({ description: 'What was noted about the time of a milestone once that was over.' })
export class NotedAfterwards {
  @Field(() => DateTime, { description: 'When it was noted.' })
  notedAt!: Date;

  @Field(() => CoverMatter, { description: 'What was noted.' })
  kind!: CoverMatter;

  /** Of the child it is about; `null` before it has one, or when it is about none. */
  readonly firstName!: string | null;
}
