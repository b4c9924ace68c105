import { Temporal } from 'temporal-polyfill';
import type { ListedCentreInput } from './listed-row.ts';
import type { CentreRow } from './read-centre-row.ts';

/** A row of a file as the graph would read it. */
export const asInput = ({ openingHours, ...row }: CentreRow): ListedCentreInput => ({
  ...row,
  openingHours:
    openingHours?.map(({ weekday, from, to }) => ({
      weekday,
      from: Temporal.PlainTime.from(from),
      to: Temporal.PlainTime.from(to),
    })) ?? null,
});
