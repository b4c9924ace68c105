import { Temporal } from 'temporal-polyfill';
import type { HoursInTerms } from '../../centres/centres/centre-terms.rules.ts';
import type { ListedCentreInput } from './listed-row.ts';
import type { CentreRow } from './read-centre-row.ts';

/** Hours of a row, or of terms, as the graph would read them. */
export const hoursAsInput = <Line extends HoursInTerms>({ from, to, ...line }: Line) => ({
  ...line,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});

/** A row of a file as the graph would read it. */
export const asInput = ({ openingHours, sections, ...row }: CentreRow): ListedCentreInput => ({
  ...row,
  openingHours: openingHours?.map(hoursAsInput) ?? null,
  sections:
    sections?.map(({ emergencyPlaces, ...section }) => ({
      ...section,
      emergencyPlaces: emergencyPlaces?.map(hoursAsInput) ?? null,
    })) ?? null,
});
