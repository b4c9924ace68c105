export const LONGEST_SPAN_DAYS = 92;

const MILLISECONDS_PER_HOUR = 3_600_000;
/** Two changes of clocks may lie within the span. */
const LONGEST_SPAN_HOURS = LONGEST_SPAN_DAYS * 24 + 1;

/** Whether a span of bookings is one a screen can show: in order and bounded. */
export const isReadableSpan = (from: Date, to: Date): boolean => {
  const hours = (to.getTime() - from.getTime()) / MILLISECONDS_PER_HOUR;
  return hours > 0 && hours <= LONGEST_SPAN_HOURS;
};
