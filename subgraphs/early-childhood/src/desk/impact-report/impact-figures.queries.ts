import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { z } from 'zod';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { isHomeProtected } from '../../families/family-addresses/protected-home.ts';

const kinds = Object.values(CareKind);

/**
 * A booking takes place in the quarter in which it starts; one that was cancelled before, or only held, does not. Cancelled after it
 * had begun it counts as an absence does.
 */
const TOOK_PLACE = `
  (bookings.status in ('CONFIRMED', 'ATTENDED', 'ABSENT') or bookings.cancelled_after_start)
  and bookings.starts_at >= $1 and bookings.starts_at < $2`;

/** The families, each in the district where it lived on a day; hardly any has moved since. A protected address is of none, as the other agencies count it. */
const familiesOn = (day: string): string => `(
  select families.id, merged_into, registered_at,
    case when ${isHomeProtected('families.id')} then null
      when past.family_id is null then families.district_id else past.district_id end as district_id
  from families
  left join (
    select distinct on (family_id) family_id, district_id from family_addresses
    where from_day <= ${day}::date and until_day > ${day}::date
    order by family_id, from_day desc, id desc
  ) past on past.family_id = families.id
) family`;

const district = { districtId: ['district_id', id.nullable()] } as const;

const areaRow = rowOf(district);

const AREAS = `
  select ${areaRow.columns} from (
    select id as district_id from districts
    union all select null where exists (select from ${familiesOn('$1')} where district_id is null)
  ) area`;

/** All districts, and `null` when that of some family is not known. */
export const areasOfFamilies = (db: Database, { to }: Quarter): Promise<DistrictRow[]> =>
  rowsOf(db, areaRow, AREAS, [to.toString()]);

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

const servedBy = (kind: CareKind) => [`count(*) filter (where "${kind}")::int`, z.int()] as const;

const careRow = rowOf({
  ...district,
  registered: ['count(*)::int', z.int()],
  served: ['count(served.family_id)::int', z.int()],
  stabilised: [
    'count(*) filter (where served.family_id is not null and stabilised.family_id is not null)::int',
    z.int(),
  ],
  LONG_TERM: servedBy('LONG_TERM'),
  SHORT_TERM: servedBy('SHORT_TERM'),
  FLEXIBLE: servedBy('FLEXIBLE'),
  EMERGENCY: servedBy('EMERGENCY'),
});
export type CareRow = RowFrom<typeof careRow>;

const FAMILIES_SERVED = `
  with recursive ${LASTING}
  select ${careRow.columns}
  from ${familiesOn('$4')}
  left join (${SERVED}) served on served.family_id = family.id
  left join (${STABILISED}) stabilised on stabilised.family_id = family.id
  where family.merged_into is null and (served.family_id is not null or family.registered_at < $2
    or exists (select from families merged where merged.merged_into = family.id and merged.registered_at < $2))
  group by district_id`;

const instantsOf = ({ from, to }: Quarter): [Date, Date] => [
  startOfDay(from),
  startOfDay(to.add({ days: 1 })),
];

/** Families registered (one that was merged into another is no family more) and served, by kind, and those with a stabilising or positive outcome, in every district. */
export const familiesServed = (db: Database, quarter: Quarter): Promise<CareRow[]> =>
  rowsOf(db, careRow, FAMILIES_SERVED, [
    ...instantsOf(quarter),
    quarter.from.toString(),
    quarter.to.toString(),
  ]);

const emergencyRow = rowOf({
  ...district,
  isCity: ['grouping(district_id) = 1', z.boolean()],
  bookings: ['count(*)::int', z.int()],
  families: ['count(distinct family.id)::int', z.int()],
  medianNoticeMinutes: [
    'percentile_cont(0.5) within group (order by extract(epoch from starts_at - booked_at) / 60)',
    z.number().nullable(),
  ],
});
export type EmergencyRow = RowFrom<typeof emergencyRow>;

const EMERGENCIES = `
  select ${emergencyRow.columns}
  from bookings join ${familiesOn('$3')} on family.id = bookings.family_id
  where kind = 'EMERGENCY' and booked_at is not null and ${TOOK_PLACE}
  group by grouping sets ((district_id), ())`;

/** The notice of emergency care, in every district and in the city. */
export const emergencyNotice = (db: Database, quarter: Quarter): Promise<EmergencyRow[]> =>
  rowsOf(db, emergencyRow, EMERGENCIES, [...instantsOf(quarter), quarter.to.toString()]);

/** The rows of a closed quarter, as they were stored. */
export const careCounts = z.object({
  care: careRow.type.array(),
  emergencies: emergencyRow.type.array(),
  areas: areaRow.type.array(),
});
