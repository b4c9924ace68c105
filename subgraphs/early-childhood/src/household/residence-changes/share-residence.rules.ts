import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { shareReasons } from './share-residence.reasons.ts';

type Period = { readonly familyId: string; readonly startsAt: Date; readonly endsAt: Date };

export type ResidenceAsked = {
  readonly familyId: string;
  readonly otherFamilyId: string;
  /** The family it is shared with already, if any. */
  readonly sharedWith: string | null;
  readonly calendar: readonly Period[];
};

/** Why a child cannot live with these two families by turns, or `null` when it can. */
export const residenceRefusal = (asked: ResidenceAsked): Word<typeof shareReasons> | null => {
  const { familyId, otherFamilyId, sharedWith, calendar } = asked;
  if (otherFamilyId === familyId) return 'SAME_FAMILY';
  if (sharedWith !== null && sharedWith !== otherFamilyId) return 'SHARED_WITH_ANOTHER_FAMILY';
  if (calendar.some((period) => ![familyId, otherFamilyId].includes(period.familyId)))
    return 'PERIOD_OF_ANOTHER_FAMILY';
  return calendar.some(({ startsAt, endsAt }) => startsAt >= endsAt) ? 'ENDS_BEFORE_IT_STARTS' : null;
};

const timesOf = ({ familyId, startsAt, endsAt }: Period): string =>
  `${startsAt.toISOString()} ${endsAt.toISOString()} ${familyId}`;

/** Whether a calendar says what is known from its first start on: saying so again changes nothing. */
export const isKnownCalendar = (calendar: readonly Period[], knownSinceThen: readonly Period[]): boolean => {
  const asked = calendar.map(timesOf).sort();
  const known = knownSinceThen.map(timesOf).sort();
  return asked.length === known.length && asked.every((times, index) => times === known[index]);
};
