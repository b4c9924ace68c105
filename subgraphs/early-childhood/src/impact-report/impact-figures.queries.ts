import type { Database } from '@relais/platform/database/database.ts';
import type { DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { CareKind } from '../centres/care-kind.ts';
import type { CareRow, EmergencyRow } from './impact-figures.rules.ts';

const kinds = Object.values(CareKind);

/** A booking takes place in the quarter in which it starts; one that was cancelled or only held does not. */
const TOOK_PLACE = `
  bookings.status in ('CONFIRMED', 'ATTENDED', 'ABSENT') and bookings.starts_at >= $1 and bookings.starts_at < $2`;

const AREAS = `
  select id as "districtId" from districts
  union all select null where exists (select from families where district_id is null)`;

/** All districts, and `null` when that of some family is not known. */
export const areasOfFamilies = (db: Database): Promise<DistrictRow[]> => db.query(AREAS);

const SERVED = `
  select family_id, ${kinds.map((kind) => `bool_or(kind = '${kind}') as "${kind}"`).join(', ')}
  from bookings where ${TOOK_PLACE} group by family_id`;

/** A placement that continues another, after a change of hours or a renewal, has lasted since the first of them. */
const LASTING = `
  lasting as (
    select id, family_id, starts_on as since, starts_on, ends_on from placements where continues_id is null
    union all
    select next.id, next.family_id, lasting.since, next.starts_on, next.ends_on
    from placements next join lasting on next.continues_id = lasting.id
  )`;

/** A cover told of other times than the milestone had says nothing; recording its outcome counts one version more. */
const STABILISED = `
  select family_id from lasting
  where starts_on <= $4 and ends_on >= $3 and since + interval '3 months' <= least(ends_on, $4::date) + 1
  union
  select milestone.family_id from known_milestones milestone
  join published_covers cover on cover.milestone_id = milestone.id and milestone_version >= version - 1
  where milestone.status = 'ATTENDED' and starts_at >= $1 and starts_at < $2 and cover.status = 'COVERED'`;

const FAMILIES_SERVED = `
  with recursive ${LASTING}
  select families.district_id as "districtId", count(*)::int as registered, count(served.family_id)::int as served,
    count(*) filter (where served.family_id is not null and stabilised.family_id is not null)::int as stabilised,
    ${kinds.map((kind) => `count(*) filter (where "${kind}")::int as "${kind}"`).join(', ')}
  from families
  left join (${SERVED}) served on served.family_id = families.id
  left join (${STABILISED}) stabilised on stabilised.family_id = families.id
  where families.merged_into is null and (served.family_id is not null or families.registered_at < $2
    or exists (select from families merged where merged.merged_into = families.id and merged.registered_at < $2))
  group by families.district_id`;

const instantsOf = ({ from, to }: Quarter): [Date, Date] => [
  startOfDay(from),
  startOfDay(to.add({ days: 1 })),
];

/** Families registered (one that was merged into another is no family more) and served, by kind, and those with a stabilising or positive outcome, in every district. */
export const familiesServed = (db: Database, quarter: Quarter): Promise<CareRow[]> =>
  db.query(FAMILIES_SERVED, [...instantsOf(quarter), quarter.from.toString(), quarter.to.toString()]);

const EMERGENCIES = `
  select families.district_id as "districtId", grouping(families.district_id) = 1 as "isCity",
    count(*)::int as bookings, count(distinct families.id)::int as families,
    percentile_cont(0.5) within group (order by extract(epoch from starts_at - booked_at) / 60) as "medianNoticeMinutes"
  from bookings join families on families.id = bookings.family_id
  where kind = 'EMERGENCY' and booked_at is not null and ${TOOK_PLACE}
  group by grouping sets ((families.district_id), ())`;

/** The notice of emergency care, in every district and in the city. */
export const emergencyNotice = (db: Database, quarter: Quarter): Promise<EmergencyRow[]> =>
  db.query(EMERGENCIES, instantsOf(quarter));
