import { enumOf } from '@relais/platform/graphql/enums.ts';

export const MilestoneStatus = enumOf('MilestoneStatus', 'Where a milestone stands in its life cycle.', {
  PLANNED: 'Foreseen.',
  CONFIRMED: 'Confirmed by the job seeker or the employer.',
  ATTENDED: 'The job seeker came.',
  MISSED: 'The job seeker did not come; `missedReason` says why.',
  EXCUSED: 'The job seeker did not come, for a reason that was accepted.',
  CANCELLED: 'Called off.',
});
export type MilestoneStatus = keyof typeof MilestoneStatus;
