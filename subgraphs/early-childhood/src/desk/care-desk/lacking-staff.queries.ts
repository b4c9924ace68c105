import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';

type Asked = {
  readonly now: Date;
  readonly today: Temporal.PlainDate;
  readonly centreIds: readonly string[] | null;
  readonly add: (value: unknown) => string;
};

/** Today, and the seven days that follow. */
const DAYS_AHEAD = { days: 8 };

const RATIO = `coalesce((
  select ratio from staff_ratios where staff_ratios.centre_id = centre.id and from_day <= local.day
  order by from_day desc limit 1), 'BY_WALKING')`;

/** A centre may become another one in the days ahead. */
const KIND = `case when centre.terms = '[]' then centre.kind
  else centre_terms_on(centre.terms, local.day) ->> 'kind' end`;

/** Children who are there, or are expected; of whom nobody said that it walks counts as one that does not. */
const EXPECTED = `
  select coalesce(child.walks_since <= local.day, false) as walks,
    coalesce(child.birth_date + interval '3 years' <= local.day, false) as is_three
  from bookings booking join children child on child.id = booking.child_id
  where booking.centre_id = staffed.centre_id and booking.status <> 'CANCELLED'
    and booking.status in ('CONFIRMED', 'ATTENDED')
    and booking.starts_at > staffed.starts_at - interval '24 hours'
    and booking.starts_at < staffed.starts_at + interval '30 minutes'
    and coalesce(booking.left_at, booking.ends_at) > staffed.starts_at`;

/** The half-hours to come for which adults are noted, and fewer than the ratio asks for. */
export const lackingStaff = ({ now, today, centreIds, add }: Asked): string => `
  select staffed.centre_id, staffed.starts_at, local.day, needed.adults - staffed.adults as adults
  from staff_half_hours staffed
  join centres centre on centre.id = staffed.centre_id
  cross join lateral (select (staffed.starts_at at time zone 'Europe/Paris')::date as day) local
  cross join lateral (
    select adults_needed(${KIND}, ${RATIO}, count(*) filter (where walks), count(*) filter (where not walks),
      count(*) filter (where not is_three), count(*) filter (where is_three)) as adults
    from (${EXPECTED}) expected
  ) needed
  where staffed.centre_id = any(${add(centreIds ?? [])}::uuid[])
    and staffed.starts_at > ${add(now)}::timestamptz - interval '30 minutes'
    and staffed.starts_at < ${add(startOfDay(today.add(DAYS_AHEAD)))}::timestamptz
    and needed.adults > staffed.adults`;
