/** The worst last. */
const LOSSES = ['NOT_NEEDED', 'COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED'] as const;

type LostCover = {
  readonly milestone: { readonly id: string };
  readonly startsAt: Date;
  readonly status: (typeof LOSSES)[number];
};

const inOrder = (one: LostCover, other: LostCover): number =>
  one.startsAt.getTime() - other.startsAt.getTime() || (one.milestone.id < other.milestone.id ? -1 : 1);

/** Each milestone once, first to last, as the worst of what the centres of its children leave of its cover. */
export const milestonesOnce = <Lost extends LostCover>(lost: readonly Lost[]): Lost[] => {
  const worstLast = lost.toSorted((one, other) => LOSSES.indexOf(one.status) - LOSSES.indexOf(other.status));
  return [...new Map(worstLast.map((each) => [each.milestone.id, each])).values()].sort(inOrder);
};
