import { words } from '../messages/words.ts';

const MONTHS_UNTIL_YEARS = 36;

/** As people say it: months for the small, years for the others. */
export const ageInWords = (months: number): string =>
  months < MONTHS_UNTIL_YEARS ? words.months(months) : words.years(Math.floor(months / 12));
