import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import type { Entitlement, EntitlementFile } from './entitlement.ts';
import { conflictsOf, freshnessOf, prevailing, upTo } from './entitlement-rivals.rules.ts';
import type { EntitlementState } from './entitlement-state.ts';

const isOnOrBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) <= 0;

/** Oldest first, each ending where the next begins. */
const chained = (states: readonly EntitlementState[]): EntitlementState[] =>
  states.map((state, index) => ({ ...state, to: states[index + 1]?.from ?? null }));

/** Which day is asked about, and on which day what is said of it was known. */
export type AskedDays = {
  /** In force on this day. */
  readonly on: Temporal.PlainDate;
  /** Recorded by the end of this one. */
  readonly knownOn: Temporal.PlainDate;
};

/** `asOf` alone asks what was known on a day of that day; `on` what is known of it today; both what was known then of `on`. */
export const daysAsked = (
  { on, asOf }: { readonly on: Temporal.PlainDate | null; readonly asOf: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): AskedDays => {
  const knownOn = asOf ?? today;
  return { on: on ?? knownOn, knownOn };
};

/** Those that were not put on record by mistake. */
export const onRecord = <File extends Pick<EntitlementFile, 'mistakenAt'>>(files: readonly File[]): File[] =>
  files.filter(({ mistakenAt }) => mistakenAt === null);

/**
 * The files as they stood on a day, as they were known on the same day or another: only states in force by then and recorded
 * by then. A change made later, back-dated or not, leaves the answer as it was, as does finding out later that one
 * was put on record by mistake. Files without a state by then are left out.
 */
export const asKnownOn = (
  files: readonly EntitlementFile[],
  on: Temporal.PlainDate,
  knownOn: Temporal.PlainDate = on,
): EntitlementFile[] => {
  const endOfDay = startOfDay(knownOn.add({ days: 1 }));
  const isKnown = ({ recordedAt }: { readonly recordedAt: Date }): boolean => recordedAt < endOfDay;
  return files.flatMap((file) => {
    if (file.mistakenAt !== null && file.mistakenAt < endOfDay) return [];
    const [states, confirmations] = [file.states.filter(isKnown), file.confirmations.filter(isKnown)];
    const known = upTo({ ...file, states: chained(states), confirmations }, on);
    return known.states.length > 0 ? [known] : [];
  });
};

/** One that was put on record by mistake, as it stood when that was found out; of all others nothing is known here. */
export const mistakenEntitlement = (files: readonly EntitlementFile[], id: string): Entitlement | null => {
  const file = files.find((each) => each.id === id);
  if (!file?.mistakenAt) return null;
  const [entitlement] = entitlementsAsOf([{ ...file, mistakenAt: null }], dayOf(file.mistakenAt));
  return entitlement ? { ...entitlement, mistakenAt: file.mistakenAt, version: file.version } : null;
};

/** The newest state of a file that holds on a day, or none before its first. */
export const stateOn = (file: EntitlementFile, day: Temporal.PlainDate): EntitlementState | null =>
  file.states.findLast(({ from }) => isOnOrBefore(from, day)) ?? null;

/** Where the run of rows with the newest state began: a new amount or reason does not restart it. */
const sinceWhen = (states: readonly EntitlementState[], newest: EntitlementState): Temporal.PlainDate =>
  states.reduce(
    (since, { state, from }, index) => (state === states[index - 1]?.state ? since : from),
    newest.from,
  );

/** The entitlements of a family as of a day; who changes one seen as of a past day is told that it is stale. */
export const entitlementsAsOf = (
  files: readonly EntitlementFile[],
  on: Temporal.PlainDate,
  knownOn: Temporal.PlainDate = on,
): Entitlement[] => {
  const known = asKnownOn(files, on, knownOn);
  const counting = prevailing(known);
  return known.flatMap((file) => {
    const { states, confirmations, ...facts } = file;
    return states.slice(-1).map((newest) => ({
      ...facts,
      version: newest.version,
      state: newest.state,
      monthlyAmountCents: newest.monthlyAmountCents,
      since: sinceWhen(states, newest),
      statedOn: freshnessOf(file),
      prevails: counting.includes(file),
      conflicts: conflictsOf(file, known),
      history: [...states],
    }));
  });
};
