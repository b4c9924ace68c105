import type { Database } from '@relais/platform/database/database.ts';
import { bookablePart } from '@relais/platform/time/half-hours.rules.ts';
import { type FoundOptions, findCareOptions } from '../../options/care-options/find-care-options.ts';
import type { CareNeed } from '../../options/care-options/option-facts.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { type FoundWeek, findWeeklyOptions } from './find-weekly-options.ts';

/** Where a request could be met: stretch by stretch when it is dated, or for the hours of its week. */
export type FoundRequestOptions = {
  readonly stretches: readonly FoundOptions[];
  readonly week: FoundWeek | null;
};

/** What can still be booked of each stretch. */
const needsOf = (request: CareRequest, now: Date): CareNeed[] =>
  request.stretches.flatMap((stretch) => {
    const { childId, familyId, kind, facilities, rankedCentreIds } = request;
    const part = bookablePart(stretch, now, { atOnce: kind === 'EMERGENCY' });
    return part ? [{ ...part, childId, familyId, kind, facilities, rankedCentreIds }] : [];
  });

export const findRequestOptions = async (
  db: Database,
  request: CareRequest,
  now: Date,
): Promise<FoundRequestOptions> => {
  if (request.weeklyPattern.length > 0)
    return { stretches: [], week: await findWeeklyOptions(db, request, now) };
  const found = await findCareOptions(db, needsOf(request, now), now);
  return { stretches: found.filter((each) => each !== null), week: null };
};
