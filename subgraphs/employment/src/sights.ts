import type { SeenTypes } from '@relais/platform/sight/seen-types.ts';
import type { Context } from './context.ts';
import type { JobSeeker } from './job-seekers/job-seeker.ts';
import type { Family } from './known-families/family.ts';
import type { Milestone } from './milestones/milestone.ts';
import type { Permission } from './permissions.ts';
import type { ReturnToWork } from './returns-to-work/return-to-work.ts';

const familyOf = ({ familyId }: { readonly familyId: string }): string[] => [familyId];

const familyOfReturn = async ({ jobSeekerId }: ReturnToWork, { loaders }: Context): Promise<string[]> => {
  const jobSeeker = await loaders.jobSeekers.load(jobSeekerId);
  return jobSeeker ? familyOf(jobSeeker) : [];
};

/** Of which families each type is. That an advisor sees own job seekers only is decided where they are read, by `advisorSeenBy`. */
export const sights = {
  // Here no more than an id; the file of an adult is filtered where it is read.
  Adult: 'OPEN',
  Family: {
    permission: 'family:see' satisfies Permission,
    families: ({ id }: Family) => [id],
    everywhere: true,
  },
  ImpactReport: 'OPEN',
  JobSeeker: {
    permission: 'job-seeker:read' satisfies Permission,
    families: (jobSeeker: JobSeeker) => familyOf(jobSeeker),
  },
  Milestone: {
    permission: 'milestone:read' satisfies Permission,
    families: (milestone: Milestone) => familyOf(milestone),
  },
  ReturnToWork: { permission: 'job-seeker:read' satisfies Permission, families: familyOfReturn },
} satisfies SeenTypes;
