import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';
import { publishCoverOfFamilies } from '../childcare-cover/publish-cover.ts';
import { restoreCover } from '../childcare-cover/sealed-cover.queries.ts';
import { keepMilestone } from './known-milestone.queries.ts';

const milestoneChange = z.object({
  milestoneId: z.uuid(),
  familyId: z.uuid(),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  travelMinutes: z.number().int().nonnegative(),
  status: z.string().min(1),
  version: z.number().int().positive(),
  advisorId: z.string().min(1).nullish(),
});

export type MilestoneChange = z.output<typeof milestoneChange>;

/** Keeps the milestone as employment tells it, and tells its cover in return. */
export const receiveMilestoneChange: EventReceiver = async (tx, event, now) => {
  const milestone = milestoneChange.parse(event.data);
  const familyId = await keepMilestone(tx, milestone);
  if (!familyId) return;
  await restoreCover(tx, milestone.milestoneId);
  await publishCoverOfFamilies(tx, [familyId], now);
};
