import type { Database } from '@relais/platform/database/database.ts';
import type { Gap } from '../../cover/childcare-cover/childcare-cover.ts';
import { kindByNotice } from './care-need.rules.ts';
import type { CareNeed } from './care-need.ts';
import { type FoundOptions, findCareOptions } from './find-care-options.ts';
import { bookablePart } from './stretches.rules.ts';

/** What can still be booked of a gap; `null` once it is over. */
export const needOfGap = ({ childId, familyId, ...gap }: Gap, now: Date): CareNeed | null => {
  const part = bookablePart(gap, now);
  if (!part) return null;
  const kind = kindByNotice(part.startsAt, now);
  return { ...part, childId, familyId, kind, facilities: [], rankedCentreIds: [] };
};

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
