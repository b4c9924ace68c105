import { Temporal } from 'temporal-polyfill';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';
import type { PlacesInHours } from './centre-terms.rules.ts';
import { OpeningHours } from './opening-hours.ts';

@ObjectType({
  description:
    'Hours of every week in which fewer children may be present than `authorisedPlaces` says, as the authorisation may vary them (code de la santé publique R2324-27).',
})
export class HourlyPlaces extends OpeningHours implements PlacesInHours {
  @Field(() => Int, { description: 'Children who may be present at once in these hours.' })
  places!: number;
}

type StoredPlaces = { weekday: number; from: string; to: string; places: number };

const minutes = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** Always read with the centre, so they live in its row. */
export const placesByHourColumn: ColumnOptions = {
  name: 'places_by_hour',
  type: 'jsonb',
  default: [],
  transformer: {
    from: (stored: StoredPlaces[]) =>
      stored.map(({ from, to, ...line }) =>
        Object.assign(new HourlyPlaces(), {
          ...line,
          from: Temporal.PlainTime.from(from),
          to: Temporal.PlainTime.from(to),
        }),
      ),
    to: (hours: readonly PlacesInHours[] | undefined) =>
      hours?.map(
        ({ weekday, from, to, places }): StoredPlaces => ({
          weekday,
          from: minutes(from),
          to: minutes(to),
          places,
        }),
      ),
  },
};
