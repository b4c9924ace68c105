import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { LessThan } from 'typeorm';
import { z } from 'zod';
import { KnownCover } from './known-cover.ts';

const coverChanged = z.object({
  milestoneId: z.uuid(),
  familyId: z.uuid(),
  startsAt: z.iso.datetime({ offset: true }),
  status: z.string().min(1),
  milestoneVersion: z.number().int().positive(),
});

/**
 * Cover changes without the milestone changing, so an equal version is news too, unless it was told before: a milestone of a
 * merged family is told under two families, each with an order of its own.
 */
const STORE_NEWER = `
  insert into known_covers as known (milestone_id, family_id, starts_at, status, milestone_version, told_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (milestone_id) do update set family_id = excluded.family_id, starts_at = excluded.starts_at,
    status = excluded.status, milestone_version = excluded.milestone_version, told_at = excluded.told_at
  where known.milestone_version < excluded.milestone_version or (known.milestone_version = excluded.milestone_version
    and (known.told_at is null or known.told_at <= excluded.told_at))`;

/** Keeps the cover of a family's upcoming milestones; those that are over are dropped. */
export const receiveCoverChange: EventReceiver = async (tx, { data, time }, now) => {
  const cover = coverChanged.parse(data);
  const { milestoneId, familyId, startsAt, status, milestoneVersion } = cover;
  await tx.query(STORE_NEWER, [milestoneId, familyId, startsAt, status, milestoneVersion, time]);
  await tx.delete(KnownCover, { familyId, startsAt: LessThan(now) });
};
