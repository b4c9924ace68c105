import { enumOf } from '@relais/platform/graphql/enums.ts';

export const JobSeekerOrder = enumOf('JobSeekerOrder', 'How a list of job seekers is sorted.', {
  NEXT_MILESTONE_FIRST: 'Whose next milestone is soonest; those without one last.',
  NEWEST_FIRST: 'Who registered last.',
});
export type JobSeekerOrder = keyof typeof JobSeekerOrder;
