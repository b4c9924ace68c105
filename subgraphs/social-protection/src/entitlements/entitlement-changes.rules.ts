import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import type {
  beginningReasons,
  changeReasons,
  followingReasons,
  holderReasons,
  mistakenReasons,
  openReasons,
  statementReasons,
} from './entitlement.reasons.ts';
import type { Entitlement, EntitlementFile } from './entitlement.ts';
import type { EntitlementState } from './entitlement-state.ts';
import type { State } from './entitlement-status.ts';
import { isOver, isPerChild, mayStartIn, mayStep } from './entitlement-steps.rules.ts';
import { isReasonFor } from './rsa-reasons.rules.ts';
import type { Scheme } from './scheme.ts';

/** What a caseworker says of a state, at the opening or later. */
export type StatedState = Pick<EntitlementState, 'state' | 'monthlyAmountCents' | 'from' | 'reason'>;

export type Opening = StatedState &
  Pick<Entitlement, 'familyId' | 'adultId' | 'childId' | 'scheme' | 'source'>;

/** Of whom a new entitlement names: in whose file the adult is, and whether the family has the child. */
export type KnownPeople = { readonly adultFamilyId: string | null; readonly hasChild: boolean };

/** The family benefit funds exist since then (law of 22 August 1946). */
const FIRST_DAY = Temporal.PlainDate.from('1946-08-22');

/** An amount is due in an open right, and can still be computed in a suspended one. */
export const mayHaveAmount = (state: State): boolean => state === 'OPEN' || state === 'SUSPENDED';

const statementRefusal = (
  scheme: Scheme,
  { state, monthlyAmountCents, from, reason }: StatedState,
  today: Temporal.PlainDate,
): Word<typeof statementReasons> | null => {
  if (Temporal.PlainDate.compare(from, today) > 0) return 'FROM_IN_THE_FUTURE';
  if (Temporal.PlainDate.compare(from, FIRST_DAY) < 0) return 'FROM_TOO_LONG_AGO';
  if (reason !== null && !isReasonFor(scheme, state, reason)) return 'UNKNOWN_REASON';
  if (monthlyAmountCents === null) return null;
  if (monthlyAmountCents < 0) return 'NEGATIVE_AMOUNT';
  return mayHaveAmount(state) ? null : 'AMOUNT_WITHOUT_RIGHT';
};

const childRefusal = (
  { childId, scheme }: Pick<Opening, 'childId' | 'scheme'>,
  hasChild: boolean,
): Word<typeof holderReasons> | null => {
  if (childId === null) return null;
  if (!isPerChild(scheme)) return 'NOT_DUE_FOR_A_CHILD';
  return hasChild ? null : 'UNKNOWN_CHILD';
};

/** Why the holder or the child of a new entitlement cannot be taken, given what is known of them, or `null`. */
export const holderRefusal = (
  { familyId, adultId, ...opening }: Pick<Opening, 'familyId' | 'adultId' | 'childId' | 'scheme'>,
  { adultFamilyId, hasChild }: KnownPeople,
): Word<typeof holderReasons> | null => {
  const refusal = childRefusal(opening, hasChild);
  if (refusal || adultId === null) return refusal;
  if (adultFamilyId === null) return 'UNKNOWN_ADULT';
  return adultFamilyId === familyId ? null : 'ADULT_OF_ANOTHER_FAMILY';
};

export const isStillOpen = ({ states }: EntitlementFile): boolean => {
  const newest = states.at(-1);
  return newest !== undefined && !isOver(newest.state);
};

/** Why an entitlement cannot begin like this, whatever else is on file, or `null`. */
export const beginningRefusal = (
  opening: StatedState & Pick<Opening, 'scheme'>,
  today: Temporal.PlainDate,
): Word<typeof beginningReasons> | null =>
  mayStartIn(opening.scheme, opening.state)
    ? statementRefusal(opening.scheme, opening, today)
    : 'FORBIDDEN_STATE';

/** Why an entitlement of a known holder cannot be opened, or `null`. */
export const openingRefusal = (
  opening: Opening,
  onFile: readonly EntitlementFile[],
  today: Temporal.PlainDate,
): Word<typeof openReasons> | null => {
  const refusal = beginningRefusal(opening, today);
  if (refusal) return refusal;
  if (opening.scheme === 'AEEH' && opening.childId === null) return 'CHILD_NEEDED';
  const same = onFile.filter((file) => isOfSame(file, opening) && file.source === opening.source);
  return same.some(isStillOpen) ? 'ALREADY_OPEN' : null;
};

/** What is due for a child is that child's, whoever holds it; where none is named it cannot be told apart. */
const isOfSame = (file: EntitlementFile, { scheme, adultId, childId }: Opening): boolean => {
  if (file.scheme !== scheme) return false;
  return isPerChild(scheme) ? childId !== null && file.childId === childId : file.adultId === adultId;
};

export const saysTheSame = (one: StatedState, other: StatedState): boolean =>
  one.state === other.state &&
  one.monthlyAmountCents === other.monthlyAmountCents &&
  one.reason === other.reason;

/** Whether an opening sent again under the same id is the one on file. */
export const isSameOpening = (file: EntitlementFile, opening: Opening): boolean => {
  const first = file.states[0];
  return (
    first !== undefined &&
    saysTheSame(first, opening) &&
    first.from.equals(opening.from) &&
    file.familyId === opening.familyId &&
    file.adultId === opening.adultId &&
    file.childId === opening.childId &&
    file.scheme === opening.scheme &&
    file.source === opening.source
  );
};

/** Why a state cannot follow those on file, or `null`. */
export const followingRefusal = (
  file: EntitlementFile,
  change: StatedState,
  today: Temporal.PlainDate,
): Word<typeof followingReasons> | null => {
  const previous = file.states.at(-1);
  if (!previous || !mayStep(file.scheme, previous.state, change.state)) return 'FORBIDDEN_STEP';
  if (Temporal.PlainDate.compare(change.from, previous.from) < 0) return 'FROM_BEFORE_PREVIOUS';
  return statementRefusal(file.scheme, change, today);
};

/** Why a caseworker cannot add a state, or `null`. */
export const changeRefusal = (
  file: EntitlementFile,
  change: StatedState & { readonly version: number },
  today: Temporal.PlainDate,
): Word<typeof changeReasons> | null => {
  if (file.mistakenAt) return 'MISTAKEN_ALREADY';
  if (file.version !== change.version) return 'STALE_VERSION';
  const refusal = followingRefusal(file, change, today);
  if (refusal) return refusal;
  const previous = file.states.at(-1);
  return previous && saysTheSame(previous, change) ? 'NOTHING_CHANGES' : null;
};

/** Why an entitlement cannot be taken off the record as a mistake, or `null`. */
export const mistakenRefusal = (
  file: Pick<EntitlementFile, 'version' | 'mistakenAt'>,
  version: number,
  reason: string,
): Word<typeof mistakenReasons> | null => {
  if (file.mistakenAt) return 'MISTAKEN_ALREADY';
  return file.version === version ? reasonRefusal(reason) : 'STALE_VERSION';
};
