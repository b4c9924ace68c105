import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { LockedPlacement } from './lock-placement.ts';
import { sentWeeksOf } from './placement.queries.ts';
import { Placement } from './placement.ts';
import { PlacementPause } from './placement-pause.ts';
import { SentWeek } from './sent-week.ts';
import { insertPlacement, newPlacement } from './start-placement.ts';

type NewTerms = Pick<Placement, 'sectionId' | 'weeklyPattern'> & {
  readonly from: Temporal.PlainDate;
  readonly reason: string;
};

/** A week that has begun by the day is in both: each placement takes its own days of it. */
const takeWeeksAlong = async (tx: Transaction, from: Placement, next: Placement): Promise<void> => {
  const weeks = await sentWeeksOf(tx, from.id);
  const monday = next.startsOn.subtract({ days: next.startsOn.dayOfWeek - 1 });
  const common = weeks.filter((week) => week.monday.equals(monday) && isBefore(monday, next.startsOn));
  await tx
    .createQueryBuilder()
    .update(SentWeek)
    .set({ placementId: next.id })
    .where('placement_id = :id and monday >= :from', { id: from.id, from: next.startsOn.toString() })
    .execute();
  if (common.length > 0)
    await tx.insert(
      SentWeek,
      common.map((week) => ({ ...week, placementId: next.id })),
    );
};

/** Suspensions and absences that reach beyond the day go on with the placement that continues. */
const takeAlong = async (
  tx: Transaction,
  { placement, pauses }: LockedPlacement,
  next: Placement,
): Promise<PlacementPause[]> => {
  const kept = pauses
    .filter(({ endsOn }) => !isBefore(endsOn, next.startsOn))
    .map((pause) =>
      tx.create(PlacementPause, {
        ...pause,
        id: newId(),
        placementId: next.id,
        startsOn: isBefore(pause.startsOn, next.startsOn) ? next.startsOn : pause.startsOn,
      }),
    );
  if (kept.length > 0) await tx.insert(PlacementPause, kept);
  await takeWeeksAlong(tx, placement, next);
  return kept;
};

/**
 * The placement with other terms from a day on. Before its first day nothing has happened yet, so the terms are simply
 * others; later it ends the day before, and another one continues it.
 */
export const followUpPlacement = async (
  tx: Transaction,
  locked: LockedPlacement,
  { from, reason, sectionId, weeklyPattern }: NewTerms,
): Promise<LockedPlacement> => {
  const { placement } = locked;
  if (!isBefore(placement.startsOn, from)) {
    const changed = await store(tx, Placement, placement, { sectionId, weeklyPattern });
    return { placement: changed, pauses: locked.pauses };
  }
  const { id: continuesId, version: _, ...terms } = placement;
  const next = newPlacement(tx, { ...terms, continuesId, sectionId, weeklyPattern, startsOn: from });
  const endsOn = from.subtract({ days: 1 });
  await store(tx, Placement, placement, { endsOn, endReason: reason });
  const renewal = await tx.findOneBy(Placement, { continuesId });
  if (renewal) await tx.update(Placement, { id: renewal.id }, { continuesId: null });
  await insertPlacement(tx, next);
  if (renewal) await tx.update(Placement, { id: renewal.id }, { continuesId: next.id });
  return { placement: next, pauses: await takeAlong(tx, locked, next) };
};
