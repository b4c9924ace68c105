import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import type { Entitlement, EntitlementFile } from './entitlement.ts';
import { conflictsOf, freshnessOf, prevailing } from './entitlement-rivals.rules.ts';
import type { EntitlementState } from './entitlement-state.ts';

const isOnOrBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) <= 0;

/** Oldest first, each ending where the next begins. */
const chained = (states: readonly EntitlementState[]): EntitlementState[] =>
  states.map((state, index) => ({ ...state, to: states[index + 1]?.from ?? null }));

/**
 * The files as they stood on a day: only states in force by then and recorded by then. A change made later,
 * back-dated or not, leaves the answer as it was. Files without a state by then are left out.
 */
export const asKnownOn = (files: readonly EntitlementFile[], day: Temporal.PlainDate): EntitlementFile[] => {
  const endOfDay = startOfDay(day.add({ days: 1 }));
  return files.flatMap((file) => {
    const states = file.states.filter(
      ({ from, recordedAt }) => recordedAt < endOfDay && isOnOrBefore(from, day),
    );
    const confirmations = file.confirmations.filter(({ recordedAt }) => recordedAt < endOfDay);
    return states.length > 0 ? [{ ...file, states: chained(states), confirmations }] : [];
  });
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
  day: Temporal.PlainDate,
): Entitlement[] => {
  const known = asKnownOn(files, day);
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
