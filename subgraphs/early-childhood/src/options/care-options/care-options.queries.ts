import type { Database } from '@relais/platform/database/database.ts';
import {
  id as anId,
  day,
  instant,
  instantInJson,
  type RowFrom,
  recordFromJson,
  rowOf,
  rowsOf,
} from '@relais/platform/database/rows.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Stay } from '../../care/bookings/places.rules.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Facility } from '../../centres/centres/centre-kind.ts';
import { Section } from '../../centres/centres/section.ts';
import { termsInJson } from '../../centres/centres/terms-in-json.ts';
import type { CentreFacts, Fullness } from './option-facts.ts';

const time = z
  .string()
  .transform((text) => Temporal.PlainTime.from(text))
  .nullable();

const ClosureRow = rowOf({
  startsOn: ['starts_on', day],
  endsOn: ['ends_on', day],
  opensAt: ['opening_time', time],
  closesAt: ['closing_time', time],
});

const CentreRow = rowOf({
  id: ['id', anId],
  latitude: ['latitude', z.number()],
  longitude: ['longitude', z.number()],
  openingHours: [
    'opening_hours',
    z.array(z.strictObject({ weekday: z.int(), from: z.string(), to: z.string() })),
  ],
  facilities: ['facilities', z.array(z.enum(Facility))],
  careKinds: ['care_kinds', z.array(z.enum(CareKind))],
  terms: ['terms', termsInJson],
  sections: [
    `(select coalesce(jsonb_agg(to_jsonb(section) order by min_age_months, name, section.id), '[]')
      from sections section where section.centre_id = centre.id)`,
    z.array(z.unknown()),
  ],
});

const CentreOfDaysRow = rowOf({
  centre: [`${CentreRow.json}::text`, z.string()],
  closures: [
    `(select coalesce(jsonb_agg(${ClosureRow.json}), '[]')
      from closures where centre_id = centre.id and starts_on <= $2 and ends_on >= $1)`,
    ClosureRow.type.array(),
  ],
});

/** Nobody need hear of one that is closed for good, or opens later. */
const CENTRES = `
  select ${CentreOfDaysRow.columns} from centres centre
  where (closed_from is null or closed_from > $1) and (opened_on is null or opened_on <= $2)`;

type KnownCentre = Omit<CentreFacts, 'closures'>;

const MOST_CENTRES = 2_000;
/** By the text that PostgreSQL answered: reading it took longer than asking for it, and centres hardly change. */
const knownCentres = new Map<string, KnownCentre>();

/** Nobody changes what all requests share. */
const sectionOf = (db: Database, section: unknown): Section =>
  Object.freeze(recordFromJson(db, Section, section));

const centreOf = (db: Database, text: string): KnownCentre => {
  const known = knownCentres.get(text);
  if (known) return known;
  const { sections, ...centre } = CentreRow.type.parse(JSON.parse(text));
  const read = { ...centre, sections: sections.map((section) => sectionOf(db, section)) };
  if (knownCentres.size >= MOST_CENTRES) knownCentres.clear();
  knownCentres.set(text, read);
  return read;
};

/** All centres of the city, with their sections and their closures of these days. */
export const centresForOptions = async (db: Database, { startsOn, endsOn }: Days): Promise<CentreFacts[]> => {
  const rows = await rowsOf(db, CentreOfDaysRow, CENTRES, [startsOn.toString(), endsOn.toString()]);
  return rows.map(({ centre, closures }) => ({ ...centreOf(db, centre), closures }));
};

/** A place that is about to be booked: it counts as taken. */
export type PlannedStay = Stay & { readonly centreId: string };

/** A centre whose places matter during a span of one day. */
export type AskedSpan = Period & { readonly centreId: string };

/** What a section takes on the day of a span. */
const sectionPlaces = (span: string): string =>
  `(case when ${span}.terms = '[]' then sections.places
    else section_places_on(${span}.terms, ${span}.day, sections.id) end)`;

/**
 * A booking lasts 24 hours at most, which bounds the search in the index of the centre. In hours with fewer authorised places the
 * others are taken by nobody in particular; so are those kept for emergencies, of their section.
 */
