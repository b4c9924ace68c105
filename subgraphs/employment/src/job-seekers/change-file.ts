import type { Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Change } from '../context.ts';
import { keepStep } from '../job-search-steps/job-search-step.queries.ts';
import type { JobSearchStepKind, StepFacts } from '../job-search-steps/job-search-step.ts';
import { lockJobSeeker } from './job-seeker.queries.ts';
import { statusOn } from './job-seeker.rules.ts';
import { JobSeeker } from './job-seeker.ts';

@InputType({ description: 'A job-seeker file in the version that was seen.' })
export class FileVersion {
  @Field(() => ID, { description: 'The job seeker, one you follow.' })
  jobSeekerId!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  version!: number;
}

type Decision<Problem> =
  | { problem: Problem }
  | { changes: Partial<JobSeeker>; kind: JobSearchStepKind; facts: StepFacts };

type FileRefusal = 'UNKNOWN_JOB_SEEKER' | 'STALE_VERSION' | 'FILE_CLOSED';

/** One's own open file, in the version that was seen, held until commit. */
export const lockOpenFile = async (
  tx: Transaction,
  { jobSeekerId, version }: FileVersion,
  { advisorId, now }: Change,
): Promise<{ jobSeeker: JobSeeker } | { refusal: FileRefusal }> => {
  const jobSeeker = await lockJobSeeker(tx, jobSeekerId, advisorId);
  if (!jobSeeker) return { refusal: 'UNKNOWN_JOB_SEEKER' };
  if (jobSeeker.version !== version) return { refusal: 'STALE_VERSION' };
  if (statusOn(jobSeeker, dayOf(now)) === 'CLOSED') return { refusal: 'FILE_CLOSED' };
  return { jobSeeker };
};

/** The way of every change of a file: what is stored and the step that tells it, in one go. */
export const changeFile = async <Problem extends string>(
  tx: Transaction,
  input: FileVersion,
  change: Change,
  decide: (jobSeeker: JobSeeker) => Decision<Problem>,
): Promise<{ jobSeeker: JobSeeker } | { refusal: Problem | FileRefusal }> => {
  const held = await lockOpenFile(tx, input, change);
  if ('refusal' in held) return held;

  const { id, familyId } = held.jobSeeker;
  const decision = decide(held.jobSeeker);
  if ('problem' in decision) return { refusal: decision.problem };

  const { kind, facts } = decision;
  const changes = { ...decision.changes, version: input.version + 1 };
  await tx.update(JobSeeker, { id }, changes);
  await keepStep(tx, { jobSeekerId: id, familyId, kind, facts, at: change.now, doneBy: change.advisorId });
  return { jobSeeker: Object.assign(held.jobSeeker, changes) };
};
