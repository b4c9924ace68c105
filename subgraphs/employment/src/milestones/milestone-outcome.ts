import { enumOf } from '@relais/platform/graphql/enums.ts';
import type { MilestoneOutcomeStatus } from './milestone.rules.ts';

export const MilestoneOutcome = enumOf('MilestoneOutcome', 'How a milestone ended.', {
  ATTENDED: 'The job seeker came.',
  MISSED: 'The job seeker did not come; say why in `missedReason`.',
  EXCUSED: 'The job seeker did not come, for a reason that was accepted.',
} satisfies Record<MilestoneOutcomeStatus, string>);
