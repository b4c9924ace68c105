import type { Role } from '../auth/user.ts';
import type { Action } from './action.rules.ts';
import type { Condition } from './condition.rules.ts';
import { inTeam, ownJobSeeker, referred } from './relations.ts';

/**
 * That there is this family, what it is called, and who its adults are: the same in every agency, for whichever of them is
 * asked.
 */
export const seeFamily: Action = {
  readers: {
    // The service point is there for every family of the city.
    CARE_COORDINATOR: true,
    CASEWORKER: { anyOf: [inTeam, referred] },
    EMPLOYMENT_ADVISOR: { anyOf: [ownJobSeeker, inTeam, referred] },
  },
};

/** What only who sees the family may do, and of them those named. */
export const ofFamily = (readers: Partial<Record<Role, Condition>>): Action => ({
  within: seeFamily,
  readers,
});
