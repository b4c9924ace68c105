import { LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One stretch of care in every week of a placement, in local time of the city.' })
export class PatternLine {
  @Field(() => Int, { description: '1 (Monday) to 7 (Sunday), as ISO 8601.' })
  weekday!: number;

  @Field(() => LocalTime, { description: 'Care starts at.' })
  from!: Temporal.PlainTime;

  @Field(() => LocalTime, { description: 'Care ends at.' })
  to!: Temporal.PlainTime;
}

@InputType({ description: 'One stretch of care in every week, in local time of the city.' })
export class PatternLineInput {
  @Field(() => Int, { description: '1 (Monday) to 7 (Sunday), as ISO 8601.' })
  weekday!: number;

  @Field(() => LocalTime, { description: 'Care starts at, on the half-hour.' })
  from!: Temporal.PlainTime;

  @Field(() => LocalTime, { description: 'Care ends at, the same day, on the half-hour.' })
  to!: Temporal.PlainTime;
}
