import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { FileSplit, SplitFamily } from '@relais/platform/known-families/split-file.ts';
import { tellFollowersAnew } from './job-seekers/who-follows.ts';
import { Milestone } from './milestones/milestone.ts';
import { publishMilestones } from './milestones/publish-milestone.ts';

const MovedRow = rowOf({ jobSeekerId: ['id', id] });

/** Milestones and steps follow their file by its key. */
const MOVE_FILES = `
  update job_seekers set family_id = $2 where family_id = $1 and adult_id = any($3::uuid[])
  returning ${MovedRow.columns}`;

/** So that what was told of one under the file that it left, and comes late, is the older one. */
const RAISE = 'update milestones set version = version + 1 where job_seeker_id = any($1::uuid[])';

/** They were told of the same times. */
const MOVE_COVERS = `
  update known_covers set family_id = $2, milestone_version = milestone_version + 1
  where family_id = $1 and milestone_id in (select id from milestones where job_seeker_id = any($3::uuid[]))`;

const MOVE_CORRECTIONS = `
  update corrections set family_id = $2 where family_id = $1 and subject_id in (
    select unnest($3::uuid[])
    union all select id from milestones where job_seeker_id = any($3::uuid[])
    union all select id from returns_to_work where job_seeker_id = any($3::uuid[])
    union all select follow_ups.id from follow_ups
      join returns_to_work on returns_to_work.id = return_id where job_seeker_id = any($3::uuid[])
    union all select id from engagement_contracts where job_seeker_id = any($3::uuid[])
    union all select hours_reductions.id from hours_reductions
      join engagement_contracts on engagement_contracts.id = contract_id where job_seeker_id = any($3::uuid[]))`;

const moveFiles = async (
  tx: Transaction,
  { familyId, splitFrom, adultIds }: FileSplit,
): Promise<string[]> => {
  const moved = await rowsOf(tx, MovedRow, MOVE_FILES, [splitFrom, familyId, adultIds]);
  const jobSeekerIds = moved.map(({ jobSeekerId }) => jobSeekerId);
  await tx.query(RAISE, [jobSeekerIds]);
  for (const statement of [MOVE_COVERS, MOVE_CORRECTIONS])
    await tx.query(statement, [splitFrom, familyId, jobSeekerIds]);
  return jobSeekerIds;
};

/** The job search of an adult who left with a file of their own goes along, and its advisor follows that one; early-childhood is told whose milestones they are. */
export const splitFamily: SplitFamily = async (tx, split, now) => {
  const moved = await moveFiles(tx, split);
  if (moved.length === 0) return;
  const { familyId, splitFrom } = split;
  await publishMilestones(tx, await tx.find(Milestone, { where: { familyId }, order: { id: 'ASC' } }));
  await tellFollowersAnew(tx, [splitFrom, familyId], now);
};
