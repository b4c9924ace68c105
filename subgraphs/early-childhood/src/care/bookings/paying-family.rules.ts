import type { Period } from '@relais/platform/time/periods.rules.ts';
import { familyAtStart, isWithAnother } from '../../families/shared-residence/residence-days.rules.ts';

export type PayerFacts = {
  /** The family that somebody said pays. */
  readonly told: string | null;
  /** The family whose milestone the care makes possible. */
  readonly ofMilestone: string | null;
  readonly registered: string;
  readonly familyIds: readonly string[];
  readonly confirmed: boolean;
  readonly care: Period;
  /** With whom the child is meanwhile, as far as it is known. */
  readonly calendar: readonly (Period & { readonly familyId: string })[];
};

const questionOf = (
  { confirmed, care, calendar, familyIds }: PayerFacts,
  asking: string | null,
  whoseDay: string | null,
): 'OTHER_PARENTS_DAY' | 'WHOSE_DAY_UNKNOWN' | null => {
  if (confirmed) return null;
  if (asking === null) return whoseDay ? null : 'WHOSE_DAY_UNKNOWN';
  const isOfChild = familyIds.includes(asking);
  return isOfChild && isWithAnother([care], calendar, asking) ? 'OTHER_PARENTS_DAY' : null;
};

/** Who pays for care of a child of two families: who is told, else whose day it is; or what to ask first. */
export const payer = (
  facts: PayerFacts,
): { readonly familyId: string } | { readonly question: 'OTHER_PARENTS_DAY' | 'WHOSE_DAY_UNKNOWN' } => {
  const { told, ofMilestone, registered, care, calendar } = facts;
  const whoseDay = familyAtStart(care, calendar);
  const question = questionOf(facts, told ?? ofMilestone, whoseDay);
  return question ? { question } : { familyId: told ?? whoseDay ?? ofMilestone ?? registered };
};
