import type { JobSearchStepKind } from './job-search-step-kind.ts';

type Subject = 'FILE' | 'TIMES' | 'OUTCOME' | 'RETURN';

const subjects = {
  FILE_OPENED: 'FILE',
  ADVISOR_CHANGED: 'FILE',
  PUT_TO_THE_DESK: 'FILE',
  CATEGORY_CHANGED: 'FILE',
  CONTRACT_AGREED: 'FILE',
  HOURS_REDUCED: 'FILE',
  FILES_MERGED: 'FILE',
  FILES_PARTED: 'FILE',
  FILE_CLOSED: 'FILE',
  MILESTONE_PLANNED: 'TIMES',
  MILESTONE_SERIES_PLANNED: 'TIMES',
  MILESTONE_SERIES_MOVED: 'TIMES',
  MILESTONE_SERIES_CANCELLED: 'TIMES',
  MILESTONE_SERIES_HELD: 'OUTCOME',
  MILESTONE_MOVED: 'TIMES',
  MILESTONE_CONFIRMED: 'OUTCOME',
  MILESTONE_ATTENDED: 'OUTCOME',
  MILESTONE_MISSED: 'OUTCOME',
  MILESTONE_EXCUSED: 'OUTCOME',
  MILESTONE_CANCELLED: 'TIMES',
  MILESTONE_OUTCOME_CORRECTED: 'OUTCOME',
  RETURNED_TO_WORK: 'RETURN',
  FOLLOWED_UP: 'RETURN',
  RETURN_CORRECTED: 'RETURN',
  FOLLOW_UP_CORRECTED: 'RETURN',
} as const satisfies Record<JobSearchStepKind, Subject>;

const isKind = (text: string): text is JobSearchStepKind => text in subjects;
const kinds: readonly JobSearchStepKind[] = Object.keys(subjects).filter(isKind);

/** The steps of the file itself; the others are in the timeline of the family. */
export const stepKindsOfFile: readonly JobSearchStepKind[] = kinds.filter(
  (kind) => subjects[kind] === 'FILE',
);

/** Who may not see job seekers is told when milestones are, and that they are called off. */
export const stepKindsTold = (knowsFiles: boolean): readonly JobSearchStepKind[] =>
  knowsFiles ? kinds : kinds.filter((kind) => subjects[kind] === 'TIMES');
