import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import type { JobSearchStepKind } from '../job-search-steps/job-search-step-kind.ts';
import type { Milestone } from './milestone.ts';
import type { MilestoneStatus } from './milestone-status.ts';

/** The step that brings a milestone to a status. */
export const stepKindOf = (status: MilestoneStatus): JobSearchStepKind => `MILESTONE_${status}`;

/** Keeps what was done to a milestone, with its times as they are now. */
export const recordMilestoneStep = (
  tx: Transaction,
  { jobSeekerId, familyId, ...milestone }: Milestone,
  kind: JobSearchStepKind,
  { user, now }: Acting,
): Promise<void> =>
  recordStep(tx, {
    jobSeekerId,
    familyId,
    kind,
    at: now,
    doneBy: user.sub,
    facts: {
      startsAt: milestone.startsAt.toISOString(),
      milestoneKind: milestone.kind,
      ...(kind === 'MILESTONE_OUTCOME_CORRECTED' && { ended: milestone.status }),
      ...(milestone.missedReason && { missedReason: milestone.missedReason }),
    },
  });
