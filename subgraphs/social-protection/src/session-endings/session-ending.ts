import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'That all sessions of somebody were ended: by themselves, signing out everywhere, or by an administrator.',
})
export class SessionEnding {
  @Field(() => ID, { description: 'Identifies it.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When: what was signed in by then opened nothing any more.' })
  readonly endedAt!: Date;

  @Field(() => String, { description: 'Whose, by name where the directory knows one.' })
  readonly person!: string;

  @Field(() => String, { description: 'By whom; the same when they did it themselves.' })
  readonly endedBy!: string;
}
