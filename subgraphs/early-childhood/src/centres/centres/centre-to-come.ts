import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CareKind } from './care-kind.ts';
import type { Centre } from './centre.ts';
import { CentreKind, Facility } from './centre-kind.ts';
import { type CentreTerms, centreOn, type SectionTerms } from './centre-terms.rules.ts';
import { EmergencyPlaces, HourlyPlaces } from './hourly-places.ts';
import { OpeningHours } from './opening-hours.ts';

@ObjectType({ description: 'An age group as it will be from a day on.' })
export class SectionToCome implements SectionTerms {
  @Field(() => ID, { description: 'The section.' })
  id!: string;

  @Field(() => String, { description: 'Its name then.' })
  name!: string;

  @Field(() => Int, { description: 'Youngest age in completed months.' })
  minAgeMonths!: number;

  @Field(() => Int, { description: 'Age in months from which a child is too old for it.' })
  maxAgeMonths!: number;

  @Field(() => Int, { description: 'Children who may be in it at once, emergencies apart.' })
  places!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Professionals beside the children; absent when not known.',
  })
  staff!: number | null;
}

@ObjectType({ description: 'What a centre will be from a day on, as it is decided now.' })
export class CentreToCome {
  @Field(() => CivilDate, { description: 'The first day.' })
  from!: Temporal.PlainDate;

  @Field(() => CentreKind, { description: 'What sort of establishment it will be.' })
  kind!: CentreKind;

  @Field(() => Int, { description: 'Children who may be present at once.' })
  authorisedPlaces!: number;

  @ListSize(4)
  @Field(() => [HourlyPlaces], { description: 'Hours with fewer authorised places.' })
  placesByHour!: HourlyPlaces[];

  @ListSize(5)
  @Field(() => [EmergencyPlaces], { description: 'Places that its sections will keep for emergencies.' })
  emergencyPlaces!: EmergencyPlaces[];

  @ListSize(6)
  @Field(() => [OpeningHours], { description: 'Opening hours of an ordinary week.' })
  openingHours!: OpeningHours[];

  @ListSize(4)
  @Field(() => [Facility], { description: 'What it will offer besides care.' })
  facilities!: Facility[];

  @ListSize(4)
  @Field(() => [CareKind], { description: 'The kinds of care it will offer.' })
  careKinds!: CareKind[];

  @Field(() => Boolean, { description: 'Whether it will be à vocation d’insertion professionnelle.' })
  isAvip!: boolean;

  @ListSize(3)
  @Field(() => [SectionToCome], { description: 'Its age groups then.' })
  sections!: SectionToCome[];
}

const centreToCome = (centre: Centre, { from, sections }: CentreTerms): CentreToCome => {
  const day = Temporal.PlainDate.from(from);
  const { kind, authorisedPlaces, placesByHour, emergencyPlaces, openingHours, ...held } = centreOn(
    centre,
    day,
  );
  const { facilities, careKinds, isAvip } = held;
  return Object.assign(new CentreToCome(), {
    from: day,
    ...{ kind, authorisedPlaces, placesByHour, emergencyPlaces, openingHours, facilities, careKinds, isAvip },
    sections: sections.map((section) => Object.assign(new SectionToCome(), section)),
  });
};

/** What is decided for days after today, first to last. */
export const centresToCome = (centre: Centre, today: Temporal.PlainDate): CentreToCome[] =>
  centre.terms.filter(({ from }) => from > today.toString()).map((terms) => centreToCome(centre, terms));
