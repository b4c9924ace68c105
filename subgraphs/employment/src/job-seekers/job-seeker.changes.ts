import type { Acting, ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import type { StepFacts } from '../job-search-steps/job-search-step.ts';
import type { JobSearchStepKind } from '../job-search-steps/job-search-step-kind.ts';
import { lockJobSeeker } from './job-seeker.queries.ts';
import type { fileReasons } from './job-seeker.reasons.ts';
import { statusOn } from './job-seeker.rules.ts';
import { JobSeeker } from './job-seeker.ts';

@InputType({ description: 'A job-seeker file in the version that was seen.' })
export class FileVersion {
  @Field(() => ID, { description: 'The job seeker, one you follow.' })
  jobSeekerId!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  version!: number;
}

type FileChange = { changes: Partial<JobSeeker>; kind: JobSearchStepKind; facts: StepFacts };
type Decision<Reason> = { refusal: Reason } | FileChange;

/** Why a file cannot be changed any more by one who saw this version. */
export const outdatedFile = (
  file: JobSeeker,
  version: number,
  { now }: Acting,
): Word<typeof fileReasons> | null => {
  if (file.version !== version) return 'STALE_VERSION';
  return statusOn(file, dayOf(now)) === 'CLOSED' ? 'FILE_CLOSED' : null;
};

/** Stores what changed and the step that tells it, in one go. */
export const changedFile = async (
  tx: Transaction,
  file: JobSeeker,
  { changes, kind, facts }: FileChange,
  { user, now }: Acting,
): Promise<JobSeeker> => {
  const { id, familyId } = file;
  const changed = await store(tx, JobSeeker, file, changes);
  await recordStep(tx, { jobSeekerId: id, familyId, kind, facts, at: now, doneBy: user.sub });
  return changed;
};

/** The way of every change of a file: one's own, open, in the version that was seen. */
export const changeFile = async <Reason extends string>(
  tx: Transaction,
  { jobSeekerId, version }: FileVersion,
  acting: ActingUser,
  decide: (jobSeeker: JobSeeker) => Decision<Reason>,
): Promise<{ jobSeeker: JobSeeker } | Refused<Reason | Word<typeof fileReasons>>> => {
  const file = await lockJobSeeker(tx, jobSeekerId, acting);
  if (!file) return { refusal: 'UNKNOWN_JOB_SEEKER' };
  const outdated = outdatedFile(file, version, acting);
  if (outdated) return { refusal: outdated };

  const decision = decide(file);
  if ('refusal' in decision) return { refusal: decision.refusal };
  return { jobSeeker: await changedFile(tx, file, decision, acting) };
};
