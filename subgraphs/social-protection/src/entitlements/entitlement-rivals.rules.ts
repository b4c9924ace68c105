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

/** Two sources on the same benefit of the same holder. Benefits due per child cannot be told apart between sources. */
const areRivals = (one: EntitlementFile, other: EntitlementFile): boolean =>
  one.source !== other.source &&
  one.scheme === other.scheme &&
  mayBeSameHolder(one, other) &&
  !isPerChild(one.scheme);

/** Of files with a state in force, those that no fresher source speaks against. */
export const prevailing = (files: readonly EntitlementFile[]): EntitlementFile[] =>
  files.filter((file) => !files.some((other) => areRivals(file, other) && isFresher(other, file)));

/** One source closed the file before the other opened it: a move between agencies, no disagreement. */
const precedes = (one: EntitlementFile, other: EntitlementFile): boolean => {
  const [last, first] = [one.states.at(-1), other.states.at(0)];
  return Boolean(
    last && first && isOver(last.state) && Temporal.PlainDate.compare(last.from, first.from) <= 0,
  );
};

const disagree = (one: EntitlementState, other: EntitlementState): boolean => {
  if (one.state !== other.state) return !(isOver(one.state) && isOver(other.state));
  const [amount, otherAmount] = [one.monthlyAmountCents, other.monthlyAmountCents];
  return amount !== null && otherAmount !== null && amount !== otherAmount;
};

/** What other sources say otherwise of the benefit of a file. */
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
