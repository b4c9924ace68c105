import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Permission } from '../../permissions.ts';
import { familiesOfCare, lockSections } from '../bookings/booking.queries.ts';
import { pausesOfPlacements } from './placement.queries.ts';
import type { standingReasons } from './placement.reasons.ts';
import { isSuspension, type PlacementStep, standingRefusal, statusOn } from './placement.rules.ts';
import { Placement } from './placement.ts';
import type { PlacementPause } from './placement-pause.ts';

/** A placement that nobody else changes until the end, and the days on which its care does not take place. */
export type LockedPlacement = { readonly placement: Placement; readonly pauses: readonly PlacementPause[] };

type PlacementToLock = {
  readonly placementId: string;
  readonly version: number;
  /** A section that care may move to: it is locked as well. */
  readonly sectionId?: string | null;
};

/**
 * Locks a placement for a step of its life: first the centres, then the sections, each in the order of their ids, then
 * the placement, as whoever books does. One of a child whom who acts does not see is as absent.
 */
export const lockPlacement = async (
  tx: Transaction,
  step: PlacementStep,
  { placementId, version, sectionId }: PlacementToLock,
  { now, sight }: Pick<ActingSeer, 'now' | 'sight'>,
): Promise<LockedPlacement | Refused<Word<typeof standingReasons>>> => {
  const found = await tx.findOneBy(Placement, { id: placementId });
  if (!found) return { refusal: 'UNKNOWN_PLACEMENT' };
  await lockSections(tx, sectionId ? [found.sectionId, sectionId] : [found.sectionId]);
  const placement = await tx.findOneOrFail(Placement, {
    where: { id: placementId },
    lock: { mode: 'for_no_key_update' },
  });
  const families = () => familiesOfCare(tx, placement);
  if (!(await sight.allows(tx, 'placement:write' satisfies Permission, families)))
    return { refusal: 'UNKNOWN_PLACEMENT' };
  const pauses = await pausesOfPlacements(tx, [placementId]);
  const status = statusOn(placement, pauses.filter(isSuspension), dayOf(now));
  const refusal = standingRefusal(step, { status, version: placement.version }, version);
  return refusal ? { refusal } : { placement, pauses };
};
