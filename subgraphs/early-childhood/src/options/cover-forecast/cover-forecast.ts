import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ObjectType } from 'type-graphql';
import { CoverStatus } from '../../cover/childcare-cover/cover-status.ts';

@ObjectType({ description: 'A stretch of time, without where or what kind of care.' })
export class ForecastHours {
  @Field(() => DateTime, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;
}

@ObjectType({ description: 'Whether one child would have care at a time that is not fixed yet.' })
export class ChildForecast {
  @Field(() => String, { nullable: true, description: 'First name; absent of one that is to come.' })
  firstName!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it is expected by then: what is said of it holds if it is born as expected.',
  })
  isIfBornAsExpected!: boolean;

  @Field(() => CoverStatus, { description: 'What is arranged already; never `NOT_NEEDED`.' })
  status!: CoverStatus;

  @ListSize(2)
  @Field(() => [ForecastHours], { description: 'What nothing covers yet, first to last.' })
  missing!: ForecastHours[];

  @ListSize(2)
  @Field(() => [ForecastHours], {
    description: 'Of that, what could be booked as places are now, first to last; nothing is held.',
  })
  couldBeBooked!: ForecastHours[];
}

@ObjectType({
  description: 'Whether the children of a job seeker would have care at a time that is not fixed yet.',
})
export class CoverForecast {
  @Field(() => CoverStatus, {
    description: 'What is arranged already: the worst of the children; `NOT_NEEDED` without any.',
  })
  status!: CoverStatus;

  @Field(() => Boolean, {
    description:
      'Whether all that is missing could be booked; yes where nothing is missing, no where it is unknown.',
  })
  couldBeCovered!: boolean;

  @Field(() => DateTime, { description: 'Start of the needed time: the start less the way there.' })
  neededFrom!: Date;

  @Field(() => DateTime, { description: 'End of the needed time: the end and the way back.' })
  neededTo!: Date;

  @ListSize(2)
  @Field(() => [ChildForecast], { description: 'The children who would need care, eldest first.' })
  children!: ChildForecast[];
}

@ObjectType({
  description: 'At which hours of a day the children of a job seeker have, or could have, care.',
})
export class DayForecast {
  @Field(() => CivilDate, { description: 'The day.' })
  date!: Temporal.PlainDate;

  @Field(() => CoverStatus, {
    description:
      'How much of it is covered; `NOT_NEEDED` when no child needs care, `UNKNOWN` without a calendar.',
  })
  status!: CoverStatus;

  @ListSize(3)
  @Field(() => [ForecastHours], {
    description: 'When every child has care, between 07:00 and 20:00; empty when it is not known.',
  })
  covered!: ForecastHours[];

  @ListSize(3)
  @Field(() => [ForecastHours], {
    description: 'When every child has care or could have it as places are now, apart from what is covered.',
  })
  couldBeCovered!: ForecastHours[];
}
