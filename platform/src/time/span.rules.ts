const MILLISECONDS_PER_HOUR = 3_600_000;
/** Clocks may be set back within the span. */
const longestHours = (days: number): number => days * 24 + 1;

/** Why a span is not one that a screen can show; `null` when it is in order and bounded. */
export const spanProblem = (
  from: Date,
  to: Date,
  mostDays: number,
): 'ENDS_BEFORE_IT_STARTS' | 'SPAN_TOO_LONG' | null => {
  const hours = (to.getTime() - from.getTime()) / MILLISECONDS_PER_HOUR;
  if (hours <= 0) return 'ENDS_BEFORE_IT_STARTS';
  return hours > longestHours(mostDays) ? 'SPAN_TOO_LONG' : null;
};
