import { Field, Int, ObjectType } from 'type-graphql';
import { HourlyFee } from '../hourly-fee/hourly-fee.ts';

@ObjectType({
  description:
    'What one stay costs the family: half-hours due × hourly fee of its day. What is charged, no invoice.',
})
export class StayFee {
  @Field(() => Int, {
    nullable: true,
    description: 'Euro cents, rounded half up once; absent when there is no fee yet.',
  })
  cents!: number | null;

  @Field(() => Int, {
    description:
      'Half-hours due: those booked, and every one that was begun before or after them, as attendance was noted.',
  })
  halfHoursDue!: number;

  @Field(() => HourlyFee, { description: 'The fee of an hour, with the reason when it is not known.' })
  hourlyFee!: HourlyFee;
}
