import type { User } from '@relais/platform/auth/user.ts';
import type { Database } from '@relais/platform/database/database.ts';
import {
  loaderById,
  loaderOfMany,
  loaderWithArguments,
  type Waves,
} from '@relais/platform/database/loaders.ts';
import { quarterLoaders } from '@relais/platform/statistics/closed-quarters.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import {
  contractsOfJobSeekers,
  reductionsOfContracts,
} from './engagement-contracts/engagement-contract.queries.ts';
import { countingJobSearch } from './impact-report/count-job-search.ts';
import {
  endingReductions,
  owedFollowUps,
  pendingMilestones,
} from './job-search-attention/job-search-attention.queries.ts';
import { noticePeriod } from './job-search-attention/job-search-attention.rules.ts';
import { type StepsPage, stepsOfFamilies, stepsOfFiles } from './job-search-steps/job-search-step.queries.ts';
import { jobSeekersByIds, jobSeekersOfAdults } from './job-seekers/job-seeker.queries.ts';
import { familiesByIds } from './known-families/known-family.queries.ts';
import {
  type FamilyMilestonesPage,
  milestonesByIds,
  milestonesOfFamilies,
} from './milestones/milestone.queries.ts';
import { advisorSeenBy } from './permissions.ts';
import { followUpsOfReturns } from './returns-to-work/follow-up.queries.ts';
import {
  returnsByIds,
  returnsOfJobSeekers,
  returnsWithinTheYear,
} from './returns-to-work/return-to-work.queries.ts';

const fileLoaders = (db: Database, waves: Waves, advisorId: string | null) => ({
  families: loaderById(waves, (ids) => familiesByIds(db, ids)),
  jobSeekers: loaderById(waves, (ids) => jobSeekersByIds(db, ids, advisorId)),
  jobSeekersOfAdult: loaderOfMany(
    waves,
    (adultIds) => jobSeekersOfAdults(db, adultIds, advisorId),
    ({ adultId }) => adultId,
  ),
  contractsOfJobSeeker: loaderOfMany(
    waves,
    (jobSeekerIds) => contractsOfJobSeekers(db, jobSeekerIds),
    ({ jobSeekerId }) => jobSeekerId,
  ),
  reductionsOfContract: loaderOfMany(
    waves,
    (contractIds) => reductionsOfContracts(db, contractIds),
    ({ contractId }) => contractId,
  ),
});

const stepLoaders = (db: Database, waves: Waves, advisorId: string | null) => ({
  milestones: loaderById(waves, (ids) => milestonesByIds(db, ids, advisorId)),
  milestonesOfFamily: loaderWithArguments(
    waves,
    (familyIds, page: FamilyMilestonesPage) => milestonesOfFamilies(db, familyIds, page, advisorId),
    ({ familyId }) => familyId,
  ),
  stepsOfFamily: loaderWithArguments(
    waves,
    (familyIds, page: StepsPage) => stepsOfFamilies(db, familyIds, page, advisorId),
    ({ familyId }) => familyId,
  ),
  stepsOfFile: loaderOfMany(
    waves,
    (jobSeekerIds) => stepsOfFiles(db, jobSeekerIds),
    ({ jobSeekerId }) => jobSeekerId,
  ),
});

const returnLoaders = (db: Database, waves: Waves, advisorId: string | null) => ({
  returnsToWork: loaderById(waves, (ids) => returnsByIds(db, ids, advisorId)),
  returnsOfJobSeeker: loaderOfMany(
    waves,
    (jobSeekerIds) => returnsOfJobSeekers(db, jobSeekerIds),
    ({ jobSeekerId }) => jobSeekerId,
  ),
  returnsWithinTheYear: loaderOfMany(
    waves,
    (returnIds) => returnsWithinTheYear(db, returnIds),
    ({ returnId }) => returnId,
  ),
  followUpsOfReturn: loaderOfMany(
    waves,
    (returnIds) => followUpsOfReturns(db, returnIds),
    ({ returnId }) => returnId,
  ),
});

const attentionLoaders = (db: Database, waves: Waves, advisorId: string | null, now: Date) => {
  const today = dayOf(now);
  const ofFamily = <Row extends { familyId: string }>(find: (familyIds: string[]) => Promise<Row[]>) =>
    loaderOfMany(waves, find, ({ familyId }) => familyId);
  return {
    pendingMilestonesOfFamily: ofFamily((ids) => pendingMilestones(db, ids, advisorId, now)),
    owedFollowUpsOfFamily: ofFamily((ids) => owedFollowUps(db, ids, advisorId, today)),
    endingReductionsOfFamily: ofFamily((ids) => endingReductions(db, ids, advisorId, noticePeriod(today))),
  };
};

/** One set per request. Each finds only what the user may see. */
export const openLoaders = (db: Database, waves: Waves, { user, now }: { user: User; now: Date }) => {
  const advisorId = advisorSeenBy(user);
  return {
    ...fileLoaders(db, waves, advisorId),
    ...stepLoaders(db, waves, advisorId),
    ...returnLoaders(db, waves, advisorId),
    ...attentionLoaders(db, waves, advisorId, now),
    ...quarterLoaders(db, waves, countingJobSearch, now),
  };
};

export type Loaders = ReturnType<typeof openLoaders>;
