import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { HourlyFee } from '../hourly-fee/hourly-fee.ts';

@ObjectType({
  description:
    'What a placement costs the family in an ordinary month: hours × hourly fee. An estimate, no invoice.',
})
export class MonthlyEstimate {
  @Field(() => Int, {
    nullable: true,
    description: 'Euro cents per month, rounded half up; absent when there is no fee yet.',
  })
  cents!: number | null;

  @Field(() => Float, {
    description:
      'Hours of an ordinary month: weekly hours × 52 ÷ 12; of agreed hours that last shorter than a month, their own weeks.',
  })
  hours!: number;

  @Field(() => CivilDate, {
    description: 'The day whose scale and resources count: today, or the nearest day of the agreed hours.',
  })
  on!: Temporal.PlainDate;

  @Field(() => HourlyFee, { description: 'The fee of an hour, with the reason when it is not known.' })
  hourlyFee!: HourlyFee;
}
