import type { Temporal } from 'temporal-polyfill';

export type AddressChange = {
  readonly version: number;
  readonly since: Temporal.PlainDate;
};
export type AddressKnown = {
  readonly version: number;
  readonly since: Temporal.PlainDate;
};
export type AddressDateRefusal = 'STALE_VERSION' | 'HOLDS_FROM_A_COMING_DAY' | 'BEFORE_THE_PRESENT_ADDRESS';

/** Distances, lists and letters go by the present address, so one that does not hold yet is not taken. */
export const addressDateRefusal = (
  asked: AddressChange,
  known: AddressKnown,
  today: Temporal.PlainDate,
): AddressDateRefusal | null => {
  if (asked.version !== known.version) return 'STALE_VERSION';
  if (asked.since.since(today).sign > 0) return 'HOLDS_FROM_A_COMING_DAY';
  return asked.since.since(known.since).sign < 0 ? 'BEFORE_THE_PRESENT_ADDRESS' : null;
};
