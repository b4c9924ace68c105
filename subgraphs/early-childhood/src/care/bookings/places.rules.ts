import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { overlap, type Period } from '@relais/platform/time/periods.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import {
  authorisedDuring,
  keptForEmergencies,
  type PlacesInHours,
  type PlacesKept,
} from '../../centres/centres/centre-terms.rules.ts';

/** A booking as far as places are concerned. */
export type Stay = Period & { readonly sectionId: string; readonly childId: string; readonly kind: CareKind };

/** No day of a small child away from home is longer. */
export const LONGEST_STAY_HOURS = 12;

const MILLISECONDS_PER_HOUR = 3_600_000;

export const isTooLong = ({ startsAt, endsAt }: Period): boolean =>
  endsAt.getTime() - startsAt.getTime() > LONGEST_STAY_HOURS * MILLISECONDS_PER_HOUR;

/** A place is agreed a year ahead at most, for a year at most. */
export const FARTHEST_AHEAD = { years: 2 };

export const isTooFarAhead = ({ startsAt }: Pick<Period, 'startsAt'>, now: Date): boolean =>
  isBefore(dayOf(now).add(FARTHEST_AHEAD), dayOf(startsAt));

/** A centre as far as its places are concerned. */
export type CentrePlaces = {
  readonly authorisedPlaces: number;
  readonly placesByHour?: readonly PlacesInHours[];
  readonly emergencyPlaces?: readonly PlacesKept[];
};

export type PlaceFacts = {
  readonly care: Stay;
  readonly section: { readonly places: number };
  readonly centre: CentrePlaces;
  /** What else is booked in the centre meanwhile. */
  readonly othersInCentre: readonly Stay[];
};

/** With emergencies a centre may take 115 % of its authorised places (code de la santé publique R2324-27). */
const MOST_PER_CENT = 115;

/** The most stays at any one moment of a period. */
export const peakDuring = (stays: readonly Period[], period: Period): number => {
  const meanwhile = stays.filter((stay) => overlap(stay, period));
  const from = period.startsAt.getTime();
  // Many start at the same time, so each moment is looked at once.
  const moments = new Set([from, ...meanwhile.map(({ startsAt }) => Math.max(from, startsAt.getTime()))]);
  const countAt = (moment: number) =>
    meanwhile.filter(({ startsAt, endsAt }) => startsAt.getTime() <= moment && moment < endsAt.getTime())
      .length;
  return Math.max(...[...moments].map(countAt));
};

export const placesWithEmergencies = (authorisedPlaces: number): number =>
  Math.floor((authorisedPlaces * MOST_PER_CENT) / 100);

export const isPlanned = ({ kind }: Stay): boolean => kind !== 'EMERGENCY';

/** What planned care finds taken meanwhile: other planned care, and what is kept for emergencies. */
export const takenForPlanned = (
  centre: CentrePlaces,
  stays: readonly Stay[],
  stretch: Period,
): (Period & { readonly sectionId: string })[] => [
  ...stays.filter(isPlanned),
  ...keptForEmergencies(centre, stretch, dayOf(stretch.startsAt)),
];

export const isSectionFull = ({ care, section, centre, othersInCentre }: PlaceFacts): boolean => {
  if (!isPlanned(care)) return false;
  const taken = takenForPlanned(centre, othersInCentre, care);
  return (
    peakDuring(
      taken.filter(({ sectionId }) => sectionId === care.sectionId),
      care,
    ) >= section.places
  );
};

export const isCentreFull = ({ care, centre, othersInCentre }: PlaceFacts): boolean => {
  const taken = isPlanned(care) ? takenForPlanned(centre, othersInCentre, care) : [];
  return authorisedDuring(centre, care, dayOf(care.startsAt)).some((part) => {
    if (peakDuring(othersInCentre, part) >= placesWithEmergencies(part.places)) return true;
    return isPlanned(care) && peakDuring(taken, part) >= part.places;
  });
};
