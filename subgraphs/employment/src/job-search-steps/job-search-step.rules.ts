import type { JobSearchStepKind } from './job-search-step-kind.ts';

type Subject = 'FILE' | 'MILESTONE' | 'RETURN';

const subjects = {
  FILE_OPENED: 'FILE',
  ADVISOR_CHANGED: 'FILE',
  CATEGORY_CHANGED: 'FILE',
  CONTRACT_AGREED: 'FILE',
  HOURS_REDUCED: 'FILE',
  FILES_MERGED: 'FILE',
  FILE_CLOSED: 'FILE',
  MILESTONE_PLANNED: 'MILESTONE',
  MILESTONE_SERIES_PLANNED: 'MILESTONE',
  MILESTONE_MOVED: 'MILESTONE',
  MILESTONE_CONFIRMED: 'MILESTONE',
  MILESTONE_ATTENDED: 'MILESTONE',
  MILESTONE_MISSED: 'MILESTONE',
  MILESTONE_EXCUSED: 'MILESTONE',
  MILESTONE_CANCELLED: 'MILESTONE',
  RETURNED_TO_WORK: 'RETURN',
  FOLLOWED_UP: 'RETURN',
} as const satisfies Record<JobSearchStepKind, Subject>;

const isKind = (text: string): text is JobSearchStepKind => text in subjects;
const kinds: readonly JobSearchStepKind[] = Object.keys(subjects).filter(isKind);

/** The steps of the file itself; the others are in the timeline of the family. */
export const stepKindsOfFile: readonly JobSearchStepKind[] = kinds.filter(
  (kind) => subjects[kind] === 'FILE',
);

/** Who may not see job seekers is told of milestones only. */
export const stepKindsTold = (knowsFiles: boolean): readonly JobSearchStepKind[] =>
  knowsFiles ? kinds : kinds.filter((kind) => subjects[kind] === 'MILESTONE');
