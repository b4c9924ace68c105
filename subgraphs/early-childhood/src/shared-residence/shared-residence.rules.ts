export type ResidenceAsked = {
  readonly familyId: string;
  readonly otherFamilyId: string;
  /** The family it is shared with already, if any. */
  readonly sharedWith: string | null;
  readonly calendar: readonly {
    readonly familyId: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
  }[];
};

export type ResidenceRefusal =
  | 'SAME_FAMILY'
  | 'SHARED_WITH_ANOTHER_FAMILY'
  | 'PERIOD_OF_ANOTHER_FAMILY'
  | 'ENDS_BEFORE_IT_STARTS';

/** Why a child cannot live with these two families by turns, or `null` when it can. */
export const residenceRefusal = (asked: ResidenceAsked): ResidenceRefusal | null => {
  const { familyId, otherFamilyId, sharedWith, calendar } = asked;
  if (otherFamilyId === familyId) return 'SAME_FAMILY';
  if (sharedWith !== null && sharedWith !== otherFamilyId) return 'SHARED_WITH_ANOTHER_FAMILY';
  if (calendar.some((period) => ![familyId, otherFamilyId].includes(period.familyId)))
    return 'PERIOD_OF_ANOTHER_FAMILY';
  return calendar.some(({ startsAt, endsAt }) => startsAt >= endsAt) ? 'ENDS_BEFORE_IT_STARTS' : null;
};
