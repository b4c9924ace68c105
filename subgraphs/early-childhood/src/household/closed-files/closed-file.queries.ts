import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Any, IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { Booking } from '../../care/bookings/booking.ts';
import { Placement } from '../../care/placements/placement.ts';
import { Family } from '../../families/families/family.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import type { Permission } from '../../permissions.ts';
import { requestIsOpen } from '../../requests/care-requests/care-request.rules.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { CareRequestStatus } from '../../requests/care-requests/care-request-status.ts';
import { FamilyClosing } from './family-closing.ts';

/** The closings of each family that stand, and those that were, newest first. */
export const closingsOfFamilies = (db: Database, familyIds: readonly string[]): Promise<FamilyClosing[]> =>
  db.find(FamilyClosing, {
    where: { familyId: Any([...familyIds]) },
    order: { closedAt: 'DESC', id: 'DESC' },
  });

export const standingClosing = (tx: Transaction, familyId: string): Promise<FamilyClosing | null> =>
  tx.findOne(FamilyClosing, {
    where: { familyId, reopenedAt: IsNull() },
    lock: { mode: 'for_no_key_update' },
  });

/** The file as `lockFamily` holds it, but so that whatever is booked or asked for it meanwhile waits. */
export const holdFile = async (
  tx: Transaction,
  familyId: string,
  acting: Pick<ActingSeer, 'sight'>,
): Promise<Family | null> => {
  const file = await tx.findOne(Family, { where: { id: familyId }, lock: { mode: 'pessimistic_write' } });
  if (file?.mergedInto) return holdFile(tx, file.mergedInto, acting);
  if (!file) return null;
  return (await acting.sight.allows(tx, 'family:close' satisfies Permission, [file.id])) ? file : null;
};

/** What follows another comes first: a placement that was renewed ends after its renewal. */
export const placementsToEnd = (
  tx: Transaction,
  familyId: string,
  today: Temporal.PlainDate,
): Promise<Placement[]> =>
  tx.find(Placement, {
    where: { familyId, endsOn: MoreThan(today) },
    order: { startsOn: 'DESC', id: 'ASC' },
  });

const OPEN_STATUSES = Object.values(CareRequestStatus).filter(requestIsOpen);

export const requestsToWithdraw = (tx: Transaction, familyId: string): Promise<CareRequest[]> =>
  tx.find(CareRequest, {
    where: { familyId, status: Any(OPEN_STATUSES) },
    order: { submittedAt: 'ASC', id: 'ASC' },
  });

/** All that the family has booked from tomorrow on, held in the order of their ids: today's care goes on until the evening. */
export const bookingsFromTomorrow = (
  tx: Transaction,
  familyId: string,
  today: Temporal.PlainDate,
): Promise<Booking[]> =>
  tx.find(Booking, {
    where: {
      familyId,
      status: Any(['HELD', 'CONFIRMED']),
      startsAt: MoreThanOrEqual(startOfDay(today.add({ days: 1 }))),
    },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });

const OpenedRow = rowOf({ familyId: ['family_id', id] });
const OPEN = `
  update family_closings set reopened_at = $2, reopened_by = $3, version = version + 1
  where family_id = any($1::uuid[]) and reopened_at is null returning ${OpenedRow.columns}`;

/** Two files that become one are looked after: whichever was closed is open, and its history says so. */
export const openFiles = async (
  tx: Transaction,
  familyIds: readonly string[],
  { now, user }: Acting,
): Promise<void> => {
  const opened = await rowsOf(tx, OpenedRow, OPEN, [familyIds, now, user.sub]);
  const step = { kind: 'FAMILY_REOPENED', at: now, doneBy: user.sub } as const;
  await recordSteps(
    tx,
    opened.map(({ familyId }) => ({ ...step, familyId, subjectId: familyId })),
  );
};
