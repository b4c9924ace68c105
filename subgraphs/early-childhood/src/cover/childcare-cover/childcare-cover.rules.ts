/** When a milestone takes place, and how long the way is. */
export type MilestoneTimes = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Each way. */
  readonly travelMinutes: number;
};

const MINUTE_MILLISECONDS = 60_000;
const LONGEST_MILESTONE_MINUTES = 14 * 60;
const LONGEST_TRAVEL_MINUTES = 24 * 60;

/** Whether these can be the times of a milestone; one that ends before it starts would fail all asked with it. */
export const isMeasurable = ({ startsAt, endsAt, travelMinutes }: MilestoneTimes): boolean => {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MILLISECONDS;
  const isTravel =
    Number.isInteger(travelMinutes) && travelMinutes >= 0 && travelMinutes <= LONGEST_TRAVEL_MINUTES;
  return isTravel && minutes > 0 && minutes <= LONGEST_MILESTONE_MINUTES;
};
