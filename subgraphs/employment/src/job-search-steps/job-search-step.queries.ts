import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { Any } from 'typeorm';
import { JobSearchStep, type JobSearchStepKind, type StepFacts } from './job-search-step.ts';

/** The steps of the file itself; those of its milestones are in the timeline of the family. */
const FILE_STEPS: readonly JobSearchStepKind[] = [
  'FILE_OPENED',
  'ADVISOR_CHANGED',
  'CATEGORY_CHANGED',
  'CONTRACT_AGREED',
  'HOURS_REDUCED',
  'FILE_CLOSED',
];

export type NewStep = Pick<JobSearchStep, 'jobSeekerId' | 'familyId' | 'kind' | 'at' | 'doneBy'> & {
  readonly facts: StepFacts;
};

/** Keeps who did what and when, in the transaction that does it. */
export const keepStep = async (tx: Transaction, step: NewStep): Promise<void> => {
  await tx.insert(JobSearchStep, { id: newId(), ...step });
};

/** Asked of job seekers who may be seen already; oldest first. */
export const stepsOfFiles = (db: Database, jobSeekerIds: string[]): Promise<JobSearchStep[]> =>
  db.find(JobSearchStep, {
    where: { jobSeekerId: Any(jobSeekerIds), kind: Any([...FILE_STEPS]) },
    order: { at: 'ASC', id: 'ASC' },
  });
