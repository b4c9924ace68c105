/** SQL: the half-hours due of a booking, as `halfHoursDue` says it; a test compares them. */
export const halfHoursDueOf = (booking: string): string => `(
  case when ${booking}.status = 'HELD' or (${booking}.status = 'CANCELLED' and not ${booking}.cancelled_after_start) then 0
    else ceil(extract(epoch from greatest(${booking}.ends_at, ${booking}.left_at)) / 1800)
      - floor(extract(epoch from least(${booking}.starts_at, ${booking}.arrived_at)) / 1800) end)::integer`;
