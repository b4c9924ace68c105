import { ClosedQuarters1700000000003 } from '@relais/platform/statistics/migration.ts';
import { KnownFamiliesAndCovers1795400000001 } from '../migrations/0001-known-families-and-covers.ts';
import { JobSeekers1795400000002 } from '../migrations/0002-job-seekers.ts';
import { Milestones1795400000003 } from '../migrations/0003-milestones.ts';
import { JobSearchSteps1795400000004 } from '../migrations/0004-job-search-steps.ts';
import { EngagementContracts1795400000005 } from '../migrations/0005-engagement-contracts.ts';
import { MilestoneSeries1795400000006 } from '../migrations/0006-milestone-series.ts';
import { FollowUps1795400000007 } from '../migrations/0007-follow-ups.ts';
import { DistrictsOfFamilies1795400000065 } from '../migrations/0065-districts-of-families.ts';
import { ImpactFigures1795400000066 } from '../migrations/0066-impact-figures.ts';
import { JobSeekersByFamily1795400000070 } from '../migrations/0070-job-seekers-by-family.ts';
import { MergedFamilies1795400000080 } from '../migrations/0080-merged-families.ts';
import { HomesOfFamilies1795400000140 } from '../migrations/0140-homes-of-families.ts';
import { EngagementContract } from './engagement-contracts/engagement-contract.ts';
import { HoursReduction } from './engagement-contracts/hours-reduction.ts';
import { JobSearchStep } from './job-search-steps/job-search-step.ts';
import { JobSeeker } from './job-seekers/job-seeker.ts';
import { KnownCover } from './known-covers/known-cover.ts';
import { KnownAdult } from './known-families/known-adult.ts';
import { KnownFamily } from './known-families/known-family.ts';
import { Milestone } from './milestones/milestone.ts';
import { FollowUp } from './returns-to-work/follow-up.ts';
import { ReturnToWork } from './returns-to-work/return-to-work.ts';

export const entities = [
  EngagementContract,
  FollowUp,
  HoursReduction,
  JobSearchStep,
  JobSeeker,
  KnownAdult,
  KnownCover,
  KnownFamily,
  Milestone,
  ReturnToWork,
];

export const migrations = [
  KnownFamiliesAndCovers1795400000001,
  JobSeekers1795400000002,
  Milestones1795400000003,
  JobSearchSteps1795400000004,
  EngagementContracts1795400000005,
  MilestoneSeries1795400000006,
  FollowUps1795400000007,
  DistrictsOfFamilies1795400000065,
  JobSeekersByFamily1795400000070,
  ImpactFigures1795400000066,
  MergedFamilies1795400000080,
  HomesOfFamilies1795400000140,
  ClosedQuarters1700000000003,
];
