import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publish } from '@relais/platform/events/publish.ts';
import type { Milestone } from './milestone.ts';

export const MILESTONE_CHANGED = 'relais.milestone.changed.v1';

/** Tells early-childhood when childcare is needed; what the milestone is about stays here. */
export const publishMilestone = (tx: Transaction, milestone: Milestone): Promise<void> =>
  publish(tx, {
    type: MILESTONE_CHANGED,
    familyId: milestone.familyId,
    data: {
      milestoneId: milestone.id,
      familyId: milestone.familyId,
      startsAt: milestone.startsAt.toISOString(),
      endsAt: milestone.endsAt.toISOString(),
      travelMinutes: milestone.travelMinutes,
      status: milestone.status,
      version: milestone.version,
    },
  });
