import type { Role } from '../auth/user.ts';
import type { Action } from './action.rules.ts';
import type { Condition } from './condition.rules.ts';
import { inTeam, ofDistrictService, ownJobSeeker, referred } from './relations.ts';

/**
 * Who knows that there is a family, what it is called, and who its adults are: the same in every agency, for whichever of
 * them is asked. `families` is the table in which the agency keeps where they live.
 */
export const seeingFamilies = (families: 'families' | 'known_families') => {
  const seeFamily: Action = {
    readers: {
      // The service point is there for every family of the city.
      CARE_COORDINATOR: true,
      CASEWORKER: { anyOf: [inTeam, referred, ofDistrictService(families)] },
      EMPLOYMENT_ADVISOR: { anyOf: [ownJobSeeker, inTeam, referred] },
    },
  };
  /** What only who sees the family may do, and of them those named. */
  const ofFamily = (readers: Partial<Record<Role, Condition>>): Action => ({ within: seeFamily, readers });
  return { seeFamily, ofFamily };
};
