import type { DataSource } from 'typeorm';

export type City = {
  readonly centres: number;
  readonly families: number;
  readonly placesPerCentre: number;
  /** Days of bookings before and after today. */
  readonly days: number;
};

const CENTRES = `
  with district as (
    insert into districts (id, number, name, latitude, longitude)
    values (gen_random_uuid(), 99, 'Banc d’essai', 47.22, -1.55) returning id)
  insert into centres (id, name, kind, operator, street, postal_code, city, latitude, longitude, district_id,
    authorised_places, opening_hours, facilities, care_kinds, is_avip)
  select gen_random_uuid(), 'Centre ' || number, 'MULTI_PURPOSE', 'MUNICIPAL', number || ' rue du Banc', '44000',
    'Nantes', 47.17 + random() * 0.1, -1.62 + random() * 0.14, district.id, $2,
    (select jsonb_agg(jsonb_build_object('weekday', weekday, 'from', '07:30', 'to', '18:30'))
      from generate_series(1, 5) weekday),
    array['MEALS'], array['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY'], false
  from district, generate_series(1, $1::integer) number`;

const SECTIONS = `
  insert into sections (id, centre_id, name, min_age_months, max_age_months, places)
  select gen_random_uuid(), centres.id, age.name, age.youngest, age.oldest, authorised_places / 3
  from centres, (values ('Les petits', 0, 24), ('Les moyens', 12, 42), ('Les grands', 24, 72))
    as age (name, youngest, oldest)`;

const FAMILIES = `
  insert into families (id, display_name, household_kind, street, postal_code, city, latitude, longitude,
    registered_at, version)
  select gen_random_uuid(), 'Famille ' || number, 'COUPLE', number || ' rue du Banc', '44000', 'Nantes',
    47.17 + random() * 0.1, -1.62 + random() * 0.14, now(), 1
  from generate_series(1, $1::integer) number`;

const CHILDREN = `
  insert into children (id, family_id, first_name, last_name, birth_date, may_be_collected_by, care_alerts, version)
  select gen_random_uuid(), id, 'Enfant', display_name, current_date - (120 + random() * 1500)::integer, '{}', '{}', 1
  from families`;

/** Each place of each section but a few has its child, every working day, morning or whole day. */
const BOOKINGS = `
  with place as (
    select sections.id as section_id, sections.centre_id, row_number() over () as number
    from sections, generate_series(1, places - 1)
  ), child as (
    select id, family_id, row_number() over (order by id) as number from children
  )
  insert into bookings (id, child_id, family_id, section_id, centre_id, kind, status, starts_at, ends_at, version)
  select gen_random_uuid(), child.id, child.family_id, place.section_id, place.centre_id, 'LONG_TERM', 'CONFIRMED',
    (day + time '08:30') at time zone 'Europe/Paris',
    (day + case when place.number % 3 = 0 then time '12:30' else time '17:30' end) at time zone 'Europe/Paris', 1
  from place join child using (number),
    generate_series(current_date - $1::integer, current_date + $1::integer, interval '1 day') day
  where extract(isodow from day) < 6`;

/** A city as large as asked, written without the triggers that would check what is known to fit. */
export const plantCity = async (superuser: DataSource, city: City): Promise<void> => {
  const runner = superuser.createQueryRunner();
  try {
    await runner.query("set session_replication_role = 'replica'");
    await runner.query(CENTRES, [city.centres, city.placesPerCentre]);
    await runner.query(SECTIONS);
    await runner.query(FAMILIES, [city.families]);
    await runner.query(CHILDREN);
    await runner.query(BOOKINGS, [city.days]);
    await runner.query('vacuum analyze');
  } finally {
    await runner.release();
  }
};