const STAYS = `
  asked as materialized (
    select span.*, centre.terms, (from_time at time zone 'Europe/Paris')::date as day,
      case when centre.terms = '[]' then centre.authorised_places
        else authorised_places_on(centre.terms, (from_time at time zone 'Europe/Paris')::date)
      end as authorised_places,
      is_taken_by_hour(centre) as is_hourly,
      date_trunc('week', from_time at time zone 'Europe/Paris') as monday
    from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as span (centre_id, from_time, to_time)
    join centres centre on centre.id = span.centre_id
  ), planned_stay as materialized (
    select * from unnest($4::uuid[], $5::uuid[], $6::text[], $7::timestamptz[], $8::timestamptz[])
      as stay (centre_id, section_id, kind, starts_at, ends_at)
  ), stay as materialized (
    select asked.centre_id, from_time, authorised_places, asked.terms, day, section_id,
      (kind <> 'EMERGENCY')::integer as planned, 1 as everyone,
      greatest(starts_at, from_time) as starts_at, least(ends_at, to_time) as ends_at
    from asked, lateral (
      select section_id, kind, starts_at, ends_at from bookings
      where centre_id = asked.centre_id and status <> 'CANCELLED'
        and starts_at > from_time - interval '24 hours' and starts_at < to_time and ends_at > from_time
      union all
      select section_id, kind, starts_at, ends_at from planned_stay
      where centre_id = asked.centre_id and starts_at < to_time and ends_at > from_time) taken
    union all
    select asked.centre_id, from_time, authorised_places, asked.terms, day, hourly.section_id,
      hourly.planned, hourly.everyone,
      hourly.starts_at, hourly.ends_at
    from asked cross join lateral places_taken_by_hour(asked.centre_id, from_time, to_time) hourly
    where asked.is_hourly
  )`;

/** Where fewer stay in the whole span than there are places, no moment of it is full, and none need be looked at. */
const FULL_AT_MOST = `
  taking as materialized (
    select centre_id, from_time, authorised_places, terms, day, section_id, sum(planned)::integer as planned,
      sum(everyone)::integer as everyone
    from stay group by centre_id, from_time, authorised_places, terms, day, section_id
  ), full_at_most as materialized (
    select centre_id, from_time from taking group by centre_id, from_time, authorised_places
    having sum(planned) >= authorised_places or sum(everyone) >= authorised_places * 115 / 100
    union
    select taking.centre_id, from_time from taking join sections on sections.id = section_id
    where planned >= ${sectionPlaces('taking')}
  )`;

/** One more at each start, one less at each end: the running sum is how many there are until the next moment. */
const LEVELS = `
  moment as materialized (
    select centre_id, from_time, section_id, at, sum(change * everyone)::integer as everyone,
      sum(change * planned)::integer as planned
    from stay, lateral (values (starts_at, 1), (ends_at, -1)) as step (at, change)
    where (centre_id, from_time) in (select centre_id, from_time from full_at_most)
    group by centre_id, from_time, section_id, at
  ), section_level as (
    select centre_id, from_time, section_id, sum(planned) over in_order as planned,
      tstzrange(at, lead(at) over in_order) as during
    from moment
    window in_order as (partition by centre_id, from_time, section_id order by at)
  ), centre_level as (
    select centre_id, from_time, sum(sum(planned)::integer) over in_order as planned,
      sum(sum(everyone)::integer) over in_order as everyone, tstzrange(at, lead(at) over in_order) as during
    from moment
    group by centre_id, from_time, at
    window in_order as (partition by centre_id, from_time order by at)
  )`;

const FULL = `
  full_time as materialized (
    select level.centre_id, level.from_time, 'SECTION' as scope, section_id, range_agg(during) as times
    from section_level level join sections on sections.id = section_id
      join asked on asked.centre_id = level.centre_id and asked.from_time = level.from_time
    where level.planned >= ${sectionPlaces('asked')}
    group by level.centre_id, level.from_time, section_id
    union all
    select centre_id, from_time, 'PLANNED', null, range_agg(during)
    from centre_level join asked using (centre_id, from_time)
    where planned >= authorised_places
    group by centre_id, from_time
    union all
    select centre_id, from_time, 'EVERYONE', null, range_agg(during)
    from centre_level join asked using (centre_id, from_time)
    where everyone >= authorised_places * 115 / 100
    group by centre_id, from_time
  )`;

