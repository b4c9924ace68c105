import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Closure } from '../../centres/centres/closure.ts';

@ObjectType({ description: 'One day of a centre’s week.' })
export class CentreWeekDay {
  @Field(() => CivilDate, { description: 'The day.' })
  date!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'Why the centre is closed; absent on other days.' })
  closureReason!: string | null;

  @Field(() => Closure, {
    nullable: true,
    description:
      'Why and from when, where the centre opens later or closes earlier on that day; absent on other days.',
  })
  partClosure!: Closure | null;

  @Field(() => Float, {
    description: 'Hours that the centre is open; 0 on a closure, less on one of a part of the day.',
  })
  openHours!: number;

  @Field(() => Float, { description: 'Child-hours booked, of the bookings that start on this day.' })
  bookedHours!: number;

  @Field(() => Float, {
    description:
      'Child-hours due, of the bookings that start on this day: those booked, held places apart, those cancelled after they began included, and every half-hour begun before or after them; a half-hour of one child counts once, as attendance was noted.',
  })
  dueHours!: number;

  @Field(() => Float, { description: 'Authorised places × opening hours; 0 on a closure.' })
  allowedHours!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Booked out of allowed hours; absent when none are allowed.',
  })
  occupancy!: number | null;

  @Field(() => Int, {
    description:
      'Children who are expected or came, each once; held places and the absent are not among them.',
  })
  expectedChildren!: number;

  @Field(() => Int, {
    description:
      'The most children booked at any one moment, emergencies and held places included. Up to `places`, with emergencies up to `placesWithEmergencies`.',
  })
  peakChildren!: number;

  @Field(() => Int, { description: 'Authorised places.' })
  places!: number;

  @Field(() => Int, {
    description: '115 % of the authorised places, rounded down (code de la santé publique R2324-27).',
  })
  placesWithEmergencies!: number;
}

@ObjectType({
  description:
    'How full a centre is in an ISO week. Emergencies may exceed its places for a moment, not over the week: the child-hours booked stay within authorised places × opening hours (code de la santé publique R2324-27).',
})
export class CentreWeek {
  @Field(() => CivilDate, { description: 'Its first day.' })
  monday!: Temporal.PlainDate;

  @Field(() => Float, {
    description: 'Child-hours booked: emergencies and held places included, cancelled ones not.',
  })
  bookedHours!: number;

  @Field(() => Float, {
    description:
      'Child-hours due, of the bookings that start on its days: those booked, held places apart, those cancelled after they began included, and every half-hour begun before or after them; a half-hour of one child counts once, as attendance was noted.',
  })
  dueHours!: number;

  @Field(() => Float, { description: 'Authorised places × opening hours, closures taken off.' })
  allowedHours!: number;

  @Field(() => Float, { description: 'Child-hours that can still be booked.' })
  hoursLeft!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Booked out of allowed hours. Above 1 only where a closure or fewer places came after the bookings; absent when none are allowed.',
  })
  occupancy!: number | null;

  @ListSize(7)
  @Field(() => [CentreWeekDay], { description: 'Its seven days, Monday first.' })
  days!: CentreWeekDay[];
}
