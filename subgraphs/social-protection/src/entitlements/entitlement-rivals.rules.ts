import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import type { EntitlementFile } from './entitlement.ts';
import type { EntitlementConflict } from './entitlement-conflict.ts';
import type { EntitlementState } from './entitlement-state.ts';
import { isOver, isPerChild } from './entitlement-steps.rules.ts';

/** The day of which a state was said; what is typed in is said on the day it is recorded. */
export const statedDay = ({ statedOn, recordedAt }: EntitlementState): Temporal.PlainDate =>
  statedOn ?? dayOf(recordedAt);

/** The day of the newest information from the file's source; a file always has a state. */
export const freshnessOf = ({ states, confirmations }: EntitlementFile): Temporal.PlainDate => {
  const days = [...states.map(statedDay), ...confirmations.map(({ statedOn }) => statedOn)];
  return days.reduce((newest, day) => (Temporal.PlainDate.compare(day, newest) > 0 ? day : newest));
};

const newestRecord = ({ states, confirmations }: EntitlementFile): number =>
  Math.max(...[...states, ...confirmations].map(({ recordedAt }) => recordedAt.getTime()));

/** Of two that were said of the same day the later record is fresher; the id keeps the order total. */
const isFresher = (one: EntitlementFile, other: EntitlementFile): boolean => {
  const byDay = Temporal.PlainDate.compare(freshnessOf(one), freshnessOf(other));
  const byRecord = newestRecord(one) - newestRecord(other);
  return (byDay || byRecord || (one.id > other.id ? 1 : -1)) > 0;
};

/** A source that names no adult may mean any of them. */
const mayBeSameHolder = (one: EntitlementFile, other: EntitlementFile): boolean =>
  one.adultId === null || other.adultId === null || one.adultId === other.adultId;

const areOfSameChild = (one: EntitlementFile, other: EntitlementFile): boolean =>
  one.childId !== null && one.childId === other.childId;

/** What is due for a child is that child's, whoever holds it: two of which one names none cannot be told apart. */
const mayBeSameRight = (one: EntitlementFile, other: EntitlementFile): boolean => {
  if (one.scheme !== other.scheme) return false;
  return isPerChild(one.scheme) ? areOfSameChild(one, other) : mayBeSameHolder(one, other);
};

/** One was over before the other began: a new right, or a move between agencies, and no disagreement. */
const precedes = (one: EntitlementFile, other: EntitlementFile): boolean => {
  const [last, first] = [one.states.at(-1), other.states.at(0)];
  return Boolean(
    last && first && isOver(last.state) && Temporal.PlainDate.compare(last.from, first.from) <= 0,
  );
};

/** By its own numbers the source means two benefits, unless it gives both to one adult, or for one child. */
const areNumberedApart = (one: EntitlementFile, other: EntitlementFile): boolean =>
  !areOfSameChild(one, other) &&
  one.sourceNumber !== null &&
  other.sourceNumber !== null &&
  one.sourceNumber !== other.sourceNumber &&
  (one.adultId === null || one.adultId !== other.adultId);

/** One source has one file of a benefit at a time; a family that was registered twice may have brought two. */
const areDouble = (one: EntitlementFile, other: EntitlementFile): boolean =>
  one.id !== other.id && !areNumberedApart(one, other) && !precedes(one, other) && !precedes(other, one);

/** Two statements on the same benefit of the same holder, or for the same child. */
const areRivals = (one: EntitlementFile, other: EntitlementFile): boolean =>
  mayBeSameRight(one, other) && (one.source !== other.source || areDouble(one, other));

/** Of files with a state in force, those that no fresher statement speaks against. */
export const prevailing = (files: readonly EntitlementFile[]): EntitlementFile[] =>
  files.filter((file) => !files.some((other) => areRivals(file, other) && isFresher(other, file)));

/**
 * A file by its states up to a day, as fresh as it is by all of them: what was said of later days does not change what
 * held on this one, but it tells who knows the family best.
 */
export const upTo = (file: EntitlementFile, day: Temporal.PlainDate): EntitlementFile => {
  const isLater = ({ from }: EntitlementState): boolean => Temporal.PlainDate.compare(from, day) > 0;
  const later = file.states.filter(isLater).map((state) => ({
    statedOn: statedDay(state),
    recordedAt: state.recordedAt,
  }));
  return {
    ...file,
    states: file.states.filter((state) => !isLater(state)),
    confirmations: [...file.confirmations, ...later],
  };
};

const disagree = (one: EntitlementState, other: EntitlementState): boolean => {
  if (one.state !== other.state) return !(isOver(one.state) && isOver(other.state));
  const [amount, otherAmount] = [one.monthlyAmountCents, other.monthlyAmountCents];
  return amount !== null && otherAmount !== null && amount !== otherAmount;
};

/** What is said otherwise, by another source or in a second file, of the benefit of a file. */
export const conflictsOf = (
  file: EntitlementFile,
  files: readonly EntitlementFile[],
): EntitlementConflict[] => {
  const newest = file.states.at(-1);
  return files.flatMap((other) => {
    const said = other.states.at(-1);
    if (!newest || !said || !areRivals(file, other) || !disagree(newest, said)) return [];
    if (precedes(file, other) || precedes(other, file)) return [];
    const { state, monthlyAmountCents, from: since } = said;
    const { id: entitlementId, source } = other;
    return [{ entitlementId, source, state, monthlyAmountCents, since, statedOn: freshnessOf(other) }];
  });
};
