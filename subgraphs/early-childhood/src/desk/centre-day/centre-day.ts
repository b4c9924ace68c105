import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Int, ObjectType } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';
import { Closure } from '../../centres/centres/closure.ts';
import { Section } from '../../centres/centres/section.ts';
import { Collector } from '../../families/families/collector.ts';
import type { CentreDayFacts } from './centre-day.queries.ts';

@ObjectType({ description: 'How full a section is during half an hour.' })
export class HalfHour {
  @Field(() => DateTime, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => Int, {
    description:
      'Children who are expected or came, emergencies included; held places and the absent are not.',
  })
  expectedChildren!: number;

  @Field(() => Int, {
    description:
      'Places that can still be booked, emergencies apart: in the section, the centre and its 115 %, the hours of the week permitting (code de la santé publique R2324-27).',
  })
  freePlaces!: number;

  @Field(() => Int, {
    description:
      'Places that emergencies can still take, up to 115 % of the authorised places of the whole centre (code de la santé publique R2324-27).',
  })
  freeEmergencyPlaces!: number;
}

@ObjectType({ description: 'One section of a centre on one day.' })
export class SectionDay {
  @Field(() => Section, { description: 'The section.' })
  section!: Section;

  @ListSize(24)
  @Field(() => [HalfHour], { description: 'The half-hours that the centre is open, first to last.' })
  halfHours!: HalfHour[];
}

@ObjectType({ description: 'A child who is looked after on a day, as those who receive it need to know.' })
export class ExpectedChild {
  @Field(() => Booking, { description: 'The booking; attendance is noted with its version.' })
  booking!: Booking;

  @Field(() => Section, { description: 'The section that looks after the child.' })
  section!: Section;

  @Field(() => Int, {
    nullable: true,
    description: 'Its age on the day in completed months; absent where nobody has said when it was born.',
  })
  ageMonths!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it really arrived; absent when that is not noted.',
  })
  arrivedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it really left; absent when that is not noted.',
  })
  leftAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it comes to get used to the centre (familiarisation).' })
  isFamiliarisation!: boolean;

  @Field(() => Boolean, { description: 'Whether it is counted as walking on that day.' })
  walks!: boolean;

  @Field(() => String, { nullable: true, description: 'First name.' })
  firstName!: string | null;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @ListSize(2)
  @Field(() => [String], {
    description: 'The adults of the family on that day; those of both families under shared residence.',
  })
  adults!: string[];

  @ListSize(2)
  @Field(() => [String], { description: 'Who, besides the family’s adults, may collect the child.' })
  mayBeCollectedBy!: string[];

  @ListSize(2)
  @Field(() => [Collector], { description: 'The same, with the number at which they are reached.' })
  collectors!: Collector[];

  @ListSize(2)
  @Field(() => [String], {
    description: 'What those who look after the child must know, such as allergies.',
  })
  careAlerts!: string[];
}

@ObjectType({ description: 'A centre on one day: who comes, who goes, and what is free.' })
export class CentreDay {
  /** What the day was made of, for what is only computed when it is asked for. */
  readonly facts!: CentreDayFacts;

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

  @ListSize(3)
  @Field(() => [SectionDay], { description: 'Its sections, youngest first.' })
  sections!: SectionDay[];

  @ListSize(40)
  @Field(() => [ExpectedChild], {
    description:
      'Each stay of a child that is expected, came, or was noted as absent: one entry for arrival and departure, by time of arrival.',
  })
  children!: ExpectedChild[];

  @ListSize(40)
  @Field(() => [ExpectedChild], {
    description: 'Who is to arrive, or came, or was noted as absent, by time of arrival.',
  })
  arrivals!: ExpectedChild[];

  @ListSize(40)
  @Field(() => [ExpectedChild], { description: 'Who is to leave, the absent apart, by time of departure.' })
  departures!: ExpectedChild[];
}
