import type { DeskAction } from '@relais/platform/desk/desk-words.ts';
import type { JobSearchDeskKind } from './job-search-desk-kind.ts';

type Told = { readonly subjectType: string; readonly actions: readonly DeskAction[] };

const told: Readonly<Record<JobSearchDeskKind, Told>> = {
  MILESTONE_UNCOVERED: {
    subjectType: 'Milestone',
    actions: ['COVER_MILESTONE', 'CALL_FAMILY', 'MOVE_MILESTONE', 'CANCEL_MILESTONE'],
  },
  OUTCOME_DUE: { subjectType: 'Milestone', actions: ['RECORD_MILESTONE_OUTCOME'] },
  FOLLOW_UP_DUE: { subjectType: 'ReturnToWork', actions: ['RECORD_FOLLOW_UP', 'CALL_FAMILY'] },
};

/** What each kind is about, and what an advisor does about it. */
export const toldOf = (kind: JobSearchDeskKind): Told => told[kind];
