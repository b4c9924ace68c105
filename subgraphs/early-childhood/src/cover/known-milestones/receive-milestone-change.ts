import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';
import { publishCoverOfFamilies } from '../childcare-cover/publish-cover.ts';
import { restoreCover } from '../childcare-cover/sealed-cover.queries.ts';
import { keepMilestone } from './known-milestone.queries.ts';

const A_DAY_MINUTES = 24 * 60;

/** More than employment ever says: whatever cover is worked out of has an end, or one event would keep this agency at work for good. */
const isWithinADay = ({
  startsAt,
  endsAt,
}: {
  readonly startsAt: string;
  readonly endsAt: string;
}): boolean => {
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return minutes > 0 && minutes <= A_DAY_MINUTES;
};

const milestoneChange = z
  .object({
    milestoneId: z.uuid(),
    familyId: z.uuid(),
    startsAt: z.iso.datetime({ offset: true }),
    endsAt: z.iso.datetime({ offset: true }),
    travelMinutes: z.number().int().nonnegative().max(A_DAY_MINUTES),
    status: z.string().min(1),
    version: z.number().int().positive(),
    advisorId: z.string().min(1).nullish(),
    seriesId: z.uuid().nullish(),
  })
  .refine(isWithinADay, { path: ['endsAt'] });

export type MilestoneChange = z.output<typeof milestoneChange>;

/** Keeps the milestone as employment tells it, and tells its cover in return. */
export const receiveMilestoneChange: EventReceiver = async (tx, event, now) => {
  const milestone = milestoneChange.parse(event.data);
  const familyId = await keepMilestone(tx, milestone);
  if (!familyId) return;
  await restoreCover(tx, milestone.milestoneId);
  await publishCoverOfFamilies(tx, [familyId], now);
};
