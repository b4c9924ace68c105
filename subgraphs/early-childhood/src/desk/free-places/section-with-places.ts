import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Int, ObjectType } from 'type-graphql';
import { Section } from '../../centres/centres/section.ts';

export const FreePlacesOrder = enumOf('FreePlacesOrder', 'How sections with free places are sorted.', {
  MOST_FREE_FIRST:
    'Those with a place on the most days, then with the most places, then by the name of the centre.',
  BY_CENTRE: 'By the name of the centre.',
});
export type FreePlacesOrder = keyof typeof FreePlacesOrder;

@ObjectType({ description: 'The places of a section at the hours asked for, on one day.' })
export class PlacesOnDay {
  @Field(() => CivilDate, { description: 'The day.' })
  day!: Temporal.PlainDate;

  @Field(() => Boolean, {
    description:
      'Whether the centre is open all through these hours on that day, and the section takes such children then.',
  })
  isOpen!: boolean;

  @Field(() => Int, { description: 'Places that can be booked all through, emergencies apart.' })
  freePlaces!: number;

  @Field(() => Int, { description: 'Places that emergencies can still take all through.' })
  freeEmergencyPlaces!: number;
}

@ObjectType({
  description: 'A section that has places all through the hours asked for, on one day at least.',
})
export class SectionWithPlaces {
  @Field(() => Section, { description: 'The section; it names its centre.' })
  section!: Section;

  @Field(() => Int, {
    description:
      'Places that can be booked all through, emergencies apart: in the section, the centre and its 115 % (code de la santé publique R2324-27). Whether the hours of the week permit it is said when booking. Over several days the fewest of any day on which it is open.',
  })
  freePlaces!: number;

  @Field(() => Int, {
    description: 'Places that emergencies can still take all through; over several days the fewest of any.',
  })
  freeEmergencyPlaces!: number;

  @Field(() => Int, { description: 'On how many of the days it is open and has a place.' })
  daysWithPlaces!: number;

  @ListSize(5)
  @Field(() => [PlacesOnDay], { description: 'Each of the days, first to last.' })
  days!: PlacesOnDay[];
}
