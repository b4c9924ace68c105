import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';

const coverChange = z.object({
  milestoneId: z.uuid(),
  familyId: z.uuid(),
  startsAt: z.iso.datetime({ offset: true }),
  status: z.enum(['COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED', 'NOT_NEEDED']),
  milestoneVersion: z.number().int().positive(),
});

/**
 * By the version of the milestone that it was computed for, as social-protection keeps it too; of one version by when it was
 * told, since a milestone of a merged family is told under two families, each with an order of its own.
 */
const KEEP_COVER = `
  insert into known_covers as known (milestone_id, family_id, starts_at, status, milestone_version, told_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (milestone_id) do update
    set family_id = excluded.family_id, starts_at = excluded.starts_at, status = excluded.status,
        milestone_version = excluded.milestone_version, told_at = excluded.told_at,
        changed_at = case when known.status <> excluded.status then excluded.told_at else known.changed_at end
    where known.milestone_version < excluded.milestone_version or (known.milestone_version = excluded.milestone_version
      and (known.told_at is null or known.told_at <= excluded.told_at))`;

/** Nothing is told of a milestone that is over: the last cover told stays, as evidence of what was covered. */
export const receiveCoverChange: EventReceiver = async (tx, event) => {
  const cover = coverChange.parse(event.data);
  const { milestoneId, familyId, startsAt, status, milestoneVersion } = cover;
  await tx.query(KEEP_COVER, [milestoneId, familyId, startsAt, status, milestoneVersion, event.time]);
};
