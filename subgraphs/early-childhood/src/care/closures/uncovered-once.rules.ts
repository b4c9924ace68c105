/** The worst last. */
const STATUSES = ['NOT_NEEDED', 'COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED'] as const;

type UncoveredMilestone = {
  readonly milestone: { readonly id: string };
  readonly startsAt: Date;
  readonly status: (typeof STATUSES)[number];
};

const inOrder = (one: UncoveredMilestone, other: UncoveredMilestone): number =>
  one.startsAt.getTime() - other.startsAt.getTime() || (one.milestone.id < other.milestone.id ? -1 : 1);

/** Each milestone once, first to last, as the worst of what the centres of its children leave of its cover. */
export const milestonesOnce = <Uncovered extends UncoveredMilestone>(
  uncovered: readonly Uncovered[],
): Uncovered[] => {
  const worstLast = uncovered.toSorted(
    (one, other) => STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status),
  );
  return [...new Map(worstLast.map((each) => [each.milestone.id, each])).values()].sort(inOrder);
};
