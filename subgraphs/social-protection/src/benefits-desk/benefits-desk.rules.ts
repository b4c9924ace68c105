import type { DeskAction } from '@relais/platform/desk/desk-words.ts';
import type { BenefitsDeskKind } from './benefits-desk-kind.ts';

type Told = { readonly subjectType: string; readonly actions: readonly DeskAction[] };

const told: Readonly<Record<BenefitsDeskKind, Told>> = {
  TASK_DUE: { subjectType: 'Task', actions: ['COMPLETE_TASK', 'OPEN_FILE'] },
  REFERRAL_WAITING: { subjectType: 'Referral', actions: ['ANSWER_REFERRAL', 'MARK_REFERRAL_SEEN'] },
  MEMBERSHIP_REQUEST: { subjectType: 'MembershipRequest', actions: ['ANSWER_MEMBERSHIP_REQUEST'] },
  FAMILY_WITHOUT_TEAM: { subjectType: 'Family', actions: ['OPEN_FILE', 'CALL_FAMILY'] },
};

/** What each kind is about, and what is done about it. */
export const toldOf = (kind: BenefitsDeskKind): Told => told[kind];

/** Of the kinds that are asked for, those that a role has at its desk: districts have social workers. */
export const kindsOf = (
  role: string,
  all: readonly BenefitsDeskKind[],
  asked: readonly BenefitsDeskKind[] | null,
): BenefitsDeskKind[] =>
  all.filter(
    (kind) =>
      (asked === null || asked.includes(kind)) && (kind !== 'FAMILY_WITHOUT_TEAM' || role === 'CASEWORKER'),
  );
