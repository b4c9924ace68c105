import { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';
import type { PlacesInHours, PlacesKept } from './centre-terms.rules.ts';
import { OpeningHours } from './opening-hours.ts';

@ObjectType({
  description:
    'Hours of every week in which fewer children may be present than `authorisedPlaces` says, as the authorisation may vary them (code de la santé publique R2324-27).',
})
export class HourlyPlaces extends OpeningHours implements PlacesInHours {
  @Field(() => Int, { description: 'Children who may be present at once in these hours.' })
  places!: number;
}

@ObjectType({
  description:
    'Hours of every week in which places of a section are kept for emergencies, as the city voted: no other care takes the last ones. Where the sections have more places than the centre, the same number is kept of the centre’s.',
})
export class EmergencyPlaces extends OpeningHours implements PlacesKept {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => Int, { description: 'How many of its places are kept.' })
  places!: number;
}

type StoredPlaces = { weekday: number; from: string; to: string; places: number };

const minutes = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

type StoredKept = StoredPlaces & { sectionId: string };

const timesOf = ({ from, to }: StoredPlaces) => ({
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});

const stored = ({ weekday, from, to, places }: PlacesInHours): StoredPlaces => ({
  weekday,
  from: minutes(from),
  to: minutes(to),
  places,
});

/** Always read with the centre, so they live in its row. */
export const placesByHourColumn: ColumnOptions = {
  name: 'places_by_hour',
  type: 'jsonb',
  default: [],
  transformer: {
    from: (lines: StoredPlaces[]) =>
      lines.map((line) => Object.assign(new HourlyPlaces(), { ...line, ...timesOf(line) })),
    to: (lines: readonly PlacesInHours[] | undefined) => lines?.map(stored),
  },
};

/** So do these. */
export const emergencyPlacesColumn: ColumnOptions = {
  name: 'emergency_places',
  type: 'jsonb',
  default: [],
  transformer: {
    from: (lines: StoredKept[]) =>
      lines.map((line) => Object.assign(new EmergencyPlaces(), { ...line, ...timesOf(line) })),
    to: (lines: readonly PlacesKept[] | undefined) =>
      lines?.map((line): StoredKept => ({ ...stored(line), sectionId: line.sectionId })),
  },
};
