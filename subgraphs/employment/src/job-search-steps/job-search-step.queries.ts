import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { newId } from '@relais/platform/ids.ts';
import { Any } from 'typeorm';
import { stepKindsOfFile } from './job-search-step.rules.ts';
import { JobSearchStep, type StepFacts } from './job-search-step.ts';
import type { JobSearchStepKind } from './job-search-step-kind.ts';

export type NewStep = Pick<JobSearchStep, 'jobSeekerId' | 'familyId' | 'kind' | 'at' | 'doneBy'> & {
  readonly facts: StepFacts;
};

/** Keeps who did what and when, in the transaction that does it. */
export const recordStep = async (tx: Transaction, step: NewStep): Promise<void> => {
  await tx.insert(JobSearchStep, { id: newId(), ...step });
};

/** Asked of job seekers who may be seen already; oldest first. */
export const stepsOfFiles = (db: Database, jobSeekerIds: string[]): Promise<JobSearchStep[]> =>
  db.find(JobSearchStep, {
    where: { jobSeekerId: Any(jobSeekerIds), kind: Any([...stepKindsOfFile]) },
    order: { at: 'ASC', id: 'ASC' },
  });

export type StepsPage = {
  readonly rows: number;
  readonly after: TimelinePosition | null;
  readonly kinds: readonly JobSearchStepKind[];
};

const AFTER_ALL: TimelinePosition = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** One page of each family, newest first, in one statement for any number of families. */
export const stepsOfFamilies = (
  db: Database,
  familyIds: string[],
  { rows, after, kinds }: StepsPage,
  advisorId: string | null,
): Promise<JobSearchStep[]> =>
  db
    .createQueryBuilder(JobSearchStep, 'step')
    .where(
      `step.id = any(array(
        select page.id from unnest(cast(:familyIds as uuid[])) as family(id)
        cross join lateral (
          select candidate.id from job_search_steps candidate
          where candidate.family_id = family.id and candidate.kind = any(:kinds)
            and (candidate.at, candidate.id) < (cast(:at as timestamptz), cast(:id as uuid))
            and (cast(:advisorId as text) is null
              or exists (select from job_seekers
                where job_seekers.id = candidate.job_seeker_id and job_seekers.advisor_id = :advisorId))
          order by candidate.at desc, candidate.id desc
          limit :rows) page))`,
      { familyIds, advisorId, rows, kinds: [...kinds], ...(after ?? AFTER_ALL) },
    )
    .orderBy('step.at', 'DESC')
    .addOrderBy('step.id', 'DESC')
    .getMany();
