import type { Database } from '@relais/platform/database/database.ts';
import { day, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { z } from 'zod';
import { isCalendarEnding } from './school-terms-end.rules.ts';

const TermsRow = rowOf({
  lastDay: ['(select max(ends_on) from school_periods)', day.nullable()],
  isReliedOn: [
    `exists (select from own_arrangements where kind = 'SCHOOL' and removed_at is null and ends_on >= $1::date)`,
    z.boolean(),
  ],
});
const KNOWN_TERMS = `select ${TermsRow.columns}`;

/** What `/health/ready` says while the school calendar ends soon, ended, or is not known: the last day that is. */
export const schoolTermsWarning = async (
  db: Pick<Database, 'query'>,
  now: Date,
): Promise<Readonly<Record<string, string>>> => {
  const today = dayOf(now);
  const [terms] = await rowsOf(db, TermsRow, KNOWN_TERMS, [today.toString()]);
  if (!terms || !isCalendarEnding(terms, today)) return {};
  return { schoolTermsEnd: terms.lastDay?.toString() ?? 'not known' };
};
