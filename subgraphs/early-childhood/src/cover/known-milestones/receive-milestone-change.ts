import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';
import { publishCoverOfFamilies } from '../childcare-cover/publish-cover.ts';
import { moveToldCover } from '../childcare-cover/published-cover.queries.ts';
import { restoreCover } from '../childcare-cover/sealed-cover.queries.ts';
import { cutBookingsOfOthers, keepMilestone, milestoneById } from './known-milestone.queries.ts';
import type { KnownMilestone } from './known-milestone.ts';

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

/** It has another file than before, as when a couple separated: of what is over the cover that was told stays that of its times. */
const moved = async (
  tx: Transaction,
  before: KnownMilestone,
  { version, startsAt, endsAt }: MilestoneChange,
  familyId: string,
  now: Date,
): Promise<void> => {
  await cutBookingsOfOthers(tx, before.id, familyId, now);
  const isSameTime =
    before.startsAt.getTime() === Date.parse(startsAt) && before.endsAt.getTime() === Date.parse(endsAt);
  if (isSameTime && before.endsAt <= now)
    await moveToldCover(tx, before.id, { familyId, by: version - before.version });
};

/** Keeps the milestone as employment tells it, and tells its cover in return. */
export const receiveMilestoneChange: EventReceiver = async (tx, event, now) => {
  const milestone = milestoneChange.parse(event.data);
  const before = await milestoneById(tx, milestone.milestoneId);
  const familyId = await keepMilestone(tx, milestone);
  if (!familyId) return;
  if (before && before.familyId !== familyId) await moved(tx, before, milestone, familyId, now);
  await restoreCover(tx, milestone.milestoneId);
  await publishCoverOfFamilies(tx, [familyId], now);
};
