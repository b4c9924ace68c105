import { sqlFilesIn } from '@relais/platform/database/sql-files.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { TakeOver } from '@relais/platform/professionals/take-over.ts';
import { EngagementContract } from './engagement-contracts/engagement-contract.ts';
import { HoursReduction } from './engagement-contracts/hours-reduction.ts';
import { JobSearchStep } from './job-search-steps/job-search-step.ts';
import { JobSeeker } from './job-seekers/job-seeker.ts';
import { KnownCover } from './known-covers/known-cover.ts';
import { Milestone } from './milestones/milestone.ts';
import { FollowUp } from './returns-to-work/follow-up.ts';
import { ReturnToWork } from './returns-to-work/return-to-work.ts';
import { walls } from './walls.ts';

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
  Professional,
  ReturnToWork,
  TakeOver,
];

export const migrations = [...sqlFilesIn('employment', new URL('../migrations/', import.meta.url)), walls];
