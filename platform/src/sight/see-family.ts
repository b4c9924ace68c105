import type { Role } from '../auth/user.ts';
import type { Action, Bar } from './action.rules.ts';
import type { Condition } from './condition.rules.ts';
import {
  brokeGlass,
  type Homes,
  inTeam,
  keptOut,
  ofDistrictService,
  ownJobSeeker,
  referred,
} from './relations.ts';

// A restricted file is as absent to whoever is kept from it, so nobody is told why.
const restricted: readonly Bar[] = [{ relation: keptOut, because: 'RESTRICTED' }];

/**
 * Who knows that there is a family, what it is called, and who its adults are: the same in every agency, for whichever of
 * them is asked.
 */
export const seeingFamilies = (homes: Homes) => {
  const seeFamily: Action = {
    readers: {
      // The service point is there for every family of the city.
      CARE_COORDINATOR: true,
      CASEWORKER: { anyOf: [inTeam, referred, ofDistrictService(homes), brokeGlass] },
      EMPLOYMENT_ADVISOR: { anyOf: [ownJobSeeker, inTeam, referred] },
    },
    unless: restricted,
  };
  /** What only who sees the family may do, and of them those named. */
  const ofFamily = (readers: Partial<Record<Role, Condition>>): Action => ({ within: seeFamily, readers });
  /** What is done about families that one does not see, but never about those one is kept from. */
  const ofAnyFamily = (readers: Partial<Record<Role, Condition>>): Action => ({
    readers,
    unless: restricted,
  });
  return { seeFamily, ofFamily, ofAnyFamily };
};
