import { movingAsService } from '@relais/platform/database/asking.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { inOrder } from '@relais/platform/time/periods.rules.ts';
import { Any } from 'typeorm';
import { KnownMilestone } from './known-milestone.ts';
import type { MilestoneChange } from './receive-milestone-change.ts';

const KeptRow = rowOf({ familyId: ['known_milestones.family_id', anId] });

/** Answers no row when what is known is newer. The same version is taken again: that is how a rebuild repairs. */
const KEEP_MILESTONE = `
  insert into known_milestones (id, family_id, starts_at, ends_at, travel_minutes, status, version, advisor_id, series_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (id) do update
    set family_id = excluded.family_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
        travel_minutes = excluded.travel_minutes, status = excluded.status, version = excluded.version,
        advisor_id = excluded.advisor_id, series_id = excluded.series_id
    where known_milestones.version <= excluded.version
  returning ${KeptRow.columns}`;

/** The family it was kept with, the survivor of a merged one; `null` when it was not taken: an older version changes nothing. */
export const keepMilestone = async (tx: Transaction, milestone: MilestoneChange): Promise<string | null> => {
  const { milestoneId, familyId, startsAt, endsAt, travelMinutes, status, version, advisorId, seriesId } =
    milestone;
  const [kept] = await rowsOf(tx, KeptRow, KEEP_MILESTONE, [
    milestoneId,
    familyId,
    startsAt,
    endsAt,
    travelMinutes,
    status,
    version,
    advisorId ?? null,
    seriesId ?? null,
  ]);
  return kept?.familyId ?? null;
};

const CUT_BOOKINGS = `
  update bookings set milestone_id = null
  where milestone_id = $1 and ends_at > $3 and child_id not in (
    select id from children where family_id = $2
    union all select child_id from shared_residences where other_family_id = $2)`;

/** Of a milestone that is in another file now: bookings of children who are not serve it no longer, nor are they shown with it. */
export const cutBookingsOfOthers = async (
  tx: Transaction,
  milestoneId: string,
  familyId: string,
  now: Date,
): Promise<void> => {
  await movingAsService(tx).query(CUT_BOOKINGS, [milestoneId, familyId, now]);
};

export const milestoneById = (db: Database, id: string): Promise<KnownMilestone | null> =>
  db.findOneBy(KnownMilestone, { id });

export const milestonesByIds = (db: Database, ids: string[]): Promise<KnownMilestone[]> =>
  db.findBy(KnownMilestone, { id: Any(ids) });

/** The milestone, held until commit, so that two people do not cover it twice. */
export const lockMilestone = (tx: Transaction, id: string): Promise<KnownMilestone | null> =>
  tx.findOne(KnownMilestone, { where: { id }, lock: { mode: 'for_no_key_update' } });

/** All milestones of a series, by start; held until commit, one after the other in the order of their ids. */
export const lockSeries = async (tx: Transaction, seriesId: string): Promise<KnownMilestone[]> => {
  const held = await tx.find(KnownMilestone, {
    where: { seriesId },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  return inOrder(held);
};

export const milestonesOfSeries = (db: Database, seriesId: string): Promise<KnownMilestone[]> =>
  db.findBy(KnownMilestone, { seriesId });
