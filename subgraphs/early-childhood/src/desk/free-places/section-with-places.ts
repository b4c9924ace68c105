import { enumOf } from '@relais/platform/graphql/enums.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { Section } from '../../centres/centres/section.ts';

export const FreePlacesOrder = enumOf('FreePlacesOrder', 'How sections with free places are sorted.', {
  MOST_FREE_FIRST: 'Those with the most places, then by the name of the centre.',
  BY_CENTRE: 'By the name of the centre.',
});
export type FreePlacesOrder = keyof typeof FreePlacesOrder;

@ObjectType({ description: 'A section that has places all through a stretch of time.' })
export class SectionWithPlaces {
  @Field(() => Section, { description: 'The section; it names its centre.' })
  section!: Section;

  @Field(() => Int, {
    description:
      'Places that can be booked all through, emergencies apart: in the section, the centre and its 115 % (code de la santé publique R2324-27). Whether the hours of the week permit it is said when booking.',
  })
  freePlaces!: number;

  @Field(() => Int, { description: 'Places that emergencies can still take all through.' })
  freeEmergencyPlaces!: number;
}
