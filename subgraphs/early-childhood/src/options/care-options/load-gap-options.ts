import type { Database } from '@relais/platform/database/database.ts';
import type { Gap } from '../../cover/childcare-cover/childcare-cover.ts';
import { needOfGap } from './care-need.rules.ts';
import { type FoundOptions, findCareOptions } from './find-care-options.ts';

/** The options of any number of gaps, in three statements. */
export const loadGapOptions = async (
  db: Database,
  gaps: readonly Gap[],
  now: Date,
): Promise<(FoundOptions | null)[]> => {
  const needs = gaps.map((gap) => needOfGap(gap, now));
  const asked = needs.filter((need) => need !== null);
  const found = await findCareOptions(db, asked, now);
  const byNeed = new Map(asked.map((need, index) => [need, found[index] ?? null]));
  return needs.map((need) => (need ? (byNeed.get(need) ?? null) : null));
};
