import type { CareDesk } from './care-desk.ts';
import type { DemoFamily } from './demo-family.ts';
import type { DemoLife } from './demo-life.ts';
import { makeCareHistory } from './make-care-history.ts';
import { makeCareRequests } from './make-care-requests.ts';
import { makeCoordination } from './make-coordination.ts';
import { makeJobSearchHistory } from './make-job-search-history.ts';
import type { Maker } from './make-people.ts';
import { teamOf } from './support-teams.ts';

/** Who follows a family, and how it came to stand where it does. */
export const makeLife = (
  maker: Maker,
  family: DemoFamily,
  desk: CareDesk,
  familyNumber: number,
): DemoLife => {
  const requests = makeCareRequests(maker, family, desk, familyNumber);
  return {
    ...makeCoordination(maker, teamOf(family, familyNumber), familyNumber),
    ...makeJobSearchHistory(maker, family),
    careRequests: requests.map(({ request }) => request),
    careSteps: makeCareHistory(maker, family, requests, desk),
  };
};
