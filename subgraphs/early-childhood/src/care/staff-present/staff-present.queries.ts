import type { Acting } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { hasRows, id, instantInJson, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { StaffRatio } from './staff-ratio.ts';

const HalfHourRow = rowOf({ startsAt: ['starts_at', instantInJson], adults: ['adults', z.int()] });

const StaffRow = rowOf({
  centreId: ['centre.id', id],
  /** Where nothing was chosen, the one that no child is counted too lightly by. */
  ratio: [
    `coalesce((select ratio from staff_ratios where centre_id = centre.id and from_day <= $2::date
      order by from_day desc limit 1), 'BY_WALKING')`,
    z.enum(StaffRatio),
  ],
  halfHours: [
    `(select coalesce(jsonb_agg(${HalfHourRow.json}), '[]') from staff_half_hours
      where centre_id = centre.id and starts_at >= $3 and starts_at < $4)`,
    HalfHourRow.type.array(),
  ],
});
export type StaffOnDay = RowFrom<typeof StaffRow>;

const STAFF = `select ${StaffRow.columns} from centres centre where centre.id = any($1::uuid[])`;

/** The ratio of each of these centres on a day, and the adults that were noted for it. */
export const staffOnDay = (
  db: Database,
  centreIds: string[],
  day: Temporal.PlainDate,
): Promise<StaffOnDay[]> =>
  rowsOf(db, StaffRow, STAFF, [centreIds, day.toString(), startOfDay(day), startOfDay(day.add({ days: 1 }))]);

/** What was said last of a half-hour holds. */
const NOTE = `
  insert into staff_half_hours (centre_id, starts_at, adults, noted_at, noted_by)
  select $1, starts_at, $4, $5, $6
  from generate_series($2::timestamptz, $3::timestamptz - interval '30 minutes', interval '30 minutes') as starts_at
  on conflict (centre_id, starts_at) do update
    set adults = excluded.adults, noted_at = excluded.noted_at, noted_by = excluded.noted_by`;

export const noteStaff = async (
  tx: Transaction,
  centreId: string,
  { startsAt, endsAt, adults }: Period & { readonly adults: number },
  { user, now }: Acting,
): Promise<void> => {
  await tx.query(NOTE, [centreId, startsAt, endsAt, adults, now, user.sub]);
};

const CHOOSE = `
  insert into staff_ratios (centre_id, from_day, ratio, chosen_at, chosen_by) values ($1, $2, $3, $4, $5)
  on conflict (centre_id, from_day) do update
    set ratio = excluded.ratio, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by`;

export const chooseRatio = async (
  tx: Transaction,
  {
    centreId,
    ratio,
    from,
  }: { readonly centreId: string; readonly ratio: StaffRatio; readonly from: Temporal.PlainDate },
  { user, now }: Acting,
): Promise<void> => {
  await tx.query(CHOOSE, [centreId, from.toString(), ratio, now, user.sub]);
};

/** Whether some centres receive a child about now: a month back, and a month ahead. */
export const isReceivedIn = (
  tx: Transaction,
  childId: string,
  centreIds: readonly string[],
  now: Date,
): Promise<boolean> =>
  hasRows(
    tx,
    `select from bookings where child_id = $1 and centre_id = any($2::uuid[]) and status <> 'CANCELLED'
       and starts_at between $3::timestamptz - interval '1 month' and $3::timestamptz + interval '1 month'`,
    [childId, centreIds, now],
  );
