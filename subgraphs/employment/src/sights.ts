import type { AuditedAccess } from '@relais/platform/access-log/family-access.ts';
import type { ConcernedTypes } from '@relais/platform/access-log/note-what-is-answered.ts';
import type { DeskItem } from '@relais/platform/desk/desk-item.ts';
import type { NewsItem } from '@relais/platform/desk/news.ts';
import type { SeenTypes } from '@relais/platform/sight/seen-types.ts';
import type { Context } from './context.ts';
import type { HoursReduction } from './engagement-contracts/hours-reduction.ts';
import type { JobSeeker } from './job-seekers/job-seeker.ts';
import type { JobSeekerAtDesk } from './job-seekers/job-seeker-at-desk.ts';
import type { Adult } from './known-families/adult.ts';
import type { Family } from './known-families/family.ts';
import type { Milestone } from './milestones/milestone.ts';
import type { Permission } from './permissions.ts';

const familyOf = ({ familyId }: { readonly familyId: string }): string[] => [familyId];

type OfJobSeeker = { readonly jobSeekerId: string };
type OfReturn = { readonly returnId: string };

const familyOfFile = async ({ jobSeekerId }: OfJobSeeker, { loaders }: Context): Promise<string[]> => {
  const jobSeeker = await loaders.jobSeekers.load(jobSeekerId);
  return jobSeeker ? familyOf(jobSeeker) : [];
};

const familyOfReduction = async (
  { milestoneId }: HoursReduction,
  { loaders }: Context,
): Promise<string[]> => {
  const milestone = await loaders.milestones.load(milestoneId);
  return milestone ? familyOf(milestone) : [];
};

const familyOfFollowUp = async ({ returnId }: OfReturn, context: Context): Promise<string[]> => {
  const found = await context.loaders.returnsToWork.load(returnId);
  return found ? familyOfFile(found, context) : [];
};

/** Of which families each type is. That an advisor sees own job seekers only is decided where they are read, by `advisorSeenBy`. */
export const sights = {
  Adult: {
    permission: 'family:see' satisfies Permission,
    families: (adult: Adult) => familyOf(adult),
    member: ({ id }: Adult) => id,
  },
  Family: {
    permission: 'family:see' satisfies Permission,
    families: ({ id }: Family) => [id],
    everywhere: true,
  },
  ImpactReport: 'OPEN',
  Me: 'OPEN',
  JobSeeker: {
    permission: 'job-seeker:read' satisfies Permission,
    families: (jobSeeker: JobSeeker) => familyOf(jobSeeker),
  },
  Milestone: {
    permission: 'milestone:read' satisfies Permission,
    families: (milestone: Milestone) => familyOf(milestone),
  },
  ReturnToWork: { permission: 'job-seeker:read' satisfies Permission, families: familyOfFile },
} satisfies SeenTypes;

const FILES: Permission = 'job-seeker:read';

/** What belongs to a job-seeker file and is answered without it. */
export const concerns = {
  AuditedAccess: {
    permission: 'access-log:audit' satisfies Permission,
    families: ({ familyId }: AuditedAccess) => [familyId],
  },
  DueFollowUp: { permission: 'follow-up:list' satisfies Permission, families: familyOfFollowUp },
  DeskItem: {
    permission: 'milestone:list' satisfies Permission,
    families: ({ concerns: familyId }: DeskItem) => (familyId ? [familyId] : []),
  },
  NewsItem: {
    permission: FILES,
    families: ({ concerns: familyId }: NewsItem) => (familyId ? [familyId] : []),
  },
  EngagementContract: { permission: FILES, families: familyOfFile },
  JobSeekerAtDesk: {
    permission: 'job-seeker:take' satisfies Permission,
    families: (file: JobSeekerAtDesk) => familyOf(file),
  },
  FollowUp: { permission: FILES, families: familyOfFollowUp },
  CoveredMilestones: 'OPEN',
  FollowedUpReturns: 'OPEN',
  HoursReduction: { permission: FILES, families: familyOfReduction },
  ReturnKindFigures: 'OPEN',
  // Says of how many families, never of which.
  TakeOver: 'OPEN',
} satisfies ConcernedTypes;
