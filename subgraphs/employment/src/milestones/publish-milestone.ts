import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type Publication, publishAll } from '@relais/platform/events/publish.ts';
import type { Milestone } from './milestone.ts';

export const MILESTONE_CHANGED = 'relais.milestone.changed.v1';

const changeOf = ({ id, familyId, ...milestone }: Milestone): Publication => ({
  type: MILESTONE_CHANGED,
  familyId,
  data: {
    milestoneId: id,
    familyId,
    startsAt: milestone.startsAt.toISOString(),
    endsAt: milestone.endsAt.toISOString(),
    travelMinutes: milestone.travelMinutes,
    status: milestone.status,
    version: milestone.version,
  },
});

/** Tells early-childhood when childcare is needed; what the milestones are about stays here. */
export const publishMilestones = (tx: Transaction, milestones: readonly Milestone[]): Promise<void> =>
  publishAll(tx, milestones.map(changeOf));

export const publishMilestone = (tx: Transaction, milestone: Milestone): Promise<void> =>
  publishMilestones(tx, [milestone]);
