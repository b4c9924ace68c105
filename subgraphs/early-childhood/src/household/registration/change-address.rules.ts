import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { Temporal } from 'temporal-polyfill';
import type { Position } from '../../centres/districts/position.ts';
import type { changeAddressReasons } from './family-address.reasons.ts';

export type AddressChange = {
  readonly version: number;
  readonly since: Temporal.PlainDate;
};
export type AddressKnown = {
  readonly version: number;
  readonly since: Temporal.PlainDate;
};

/** Distances, lists and letters go by the present address, so one that does not hold yet is not taken. */
export const addressDateRefusal = (
  asked: AddressChange,
  known: AddressKnown,
  today: Temporal.PlainDate,
): Word<typeof changeAddressReasons> | null => {
  if (asked.version !== known.version) return 'STALE_VERSION';
  if (asked.since.since(today).sign > 0) return 'HOLDS_FROM_A_COMING_DAY';
  return asked.since.since(known.since).sign < 0 ? 'BEFORE_THE_PRESENT_ADDRESS' : null;
};

type Located = {
  /** `undefined` when nothing is said of it, `null` when it is said not to be known. */
  readonly position?: Position | null | undefined;
  readonly districtId?: string | null | undefined;
};
export type KnownPlace = { readonly position: Position | null; readonly districtId: string | null };

/** An address that holds from the same day is the present one written otherwise: the home stands where it stood. */
export const isCorrection = (
  asked: Pick<AddressChange, 'since'>,
  known: Pick<AddressKnown, 'since'>,
): boolean => asked.since.equals(known.since);

/** Where the home of an address stands: as it was said; of one that is only corrected, what is not said stays. */
export const placeAfter = (asked: Located, known: KnownPlace, isCorrected: boolean): KnownPlace => {
  const isMoved = asked.position !== undefined || !isCorrected;
  const position = isMoved ? (asked.position ?? null) : known.position;
  // The district follows from a new position unless it is said.
  const kept = isMoved ? null : known.districtId;
  return { position, districtId: asked.districtId === undefined ? kept : asked.districtId };
};

/** Whether something that was known of where the home stands would be dropped without a word. */
export const isDroppedSilently = (asked: Located, known: KnownPlace, after: KnownPlace): boolean => {
  const isLost = (what: keyof KnownPlace): boolean =>
    asked[what] === undefined && known[what] !== null && after[what] === null;
  // With a position the district follows: outside of all there is none.
  return isLost('position') || (isLost('districtId') && !asked.position);
};
