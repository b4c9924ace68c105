import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { payloadOf, refusalOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Facility, Operator } from '../../centres/centres/centre-kind.ts';
import { PositionInput } from '../../household/registration/register-family.ts';
import { KeptPlacesInput, OpeningHoursInput } from '../centre-changes/centre-terms-input.ts';
import { CentreFact } from './centre-fact.ts';
import { centreListReasons, listedRowReasons } from './centre-list.reasons.ts';

@InputType({ description: 'An age group as a list names it.' })
export class ListedSectionInput {
  @Field(() => String, { description: 'Name; one of the same name is the same section.' })
  name!: string;

  @Field(() => Int, { description: 'Youngest age in completed months.' })
  minAgeMonths!: number;

  @Field(() => Int, { description: 'Age in months from which a child is too old for it.' })
  maxAgeMonths!: number;

  @Field(() => Int, { description: 'Children who may be in it at once, emergencies apart.' })
  places!: number;

  @Field(() => Int, { nullable: true, description: 'Professionals beside the children.' })
  staff?: number | null;

  @Field(() => [KeptPlacesInput], {
    nullable: true,
    description:
      'Its places kept for emergencies; `[]` when none are. Where the list says nothing of them, what was kept stays.',
  })
  emergencyPlaces?: KeptPlacesInput[] | null;
}

@InputType({ description: 'A row of a city’s list of centres; of what is absent the list says nothing.' })
export class ListedCentreInput {
  @Field(() => String, { nullable: true, description: 'The id that the source gives it.' })
  sourceId?: string | null;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Number and street.' })
  street!: string;

  @Field(() => String, { nullable: true, description: 'Postal code, five digits.' })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  city?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, as the list calls it: “multi-accueil”, “micro-crèche”, `KINDERGARTEN`.',
  })
  kind?: string | null;

  @Field(() => Operator, { nullable: true, description: 'Who runs it.' })
  operator?: Operator | null;

  @Field(() => PositionInput, { nullable: true, description: 'Where it stands on the map.' })
  position?: PositionInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of its district; the one it stands in unless given.',
  })
  districtNumber?: number | null;

  @Field(() => Int, { nullable: true, description: 'Children who may be present at once.' })
  authorisedPlaces?: number | null;

  @Field(() => [OpeningHoursInput], {
    nullable: true,
    description: 'Opening hours of an ordinary week.',
  })
  openingHours?: OpeningHoursInput[] | null;

  @Field(() => [CareKind], { nullable: true, description: 'The kinds of care it offers.' })
  careKinds?: CareKind[] | null;

  @Field(() => [ListedSectionInput], { nullable: true, description: 'All of its age groups.' })
  sections?: ListedSectionInput[] | null;

  @Field(() => [Facility], { nullable: true, description: 'What it offers besides care.' })
  facilities?: Facility[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is à vocation d’insertion professionnelle.',
  })
  isAvip?: boolean | null;

  @Field(() => String, { nullable: true, description: 'SIRET, 14 digits.' })
  siret?: string | null;

  @Field(() => String, { nullable: true, description: 'FINESS, 9 signs.' })
  finess?: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the city’s own list.' })
  cityId?: string | null;
}

/** A batch is one short transaction; a centre is some ten statements, and all that is booked in it. */
export const MOST_ROWS = 20;

@InputType({ description: 'Rows of a city’s list of centres.' })
export class ImportCentresInput {
  @Field(() => String, { description: 'Whose list it is; ids are of one source.' })
  source!: string;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'From when what it says holds; today unless given. Names, addresses and ids hold at once.',
  })
  from?: Temporal.PlainDate | null;

  @Field(() => [ListedCentreInput], {
    description: `The rows, in the order of the list; ${MOST_ROWS} at most.`,
  })
  rows!: ListedCentreInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only tells what would become of the rows: nothing is stored.',
  })
  preview!: boolean;
}

export const ListOutcome = enumOf('ListOutcome', 'What became of a row of a list of centres.', {
  OPENED: 'A centre was opened.',
  CHANGED: 'The centre is another one from the day of the list.',
  UNCHANGED: 'All that it says was on record, or decided for a later day.',
  INCOMPLETE: 'Something is missing (`missing`): it is shown, and nobody can book a place in it.',
  NOT_A_CENTRE: 'It is no centre, and was not taken.',
  REFUSED: 'Nothing of it was stored; the reason is given.',
});
export type ListOutcome = keyof typeof ListOutcome;

export const ListedRowRefusal = refusalOf('ListedRowRefusal', listedRowReasons);

@ObjectType({ description: 'What became of one row of a list of centres.' })
export class ListedRow {
  @Field(() => Int, { description: 'Its place among the rows sent, from 0.' })
  index!: number;

  @Field(() => ListOutcome, { description: 'What became of it.' })
  outcome!: ListOutcome;

  @Field(() => ID, {
    nullable: true,
    description: 'The centre that it is; absent where it is none, and where a preview would open it.',
  })
  centreId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name by which the centre was known until now; absent where there was none.',
  })
  knownAs!: string | null;

  @ListSize(4)
  @Field(() => [CentreFact], { description: 'What the list does not say and must be known first.' })
  missing!: readonly CentreFact[];

  @Field(() => ListedRowRefusal, { nullable: true, description: 'Why it was not taken.' })
  refusal!: InstanceType<typeof ListedRowRefusal> | null;
}

@ObjectType({ description: 'What became of the rows. Sending them again changes nothing.' })
export class ImportCentresPayload extends payloadOf(
  'ImportCentres',
  centreListReasons,
  'Why nothing of the list was taken; absent when it was read.',
) {
  @ListSize(20)
  @Field(() => [ListedRow], { description: 'Each row, in the order sent.' })
  rows: ListedRow[] = [];
}
