import type { Database } from '@relais/platform/database/database.ts';
import {
  id as anId,
  day,
  instantInJson,
  recordFromJson,
  rowOf,
  rowsOf,
} from '@relais/platform/database/rows.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Facility } from '../../centres/centres/centre-kind.ts';
import { Section } from '../../centres/centres/section.ts';
import { ADVICE_DAYS } from './advised-day.rules.ts';
import type { CareNeed } from './care-need.ts';
import type { CentreFacts, ChildFacts } from './option-facts.ts';

const PeriodRow = rowOf({ startsAt: ['starts_at', instantInJson], endsAt: ['ends_at', instantInJson] });
const position = z.strictObject({ latitude: z.number(), longitude: z.number() });

const KNOWN_CENTRES = `array(
  select centre_id from bookings
  where child_id = child.id and status in ('CONFIRMED', 'ATTENDED')
    and starts_at between cast($5 as timestamptz) - interval '12 months' and $5
  union
  select section.centre_id from placements join sections section on section.id = placements.section_id
  where placements.child_id = child.id
    and starts_on <= cast($5 as date) and ends_on > cast($5 as date) - interval '12 months')`;

const BUSY = `(
  select coalesce(jsonb_agg(${PeriodRow.json}), '[]') from bookings
  where child_id = child.id and status <> 'CANCELLED'
    and tstzrange(starts_at, ends_at) && tstzrange(need.starts_at, need.ends_at + make_interval(days => $6)))`;

const ChildRow = rowOf({
  childId: ['child.id', anId.nullable()],
  birthDate: ['child.birth_date', day.nullable()],
  home: [
    `case when home.latitude is not null
      then jsonb_build_object('latitude', home.latitude, 'longitude', home.longitude) end`,
    position.nullable(),
  ],
  knownCentreIds: [KNOWN_CENTRES, anId.array()],
  busy: [BUSY, PeriodRow.type.array()],
});

const CHILDREN_OF_NEEDS = `
  select ${ChildRow.columns}
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[])
    with ordinality as need (child_id, family_id, starts_at, ends_at, number)
  left join children child on child.id = need.child_id
  left join families home on home.id = coalesce(need.family_id, child.family_id)
  order by number`;

/** The child of each need, in order; `null` where there is none of its id. */
export const childrenOfNeeds = async (
  db: Database,
  needs: readonly CareNeed[],
  now: Date,
): Promise<(ChildFacts | null)[]> => {
  const rows = await rowsOf(db, ChildRow, CHILDREN_OF_NEEDS, [
    needs.map(({ childId }) => childId),
    needs.map(({ familyId }) => familyId),
    needs.map(({ startsAt }) => startsAt),
    needs.map(({ endsAt }) => endsAt),
    now,
    ADVICE_DAYS,
  ]);
  return rows.map(({ childId, ...facts }) => (childId === null ? null : facts));
};

const ClosureRow = rowOf({ startsOn: ['starts_on', day], endsOn: ['ends_on', day] });

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
  sections: [
    `(select coalesce(jsonb_agg(to_jsonb(section) order by min_age_months, name, section.id), '[]')
      from sections section where section.centre_id = centre.id)`,
    z.array(z.unknown()),
  ],
  closures: [
    `(select coalesce(jsonb_agg(${ClosureRow.json}), '[]')
      from closures where centre_id = centre.id and starts_on <= $2 and ends_on >= $1)`,
    ClosureRow.type.array(),
  ],
});

const CENTRES = `select ${CentreRow.columns} from centres centre`;

/** All centres of the city, with their sections and their closures of these days. */
export const centresForOptions = async (
  db: Database,
  [from, to]: readonly [Temporal.PlainDate, Temporal.PlainDate],
): Promise<CentreFacts[]> => {
  const rows = await rowsOf(db, CentreRow, CENTRES, [from.toString(), to.toString()]);
  return rows.map((row) => ({
    ...row,
    sections: row.sections.map((section) => recordFromJson(db, Section, section)),
  }));
};
