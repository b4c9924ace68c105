import { accessLoaders } from '@relais/platform/access-log/read-accesses.ts';
import { correctionLoaders } from '@relais/platform/corrections/correction.queries.ts';
import { loaderById, loaderOfMany, loaderWithArguments } from '@relais/platform/database/loaders.ts';
import { knownFamilies } from '@relais/platform/known-families/known-family.queries.ts';
import { quarterLoaders } from '@relais/platform/statistics/closed-quarters.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type LoaderSource, loadersIn } from '@relais/platform/wing.ts';
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
import { adultsWithFiles, jobSeekersByIds } from './job-seekers/job-seeker.queries.ts';
import { milestonesByIds, milestonesOfFamily, versionsOfSeries } from './milestones/milestone.queries.ts';
import { advisorSeenBy } from './permissions.ts';
import { followUpsOfReturns } from './returns-to-work/follow-up.queries.ts';
import {
  returnsByIds,
  returnsOfJobSeekers,
  returnsWithinTheYear,
} from './returns-to-work/return-to-work.queries.ts';

const fileLoaders = ({ db, batches, user, sight }: LoaderSource) => {
  const advisorId = advisorSeenBy(user);
  return {
    knownFamily: loaderById(batches, (ids) => knownFamilies(db, ids)),
    jobSeekers: loaderById(batches, (ids) => jobSeekersByIds(db, ids, advisorId)),
    adultWithFiles: loaderById(batches, (ids) => adultsWithFiles(db, ids, advisorId, sight)),
    contractsOfJobSeeker: loaderOfMany(
      batches,
      (jobSeekerIds) => contractsOfJobSeekers(db, jobSeekerIds),
      ({ jobSeekerId }) => jobSeekerId,
    ),
    reductionsOfContract: loaderOfMany(
      batches,
      (contractIds) => reductionsOfContracts(db, contractIds),
      ({ contractId }) => contractId,
    ),
  };
};

const stepLoaders = ({ db, batches, user, reading }: LoaderSource) => {
  const advisorId = advisorSeenBy(user);
  return {
    milestonesOfFamily: reading.loader(milestonesOfFamily(advisorId)),
    milestones: loaderById(batches, (ids) => milestonesByIds(db, ids, advisorId)),
    seriesVersions: loaderById(batches, (seriesIds) => versionsOfSeries(db, seriesIds)),
    stepsOfFamily: loaderWithArguments(
      batches,
      (familyIds, page: StepsPage) => stepsOfFamilies(db, familyIds, page, advisorId),
      ({ familyId }) => familyId,
    ),
    stepsOfFile: loaderOfMany(
      batches,
      (jobSeekerIds) => stepsOfFiles(db, jobSeekerIds),
      ({ jobSeekerId }) => jobSeekerId,
    ),
  };
};

const returnLoaders = ({ db, batches, user }: LoaderSource) => {
  const advisorId = advisorSeenBy(user);
  return {
    returnsToWork: loaderById(batches, (ids) => returnsByIds(db, ids, advisorId)),
    returnsOfJobSeeker: loaderOfMany(
      batches,
      (jobSeekerIds) => returnsOfJobSeekers(db, jobSeekerIds),
      ({ jobSeekerId }) => jobSeekerId,
    ),
    returnsWithinTheYear: loaderOfMany(
      batches,
      (returnIds) => returnsWithinTheYear(db, returnIds),
      ({ returnId }) => returnId,
    ),
    followUpsOfReturn: loaderOfMany(
      batches,
      (returnIds) => followUpsOfReturns(db, returnIds),
      ({ returnId }) => returnId,
    ),
  };
};

const attentionLoaders = ({ db, batches, user, now }: LoaderSource) => {
  const advisorId = advisorSeenBy(user);
  const today = dayOf(now);
  const ofFamily = <Row extends { familyId: string }>(find: (familyIds: string[]) => Promise<Row[]>) =>
    loaderOfMany(batches, find, ({ familyId }) => familyId);
  return {
    pendingMilestonesOfFamily: ofFamily((ids) => pendingMilestones(db, ids, advisorId, now)),
    owedFollowUpsOfFamily: ofFamily((ids) => owedFollowUps(db, ids, advisorId, today)),
    endingReductionsOfFamily: ofFamily((ids) => endingReductions(db, ids, advisorId, noticePeriod(today))),
  };
};

const ofAllAgencies = ({ db, own, batches, now }: LoaderSource) => ({
  ...accessLoaders(db, batches, 'known_families'),
  ...correctionLoaders(db, batches),
  ...quarterLoaders(own, batches, countingJobSearch, now),
});

/** One set per request. Each finds only what the user may see. */
export const openLoaders = loadersIn(
  fileLoaders,
  stepLoaders,
  returnLoaders,
  attentionLoaders,
  ofAllAgencies,
);

export type Loaders = ReturnType<typeof openLoaders>;
