import { LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'When a centre is open on a day of every week, in local time of the city.' })
export class OpeningHours {
  @Field(() => Int, { description: '1 (Monday) to 7 (Sunday), as ISO 8601.' })
  weekday!: number;

  @Field(() => LocalTime, { description: 'Opens at.' })
  from!: Temporal.PlainTime;

  @Field(() => LocalTime, { description: 'Closes at.' })
  to!: Temporal.PlainTime;
}
