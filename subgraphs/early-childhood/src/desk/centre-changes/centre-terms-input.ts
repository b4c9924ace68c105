import { LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Hours of every week, in local time of the city.' })
export class OpeningHoursInput {
  @Field(() => Int, { description: '1 (Monday) to 7 (Sunday), as ISO 8601.' })
  weekday!: number;

  @Field(() => LocalTime, {
    description: 'From, on the half-hour, or at a time at which the centre opens or closes already.',
  })
  from!: Temporal.PlainTime;

  @Field(() => LocalTime, { description: 'To, the same day, on the half-hour or at such a time.' })
  to!: Temporal.PlainTime;
}

@InputType({ description: 'Hours of every week with fewer authorised places.' })
export class HourlyPlacesInput extends OpeningHoursInput {
  @Field(() => Int, { description: 'Children who may be present at once in these hours.' })
  places!: number;
}

@InputType({ description: 'Hours of every week in which places are kept for emergencies.' })
export class KeptPlacesInput extends OpeningHoursInput {
  @Field(() => Int, { description: 'How many places of the section are kept, 1 at least.' })
  places!: number;
}

@InputType({ description: 'Hours of every week in which places of a section are kept for emergencies.' })
export class EmergencyPlacesInput extends KeptPlacesInput {
  @Field(() => ID, {
    description: 'The section; it is of the centre already. A new one says what it keeps itself.',
  })
  sectionId!: string;
}

@InputType({ description: 'An age group of a centre.' })
export class SectionInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The section that it was; a new one unless given. One of the centre that is not named is no longer there.',
  })
  id?: string | null;

  @Field(() => String, { description: 'Name, for example “Les petits”.' })
  name!: string;

  @Field(() => Int, { description: 'Youngest age in completed months.' })
  minAgeMonths!: number;

  @Field(() => Int, { description: 'Age in months from which a child is too old for it.' })
  maxAgeMonths!: number;

  @Field(() => Int, { description: 'Children who may be in it at once, emergencies apart.' })
  places!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Professionals beside the children, as far as the records know them.',
  })
  staff?: number | null;
  @Field(() => [KeptPlacesInput], {
    nullable: true,
    description:
      'Its places kept for emergencies, as the city voted, in place of those said of it elsewhere; `[]` when none are. What was kept of it stays unless given.',
  })
  emergencyPlaces?: KeptPlacesInput[] | null;
}