/** Each week of each centre once, however many of its days are asked. */
const WEEKS = `
  week as materialized (
    select centre_id, monday, (extract(epoch from allowed.hours
      - coalesce((
        select sum(ends_at - starts_at) from bookings
        where bookings.centre_id = touched.centre_id and status <> 'CANCELLED'
          and starts_at >= monday at time zone 'Europe/Paris'
          and starts_at < (monday + interval '7 days') at time zone 'Europe/Paris'), interval '0')
      - coalesce((
        select sum(ends_at - starts_at) from planned_stay
        where planned_stay.centre_id = touched.centre_id
          and starts_at >= monday at time zone 'Europe/Paris'
          and starts_at < (monday + interval '7 days') at time zone 'Europe/Paris'), interval '0')) / 60)::integer
      as minutes_left
    from (select distinct centre_id, monday from asked) as touched
    cross join lateral child_hours_in_week(centre_id, monday::date) as allowed
  )`;

const FullTimeRow = rowOf({
  scope: ['scope', z.enum(['SECTION', 'PLANNED', 'EVERYONE'])],
  sectionId: ['section_id', anId.nullable()],
  startsAt: ['lower(during)', instantInJson],
  endsAt: ['upper(during)', instantInJson],
});
type FullTime = RowFrom<typeof FullTimeRow>;

const FullnessRow = rowOf({
  centreId: ['centre_id', anId],
  startsAt: ['from_time', instant],
  weekMinutesLeft: ['minutes_left', z.int()],
  times: [`coalesce(times, '[]')`, FullTimeRow.type.array()],
});
type FullnessRow = RowFrom<typeof FullnessRow>;

const FULLNESS = `with ${STAYS}, ${FULL_AT_MOST}, ${LEVELS}, ${FULL}, ${WEEKS}
  select ${FullnessRow.columns}
  from asked join week using (centre_id, monday) left join (
    select centre_id, from_time, jsonb_agg(${FullTimeRow.json}) as times
    from full_time, unnest(times) as during
    group by centre_id, from_time) as full_times using (centre_id, from_time)`;

const periodOf = ({ startsAt, endsAt }: FullTime): Period => ({ startsAt, endsAt });

const fullnessOf = ({ weekMinutesLeft, times }: FullnessRow): Fullness => {
  const within = (wanted: FullTime['scope']) => times.filter(({ scope }) => scope === wanted);
  return {
    weekMinutesLeft,
    everyone: within('EVERYONE').map(periodOf),
    planned: within('PLANNED').map(periodOf),
    sections: within('SECTION').map((full) => ({ ...periodOf(full), sectionId: String(full.sectionId) })),
  };
};

/** A span by its centre and start. */
export const spanKey = ({ centreId, startsAt }: Pick<AskedSpan, 'centreId' | 'startsAt'>): string =>
  `${centreId} ${startsAt.getTime()}`;

/** When these centres have no place left, in one sweep; spans of one centre start at different times. */
export const fullnessDuring = async (
  db: Database,
  spans: readonly AskedSpan[],
  planned: readonly PlannedStay[],
): Promise<ReadonlyMap<string, Fullness>> => {
  if (spans.length === 0) return new Map();
  const rows = await rowsOf(db, FullnessRow, FULLNESS, [
    spans.map(({ centreId }) => centreId),
    spans.map(({ startsAt }) => startsAt),
    spans.map(({ endsAt }) => endsAt),
    planned.map(({ centreId }) => centreId),
    planned.map(({ sectionId }) => sectionId),
    planned.map(({ kind }) => kind),
    planned.map(({ startsAt }) => startsAt),
    planned.map(({ endsAt }) => endsAt),
  ]);
  return new Map(rows.map((row) => [spanKey(row), fullnessOf(row)]));
};
