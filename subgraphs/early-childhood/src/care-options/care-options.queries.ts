import type { Database } from '@relais/platform/database/database.ts';
import { Temporal } from 'temporal-polyfill';
import type { Period } from '../bookings/places.rules.ts';
import { Section } from '../centres/section.ts';
import { ADVICE_DAYS } from './advised-day.rules.ts';
import type { CareNeed } from './care-need.ts';
import type { CentreFacts, ChildFacts } from './option-facts.ts';

const CHILDREN_OF_NEEDS = `
  select child.id as "childId", child.birth_date::text as "birthDate",
    case when home.latitude is not null
      then jsonb_build_object('latitude', home.latitude, 'longitude', home.longitude) end as home,
    array(
      select centre_id from bookings
      where child_id = child.id and status in ('CONFIRMED', 'ATTENDED')
        and starts_at between cast($5 as timestamptz) - interval '12 months' and $5
      union
      select section.centre_id from placements join sections section on section.id = placements.section_id
      where placements.child_id = child.id
        and starts_on <= cast($5 as date) and ends_on > cast($5 as date) - interval '12 months'
    ) as "knownCentreIds",
    (select coalesce(jsonb_agg(jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at)), '[]')
      from bookings
      where child_id = child.id and status <> 'CANCELLED'
        and tstzrange(starts_at, ends_at) && tstzrange(need.starts_at, need.ends_at + make_interval(days => $6))
    ) as busy
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[])
    with ordinality as need (child_id, family_id, starts_at, ends_at, number)
  left join children child on child.id = need.child_id
  left join families home on home.id = coalesce(need.family_id, child.family_id)
  order by number`;

type PeriodRow = { readonly startsAt: string; readonly endsAt: string };
type ChildRow = {
  readonly childId: string | null;
  readonly birthDate: string | null;
  readonly home: ChildFacts['home'];
  readonly knownCentreIds: string[];
  readonly busy: readonly PeriodRow[];
};

const periodOf = ({ startsAt, endsAt }: PeriodRow): Period => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

/** The child of each need, in order; `null` where there is none of its id. */
export const childrenOfNeeds = async (
  db: Database,
  needs: readonly CareNeed[],
  now: Date,
): Promise<(ChildFacts | null)[]> => {
  const rows: ChildRow[] = await db.query(CHILDREN_OF_NEEDS, [
    needs.map(({ childId }) => childId),
    needs.map(({ familyId }) => familyId),
    needs.map(({ startsAt }) => startsAt),
    needs.map(({ endsAt }) => endsAt),
    now,
    ADVICE_DAYS,
  ]);
  return rows.map(({ childId, birthDate, home, knownCentreIds, busy }) =>
    childId === null
      ? null
      : {
          birthDate: birthDate === null ? null : Temporal.PlainDate.from(birthDate),
          home,
          knownCentreIds,
          busy: busy.map(periodOf),
        },
  );
};

const CENTRES = `
  select id, latitude, longitude, opening_hours as "openingHours", facilities, care_kinds as "careKinds",
    (select coalesce(jsonb_agg(to_jsonb(section) order by min_age_months, name, section.id), '[]')
      from sections section where section.centre_id = centre.id) as sections,
    (select coalesce(jsonb_agg(jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on)), '[]')
      from closures where centre_id = centre.id and starts_on <= $2 and ends_on >= $1) as closures
  from centres centre`;

type SectionRow = {
  readonly id: string;
  readonly centre_id: string;
  readonly name: string;
  readonly min_age_months: number;
  readonly max_age_months: number;
  readonly places: number;
};
type CentreRow = Omit<CentreFacts, 'sections' | 'closures'> & {
  readonly sections: readonly SectionRow[];
  readonly closures: readonly { readonly startsOn: string; readonly endsOn: string }[];
};

const sectionOf = (row: SectionRow): Section =>
  Object.assign(new Section(), {
    id: row.id,
    centreId: row.centre_id,
    name: row.name,
    minAgeMonths: row.min_age_months,
    maxAgeMonths: row.max_age_months,
    places: row.places,
  } satisfies Omit<Section, never>);

/** All centres of the city, with their sections and their closures of these days. */
export const centresForOptions = async (
  db: Database,
  [from, to]: readonly [Temporal.PlainDate, Temporal.PlainDate],
): Promise<CentreFacts[]> => {
  const rows: CentreRow[] = await db.query(CENTRES, [from.toString(), to.toString()]);
  return rows.map((row) => ({
    ...row,
    sections: row.sections.map(sectionOf),
    closures: row.closures.map(({ startsOn, endsOn }) => ({
      startsOn: Temporal.PlainDate.from(startsOn),
      endsOn: Temporal.PlainDate.from(endsOn),
    })),
  }));
};
