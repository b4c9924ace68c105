import type { ActingSeer } from '@relais/platform/acting.ts';
import { movingAsService } from '@relais/platform/database/asking.ts';
import { hasRows, id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { moveFollowers } from '@relais/platform/followers/follower.queries.ts';
import { renameEverywhere } from '@relais/platform/known-families/rename.queries.ts';
import { copyObjections } from '@relais/platform/objections/objection.queries.ts';
import { Any, IsNull } from 'typeorm';
import { z } from 'zod';
import { Booking } from '../../care/bookings/booking.ts';
import { Adult } from '../../families/families/adult.ts';
import { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import type { MergePair } from './merge-families.rules.ts';
import { MovedRecords } from './moved-records.ts';

/**
 * For update: whoever writes something for one of them waits at its key, and then writes it for the survivor. One that who
 * acts does not see is as absent.
 */
export const holdFiles = async (
  tx: Transaction,
  familyIds: readonly string[],
  { sight }: Pick<ActingSeer, 'sight'>,
): Promise<Family[]> => {
  const files = await tx.find(Family, {
    where: { id: Any([...familyIds]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const seen: Family[] = [];
  for (const file of files)
    if (await sight.allows(tx, 'family:merge' satisfies Permission, [file.id])) seen.push(file);
  return seen;
};

export type Members = { readonly adults: Adult[]; readonly children: Child[] };

/** Everybody who was ever in the file, held until commit. */
export const lockMembers = async (tx: Transaction, familyIds: readonly string[]): Promise<Members> => {
  const locked = {
    where: { familyId: Any([...familyIds]), mergedInto: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  } as const;
  return { adults: await tx.find(Adult, locked), children: await tx.find(Child, locked) };
};

const BookingRow = rowOf({ bookingId: ['dropped.id', id] });

/** Both are in a pair's place at once: one of them was booked twice. */
const OVERLAPPING = `
  select ${BookingRow.columns}
  from unnest($1::uuid[], $2::uuid[]) pair (keep, drop)
  join bookings kept on kept.child_id = pair.keep and kept.status <> 'CANCELLED'
  join bookings dropped on dropped.child_id = pair.drop and dropped.status <> 'CANCELLED'
    and tstzrange(dropped.starts_at, dropped.ends_at) && tstzrange(kept.starts_at, kept.ends_at)
  order by dropped.starts_at, dropped.id limit 20`;

const columnsOf = (pairs: readonly MergePair[]): [keep: string[], drop: string[]] => [
  pairs.map(({ keep }) => keep),
  pairs.map(({ drop }) => drop),
];

export const overlappingBookings = async (
  tx: Transaction,
  pairs: readonly MergePair[],
): Promise<Booking[]> => {
  const rows = await rowsOf(tx, BookingRow, OVERLAPPING, columnsOf(pairs));
  const ids = rows.map(({ bookingId }) => bookingId);
  return tx.find(Booking, { where: { id: Any(ids) }, order: { startsAt: 'ASC', id: 'ASC' } });
};

const SHARED_BETWEEN = `
  select from shared_residences shared join children child on child.id = shared.child_id
  where child.family_id = any($1::uuid[]) and shared.other_family_id = any($1::uuid[]) limit 1`;

/** Whether a child lives by turns with these two families: they are two households then, not one file twice. */
export const isChildSharedBetween = async (
  tx: Transaction,
  familyIds: readonly string[],
): Promise<boolean> => {
  return hasRows(tx, SHARED_BETWEEN, [familyIds]);
};

const SHARED_DIFFERENTLY = `
  select from unnest($1::uuid[], $2::uuid[]) pair (keep, drop)
  join shared_residences kept on kept.child_id = pair.keep
  join shared_residences dropped on dropped.child_id = pair.drop
    and (dropped.other_family_id <> kept.other_family_id or dropped.rules <> '[]' or dropped.ended_at is not null)
  limit 1`;

export const areSharedDifferently = async (
  tx: Transaction,
  pairs: readonly MergePair[],
): Promise<boolean> => {
  return hasRows(tx, SHARED_DIFFERENTLY, columnsOf(pairs));
};

const FOLLOW_RESIDENCES = `
  insert into shared_residences (child_id, other_family_id, rules, exceptions, ended_at, lives_with, version)
  select pair.keep, other_family_id, rules, exceptions, ended_at, lives_with, version
  from unnest($1::uuid[], $2::uuid[]) pair (keep, drop) join shared_residences shared on shared.child_id = pair.drop
  on conflict (child_id) do nothing`;
const FOLLOW_CALENDARS = `
  update residence_periods period set child_id = pair.keep
  from unnest($1::uuid[], $2::uuid[]) pair (keep, drop) where period.child_id = pair.drop`;
const FORGET_RESIDENCES = `
  delete from shared_residences using unnest($1::uuid[], $2::uuid[]) pair (keep, drop) where child_id = pair.drop`;

const MARKED = (table: string): string => `
  update ${table} merged set merged_into = pair.keep from unnest($1::uuid[], $2::uuid[]) pair (keep, drop)
  where merged.id = pair.drop or merged.merged_into = pair.drop`;

/** What both files say of one time is said once: or else somebody ends it, and the other still counts as care. */
const SAME_ARRANGEMENTS_ONCE = `
  update own_arrangements dropped set removed_at = $3, version = dropped.version + 1
  from unnest($1::uuid[], $2::uuid[]) pair (keep, drop)
  join own_arrangements kept on kept.child_id = pair.keep and kept.removed_at is null
  where dropped.child_id = pair.drop and dropped.removed_at is null
    and (dropped.kind, dropped.starts_at, dropped.ends_at, dropped.weekday, dropped.from_time, dropped.to_time,
      dropped.starts_on, dropped.ends_on) is not distinct from
      (kept.kind, kept.starts_at, kept.ends_at, kept.weekday, kept.from_time, kept.to_time, kept.starts_on, kept.ends_on)`;

export const keepSameArrangementsOnce = async (
  tx: Transaction,
  pairs: readonly MergePair[],
  now: Date,
): Promise<void> => {
  await tx.query(SAME_ARRANGEMENTS_ONCE, [...columnsOf(pairs), now]);
};

/** The days of the survivor stand; social-protection tells those of both once it has merged them too. */
const ONE_INCOME_SUPPORT = `
  delete from known_income_support known using unnest($1::uuid[], $2::uuid[]) pair (keep, drop)
  where known.family_id = pair.drop
    and exists (select from known_income_support kept where kept.family_id = pair.keep)`;

/** Whoever added the table; events keep their own order. */
const NAMING = {
  called: '(^|_)(family|child|adult|subject)_id$',
  but: [
    ...['followers', 'objections', 'changes', 'outbox', 'pending_deliveries', 'delivery_positions'],
    ...['inbox_positions', 'event_numbers'],
  ],
};

export type Same = {
  readonly adults: readonly MergePair[];
  readonly children: readonly MergePair[];
  readonly family: MergePair;
};

/**
 * All that was the duplicate's is the survivor's, also what had been merged into the duplicate before; those that whoever merges may
 * not read as well.
 */
export const renameAll = async (tx: Transaction, { adults, children, family }: Same): Promise<void> => {
  for (const statement of [FOLLOW_RESIDENCES, FOLLOW_CALENDARS, FORGET_RESIDENCES])
    await tx.query(statement, columnsOf(children));
  await tx.query(ONE_INCOME_SUPPORT, columnsOf([family]));
  await renameEverywhere(movingAsService(tx), NAMING, [...adults, ...children, family]);
  await tx.query(MARKED('adults'), columnsOf(adults));
  await tx.query(MARKED('children'), columnsOf(children));
  await moveFollowers(tx, family.drop, family.keep);
  await copyObjections(tx, family.drop, family.keep);
  await tx.query(MARKED('families'), columnsOf([family]));
};

/** The survivor and all that is merged into it, each a version further. */
export const raiseVersions = async (tx: Transaction, survivorId: string): Promise<Family[]> => {
  await tx.query('update families set version = version + 1 where id = $1 or merged_into = $1', [survivorId]);
  return tx.find(Family, { where: [{ id: survivorId }, { mergedInto: survivorId }], order: { id: 'ASC' } });
};

export const countIn = (table: string, familyId = '$1') =>
  [`(select count(*) from ${table} where family_id = ${familyId})::int`, z.int()] as const;
const MovedRow = rowOf({
  adults: countIn('adults'),
  children: countIn('children'),
  bookings: countIn('bookings'),
  placements: countIn('placements'),
  careRequests: countIn('care_requests'),
  milestones: countIn('known_milestones'),
});

export const countMoved = async (tx: Transaction, duplicateId: string): Promise<MovedRecords> => {
  const [row] = await rowsOf(tx, MovedRow, `select ${MovedRow.columns}`, [duplicateId]);
  return Object.assign(new MovedRecords(), row);
};
