import { Temporal } from 'temporal-polyfill';
import { asKnownOn, stateOn } from '../entitlements/entitlement.rules.ts';
import type { EntitlementFile } from '../entitlements/entitlement.ts';
import { conflictsOf, prevailing, upTo } from '../entitlements/entitlement-rivals.rules.ts';
import type { State } from '../entitlements/entitlement-status.ts';
import type { Scheme } from '../entitlements/scheme.ts';
import type { BenefitsStatus, IncomeSupport } from './benefits-status.ts';

export type KnownIncomeSupport = Exclude<IncomeSupport, 'UNKNOWN'>;

/** A stretch of days, `to` not included; `null` while it lasts. */
export type IncomeSupportPeriod = {
  readonly status: KnownIncomeSupport;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
};

/** What an RSA file in a state means for the family. */
const meanings = {
  PENDING: 'PENDING',
  REFUSED: 'NONE',
  OPEN: 'RECEIVING',
  SUSPENDED: 'SUSPENDED',
  PAYMENT_SUSPENDED: 'SUSPENDED',
  CLOSED: 'NONE',
  CLOSED_EARLIER: 'NONE',
} satisfies Record<State, KnownIncomeSupport>;

/** Of several RSA files, the first of these that one of them gives. */
const order: readonly KnownIncomeSupport[] = ['RECEIVING', 'SUSPENDED', 'PENDING'];

const isRsa = ({ scheme }: EntitlementFile): boolean => scheme === 'RSA';

const statusOn = (rsaFiles: readonly EntitlementFile[], day: Temporal.PlainDate): KnownIncomeSupport => {
  const begun = rsaFiles.filter((file) => stateOn(file, day) !== null).map((file) => upTo(file, day));
  const given = prevailing(begun).flatMap(({ states }) =>
    states.slice(-1).map(({ state }) => meanings[state]),
  );
  return order.find((status) => given.includes(status)) ?? 'NONE';
};

/** The family's income support over time, from its first RSA state on: in order, without holes, merged. */
export const incomeSupportPeriods = (files: readonly EntitlementFile[]): IncomeSupportPeriod[] => {
  const rsaFiles = files.filter(isRsa);
  const changes = rsaFiles
    .flatMap(({ states }) => states.map(({ from }) => from))
    .sort(Temporal.PlainDate.compare)
    .map((from) => ({ from, status: statusOn(rsaFiles, from) }))
    .filter(({ status }, index, all) => status !== all[index - 1]?.status);
  return changes.map(({ status, from }, index) => ({ status, from, to: changes[index + 1]?.from ?? null }));
};

const newestRecord = (files: readonly EntitlementFile[]): Date | null =>
  files
    .flatMap(({ states, confirmations }) => [...states, ...confirmations].map(({ recordedAt }) => recordedAt))
    .reduce<Date | null>((newest, each) => (newest && newest > each ? newest : each), null);

const schemesOf = (files: readonly EntitlementFile[]): Scheme[] =>
  [...new Set(files.map(({ scheme }) => scheme))].sort();

const NOTHING_KNOWN: BenefitsStatus = {
  incomeSupport: 'UNKNOWN',
  since: null,
  schemes: [],
  conflictingSchemes: [],
  freshness: null,
};

/** The summary of a family's entitlements on a day, from what was known on that day or on another. */
export const benefitsStatus = (
  files: readonly EntitlementFile[],
  on: Temporal.PlainDate,
  knownOn: Temporal.PlainDate = on,
): BenefitsStatus => {
  const known = asKnownOn(files, on, knownOn);
  if (known.length === 0) return NOTHING_KNOWN;

  const current = incomeSupportPeriods(known).at(-1);
  const open = prevailing(known).filter(({ states }) => states.at(-1)?.state === 'OPEN');
  const disputed = known.filter((file) => conflictsOf(file, known).length > 0);
  return {
    incomeSupport: current?.status ?? 'NONE',
    since: current?.from ?? null,
    schemes: schemesOf(open),
    conflictingSchemes: schemesOf(disputed),
    freshness: newestRecord(known),
  };
};
