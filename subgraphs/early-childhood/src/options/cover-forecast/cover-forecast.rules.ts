import { merged, overlapOf, type Period, without } from '@relais/platform/time/periods.rules.ts';

/** What a child lacks, and the stretches that could be booked somewhere. */
export type ChildHours = { readonly gaps: readonly Period[]; readonly offered: readonly Period[] };

/** The part of the gaps that could be booked. */
export const bookable = ({ gaps, offered }: ChildHours): Period[] => {
  const stretches = merged(offered);
  return merged(gaps.flatMap((gap) => stretches.flatMap((stretch) => overlapOf(gap, stretch) ?? [])));
};

/** Whether nothing stays open once all that can be is booked. */
export const leavesNothingOpen = (child: ChildHours): boolean =>
  without(child.gaps, bookable(child)).length === 0;

/** When all children have care within a window, and when they could have it. */
export const hoursOfDay = (
  window: Period,
  children: readonly ChildHours[],
): { readonly covered: Period[]; readonly couldBeCovered: Period[] } => {
  const open = merged(children.flatMap(({ gaps }) => gaps));
  const closed = children.flatMap((child) => without(child.gaps, bookable(child)));
  return { covered: without([window], open), couldBeCovered: merged(without(open, closed)) };
};
