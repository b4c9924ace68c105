import { Directive, Field, Int, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { type Batches, loaderBy } from '../database/loaders.ts';
import { hasRows, instant, rowOf, rowsOf } from '../database/rows.ts';
import { DateTime } from '../graphql/scalars.ts';
import type { JobHandler } from '../jobs/job.ts';
import { dayOf, startOfDay } from '../time/civil-time.ts';
import { isClosed, lastClosedQuarter, nextClosingDay, type Quarter } from './quarter.rules.ts';

@Directive('@shareable')
@ObjectType({ description: 'When and how the figures of one agency for a quarter were closed.' })
export class FiguresClosed {
  @Field(() => DateTime, { description: 'The moment: what was recorded later is not in these figures.' })
  closedAt!: Date;

  @Field(() => Int, { description: 'The version of the rules by which this agency counted them.' })
  rulesVersion!: number;
}

/** How an agency counts a quarter, before anything is withheld. */
export type Counting<Counts> = {
  /** Rises when what is counted, or how, changes; a closed quarter keeps the version by which it was counted. */
  readonly version: number;
  readonly shape: z.ZodType<Counts>;
  readonly count: (db: Database, quarter: Quarter) => Promise<Counts>;
};

export type QuarterCounts<Counts> = {
  readonly counts: Counts;
  /** `null` while the figures are provisional. */
  readonly closed: FiguresClosed | null;
};

const closedRow = rowOf({
  rulesVersion: ['rules_version', z.int()],
  counts: ['counts', z.unknown()],
  closedAt: ['closed_at', instant],
});

const CLOSED = `select ${closedRow.columns} from closed_quarters where first_day = $1`;

const CLOSE = `
  insert into closed_quarters (first_day, rules_version, counts, closed_at) values ($1, $2, $3, $4)
  on conflict (first_day) do nothing`;

const IS_CLOSED = 'select 1 from closed_quarters where first_day = $1';

const closedCounts = async <Counts>(
  db: Database,
  { from }: Quarter,
  { shape }: Counting<Counts>,
): Promise<QuarterCounts<Counts> | null> => {
  const [row] = await rowsOf(db, closedRow, CLOSED, [from.toString()]);
  if (!row) return null;
  const { counts, closedAt, rulesVersion } = row;
  return {
    counts: shape.parse(counts),
    closed: Object.assign(new FiguresClosed(), { closedAt, rulesVersion }),
  };
};

/** Whoever closes first decides; the others find what was stored. */
const closeQuarter = async <Counts>(
  db: Database,
  quarter: Quarter,
  { version, count }: Counting<Counts>,
  now: Date,
): Promise<void> => {
  const counts = JSON.stringify(await count(db, quarter));
  await db.query(CLOSE, [quarter.from.toString(), version, counts, now]);
};

/** What a quarter counts: anew while it is provisional, else as it was closed. One nobody closed in time is closed when first asked for. */
const countsOf = async <Counts>(
  db: Database,
  quarter: Quarter,
  counting: Counting<Counts>,
  now: Date,
): Promise<QuarterCounts<Counts>> => {
  const counted = async () => ({ counts: await counting.count(db, quarter), closed: null });
  if (!isClosed(quarter, dayOf(now))) return counted();
  const stored = await closedCounts(db, quarter, counting);
  if (stored) return stored;
  await closeQuarter(db, quarter, counting, now);
  return (await closedCounts(db, quarter, counting)) ?? counted();
};

const keyOf = ({ from }: Quarter): string => from.toString();

/** Counted once per quarter and request, for all districts: what is withheld in one depends on the others. */
export const quarterLoaders = <Counts>(
  db: Database,
  batches: Batches,
  counting: Counting<Counts>,
  now: Date,
) => ({
  quarterCounts: loaderBy(
    batches,
    (quarters: readonly Quarter[]) =>
      Promise.all(quarters.map((quarter) => countsOf(db, quarter, counting, now))),
    keyOf,
  ),
  /** What the same quarter counts today, also when it is closed. */
  quarterRecounts: loaderBy(
    batches,
    (quarters: readonly Quarter[]) => Promise.all(quarters.map((quarter) => counting.count(db, quarter))),
    keyOf,
  ),
});

export const CLOSE_QUARTER = 'close-quarter';

/** Closes the newest quarter whose time has come, unless that was done. */
export const closeQuarterJob =
  <Counts>(counting: Counting<Counts>): JobHandler =>
  async (tx, _payload, now) => {
    const quarter = lastClosedQuarter(dayOf(now));
    if (await hasRows(tx, IS_CLOSED, [quarter.from.toString()])) return;
    await closeQuarter(tx, quarter, counting, now);
  };

/** The moment at which the next quarter is closed. */
export const nextClosing = (after: Date): Date => startOfDay(nextClosingDay(dayOf(after)));
