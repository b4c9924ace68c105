import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { newId } from '@relais/platform/ids.ts';
import { patternProblem } from './pattern.rules.ts';
import type { termsReasons } from './placement.reasons.ts';
import { periodProblem } from './placement.rules.ts';
import { Placement } from './placement.ts';
import { recordPlacementStep } from './record-placement-step.ts';

/** What is agreed with a family. */
export type PlacementTerms = Pick<
  Placement,
  | 'childId'
  | 'familyId'
  | 'sectionId'
  | 'kind'
  | 'startsOn'
  | 'endsOn'
  | 'weeklyPattern'
  | 'isInsertionContract'
> &
  Partial<Pick<Placement, 'id' | 'familiarisation' | 'ordinaryFrom'>>;

/** Why these terms are no contract, or `null`; whether there is room is another question. */
export const termsProblem = (
  terms: Pick<Placement, 'startsOn' | 'endsOn' | 'weeklyPattern' | 'isInsertionContract'>,
): Word<typeof termsReasons> | null => {
  if (terms.weeklyPattern.length === 0) return 'PATTERN_EMPTY';
  return patternProblem(terms.weeklyPattern) ?? periodProblem(terms, terms.isInsertionContract);
};

/** A contract that is not stored yet. */
export const newPlacement = (
  tx: Transaction,
  terms: PlacementTerms & Partial<Pick<Placement, 'continuesId' | 'renewals'>>,
): Placement =>
  tx.create(Placement, {
    endReason: null,
    continuesId: null,
    renewals: 0,
    familiarisation: [],
    ordinaryFrom: null,
    ...terms,
    id: terms.id ?? newId(),
    version: 1,
  });

/** Of a column with a default the answer of an insert is as stored, not as read: it goes into a copy. */
export const insertPlacement = async (tx: Transaction, placement: Placement): Promise<void> => {
  await tx.insert(Placement, { ...placement });
};

/**
 * Makes the contract of a child that is admitted. Its bookings are those that the offer holds, or are booked by
 * `bookPlacement`; whoever calls it tells the families' cover once that is done.
 */
export const startPlacement = async (
  tx: Transaction,
  terms: PlacementTerms,
  acting: Acting,
): Promise<{ placement: Placement } | Refused<Word<typeof termsReasons>>> => {
  const refusal = termsProblem(terms);
  if (refusal) return { refusal };
  const placement = newPlacement(tx, terms);
  await insertPlacement(tx, placement);
  await recordPlacementStep(tx, 'PLACEMENT_STARTED', placement, { ...acting, ...terms });
  return { placement };
};
