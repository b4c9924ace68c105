import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import type { Settings } from '../../centres/city-settings/city-settings.rules.ts';
import { ageCountsFrom } from '../../families/families/age.rules.ts';
import { isWaitingRequest } from '../care-requests/care-request.queries.ts';
import { judgedOn, PRIORITY_FACTS, priorityScore } from './priority.queries.ts';

/** A place that becomes free: hours of every week between two days, or one dated stretch. */
export type FreedPlace = {
  readonly lines: readonly WeeklyHours[];
  readonly stretch: Period | null;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** How many requests to name. */
  readonly first: number;
};

const ServedRow = rowOf({ sectionId: ['section_id', id], id: ['id', id], share: ['share', z.number()] });
export type ServedRank = RowFrom<typeof ServedRow>;

const AGE_FROM = ageCountsFrom('child');

/** Day of the care that the freed place could give, first and last. */
const CARE_FROM = 'greatest(request.first_day, $4::date)';
const CARE_TO = 'least(request.last_day, $5::date)';

/** How much of the need lies within the freed place: lines of the week, or dated stretches, each whole or not at all. */
const SHARE = `
  select sum(minutes) filter (where is_served) / sum(minutes) as share from (
    select extract(epoch from (line ->> 'to')::time - (line ->> 'from')::time) as minutes,
      exists (select from freed where freed.weekday = (line ->> 'weekday')::integer
        and freed.from_time <= (line ->> 'from')::time and freed.to_time >= (line ->> 'to')::time) as is_served
    from jsonb_array_elements(request.weekly_pattern) as line
    union all
    select extract(epoch from (stretch ->> 'endsAt')::timestamptz - (stretch ->> 'startsAt')::timestamptz),
      coalesce((stretch ->> 'startsAt')::timestamptz >= $6 and (stretch ->> 'endsAt')::timestamptz <= $7, false)
    from jsonb_array_elements(request.stretches) as stretch) as part`;

const servedText = (seen: string, settings: Settings): string => `
  with freed as materialized (
    select * from unnest($8::integer[], $9::time[], $10::time[]) as line (weekday, from_time, to_time)
  ), suited as materialized (
    select section.id as section_id, request.id, request.submitted_at, need.share::double precision as share, ${PRIORITY_FACTS}
    from care_requests request
    join families family on family.id = request.family_id
    join children child on child.id = request.child_id
    join sections section on section.id = any($3::uuid[])
    join centres centre on centre.id = section.centre_id
    cross join lateral (${SHARE}) as need
    where ${isWaitingRequest('request')}
      and request.last_day >= greatest($1::date, $4::date) and request.first_day <= $5::date
      and request.kind = any(centre.care_kinds) and request.facilities <@ centre.facilities
      and ${AGE_FROM} + interval '10 weeks' <= ${CARE_FROM}
      and ${AGE_FROM} + make_interval(months => section.min_age_months) <= ${CARE_FROM}
      and ${AGE_FROM} + make_interval(months => section.max_age_months) > ${CARE_TO}
      and ${AGE_FROM} + interval '6 years' > ${CARE_TO}
      and need.share > 0 and ${seen}
  ), ranked as (
    select section_id, id, share, row_number() over (
      partition by section_id order by (share < 1), -(${priorityScore(settings)}), submitted_at, id) as rank
    from suited
  )
  select ${ServedRow.columns} from ranked where rank <= $11 order by section_id, rank`;

/** The requests that such a place in each section would serve: those it serves whole first, each by priority. */
export const servedRequests = async (
  db: Database,
  sectionIds: readonly string[],
  { lines, stretch, firstDay, lastDay, first }: FreedPlace,
  today: Temporal.PlainDate,
  seen: SeenFilter,
): Promise<ServedRank[]> => {
  const parameters: unknown[] = [
    ...judgedOn(today),
    sectionIds,
    firstDay.toString(),
    lastDay.toString(),
    stretch?.startsAt ?? null,
    stretch?.endsAt ?? null,
    lines.map(({ weekday }) => weekday),
    lines.map(({ from }) => from.toString()),
    lines.map(({ to }) => to.toString()),
    first,
  ];
  const seenHere = seen('request.family_id', numberedIn(parameters));
  return rowsOf(db, ServedRow, servedText(seenHere, await settingsOn(db, today)), parameters);
};
