import { inOrder } from '@relais/platform/time/periods.rules.ts';
import type { Side } from './residence-calendar.rules.ts';
import { HolidayHalves, ResidenceException, ResidenceRule } from './residence-rule.ts';
import type { SharedResidence } from './shared-residence.ts';

/** Which family a side is, for who reads a residence with its child. */
export const familyOfSide = ({ familyIds, otherFamilyId }: SharedResidence, side: Side): string =>
  familyIds?.[side] ?? otherFamilyId;

export const rulesShown = (residence: SharedResidence): ResidenceRule[] =>
  residence.rules
    .filter(({ replacedAt }) => replacedAt === null)
    .map(({ first, halves, ...rule }) =>
      Object.assign(new ResidenceRule(), rule, {
        firstFamilyId: familyOfSide(residence, first),
        halves:
          halves &&
          Object.assign(new HolidayHalves(), {
            time: halves.time,
            evenYearsFamilyId: familyOfSide(residence, halves.evenYears),
            oddYearsFamilyId: familyOfSide(residence, halves.oddYears),
          }),
      }),
    );

export const exceptionsShown = (residence: SharedResidence): ResidenceException[] =>
  inOrder(residence.exceptions.filter(({ removedAt }) => removedAt === null)).map(({ side, ...exception }) =>
    Object.assign(new ResidenceException(), exception, { familyId: familyOfSide(residence, side) }),
  );
