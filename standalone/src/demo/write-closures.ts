import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { isPublicHoliday } from './calendar.ts';
import type { DemoCentre } from './care-desk.ts';
import { idsOf } from './demo-ids.ts';
import { insertRows } from './insert-rows.ts';
import { randomOf, seedOf } from './random.ts';

/** As far as placements reach: from the start of the last quarter that is over until a year from now. */
const DAYS_BACK = 190;
const DAYS_AHEAD = 370;
/** So that the ids of closures differ from those of every family. */
const CLOSURES = 90_000_000;

const publicHolidays = (today: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) => today.add({ days: index - DAYS_BACK })).filter(
    isPublicHoliday,
  );

type Of = {
  readonly seed: number;
  readonly today: Temporal.PlainDate;
  readonly holidays: readonly Temporal.PlainDate[];
};

const closuresOf = (centreId: string, number: number, { seed, today, holidays }: Of) => {
  const newId = idsOf(seed, CLOSURES + number);
  const random = randomOf(seedOf(seed, CLOSURES, number));
  const training = today.add({ days: random.between(6, 27) });
  const closed = holidays.map((day) => ({ day, reason: 'Jour férié' }));
  if (random.chance(0.4)) closed.push({ day: training, reason: 'Journée pédagogique' });
  return closed.map(({ day, reason }) => ({
    id: newId(),
    centre_id: centreId,
    starts_on: day,
    ends_on: day,
    reason,
  }));
};

/** Public holidays everywhere, and a training day of the staff in some centres. */
export const writeClosures = (
  client: pg.ClientBase,
  centres: readonly DemoCentre[],
  seed: number,
  today: Temporal.PlainDate,
): Promise<void> => {
  const of = { seed, today, holidays: publicHolidays(today) };
  return insertRows(
    client,
    'closures',
    centres.flatMap(({ id }, number) => closuresOf(id, number, of)),
  );
};
