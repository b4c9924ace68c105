import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { placeQuestions } from './district.reasons.ts';
import type { Position } from './position.ts';

/** Corners in order, each as GeoJSON writes it: degrees east, degrees north. The last joins the first. */
export type Outline = readonly (readonly [east: number, north: number])[];
export type DistrictOnMap = { readonly id: string; readonly number: number; readonly outline: Outline };

export type PlaceQuestion = Word<typeof placeQuestions>;

const EARTH_RADIUS_KILOMETRES = 6_371;
/** Whoever comes to the service point of a city lives in it or not far from it. */
const SURROUNDINGS_KILOMETRES = 50;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** As the crow flies (haversine). */
export const kilometresBetween = (one: Position, other: Position): number => {
  const north = radians(other.latitude - one.latitude) / 2;
  const east = radians(other.longitude - one.longitude) / 2;
  const shrink = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const chord = Math.sin(north) ** 2 + shrink * Math.sin(east) ** 2;
  return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.sqrt(chord));
};

/** On which side of the line from one corner to the next a point lies; 0 on the line itself. */
const sideOf = ([east, north]: Outline[number], [toEast, toNorth]: Outline[number], at: Position): number =>
  (toEast - east) * (at.latitude - north) - (toNorth - north) * (at.longitude - east);

const isBetween = (value: number, one: number, other: number): boolean =>
  Math.min(one, other) <= value && value <= Math.max(one, other);

export const sidesOf = (outline: Outline): (readonly [Outline[number], Outline[number]])[] =>
  outline.slice(-1).flatMap((last) => {
    let from = last;
    return outline.map((to) => {
      const side = [from, to] as const;
      from = to;
      return side;
    });
  });

const isOnBorder = (at: Position, outline: Outline): boolean =>
  sidesOf(outline).some(
    ([from, to]) =>
      sideOf(from, to, at) === 0 &&
      isBetween(at.longitude, from[0], to[0]) &&
      isBetween(at.latitude, from[1], to[1]),
  );

/** A line from the point eastwards leaves the outline once more than it enters it. */
const isInside = (at: Position, outline: Outline): boolean => {
  const crossed = sidesOf(outline).filter(([from, to]) => {
    const isUpwards = to[1] > from[1];
    const isAcross = from[1] > at.latitude !== to[1] > at.latitude;
    return isAcross && sideOf(from, to, at) > 0 === isUpwards;
  });
  return crossed.length % 2 === 1;
};

/** The district a point lies in; on a border, the one with the lower number; `null` outside of all. */
export const districtAt = <District extends DistrictOnMap>(
  at: Position,
  districts: readonly District[],
): District | null => {
  const around = districts.filter(({ outline }) => isOnBorder(at, outline) || isInside(at, outline));
  return around.toSorted((one, other) => one.number - other.number)[0] ?? null;
};

const isFarFromAll = (at: Position, districts: readonly Position[]): boolean =>
  districts.length > 0 &&
  districts.every((centre) => kilometresBetween(at, centre) > SURROUNDINGS_KILOMETRES);

type Located = { readonly position: Position; readonly districtId: string | null };

/** What looks wrong about where a home stands: degrees exchanged, zeros, another district than was said. */
export const placeQuestion = (
  { position, districtId }: Located,
  districts: readonly (DistrictOnMap & Position)[],
): PlaceQuestion | null => {
  if (isFarFromAll(position, districts)) return 'POSITION_FAR_AWAY';
  const found = districtAt(position, districts);
  return found && districtId && found.id !== districtId ? 'POSITION_IN_ANOTHER_DISTRICT' : null;
};
