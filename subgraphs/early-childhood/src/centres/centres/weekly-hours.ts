import { Temporal } from 'temporal-polyfill';
import type { ColumnOptions } from 'typeorm';

/** A stretch of every week in local time of the city; it ends on the day it starts. */
export type WeeklyHours = {
  /** 1 (Monday) to 7 (Sunday), as ISO 8601. */
  weekday: number;
  from: Temporal.PlainTime;
  to: Temporal.PlainTime;
};

type StoredHours = { weekday: number; from: string; to: string };

const minutes = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** Weekly hours are always read with their owner, so they live in its row as JSON. */
export const weeklyHoursColumn = (name: string, make: () => WeeklyHours): ColumnOptions => ({
  name,
  type: 'jsonb',
  transformer: {
    from: (stored: StoredHours[]) =>
      stored.map(({ weekday, from, to }) =>
        Object.assign(make(), {
          weekday,
          from: Temporal.PlainTime.from(from),
          to: Temporal.PlainTime.from(to),
        }),
      ),
    to: (hours: readonly WeeklyHours[] | undefined) =>
      hours?.map(({ weekday, from, to }): StoredHours => ({ weekday, from: minutes(from), to: minutes(to) })),
  },
});
