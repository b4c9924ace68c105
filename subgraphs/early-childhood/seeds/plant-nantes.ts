import type { Transaction } from '@relais/platform/database/transaction.ts';
import { schoolPeriodsOf } from '../src/care/own-arrangements/school-calendar.rules.ts';
import { nantesCentres, nantesSections } from './nantes-centres.ts';
import { nantesDistricts } from './nantes-districts.ts';
import { nantesOutlines } from './nantes-outlines.ts';
import { nantesTerms } from './nantes-school-terms.ts';

const PLANT_DISTRICTS = `
  insert into districts (id, number, name, latitude, longitude)
  select id, number, name, latitude, longitude
  from jsonb_to_recordset($1::jsonb) as given
    (id uuid, number integer, name text, latitude double precision, longitude double precision)
  on conflict (id) do nothing`;

/** Also into a city that was planted before its districts had borders. */
const DRAW_DISTRICTS = `
  update districts set outline = given.outline
  from jsonb_to_recordset($1::jsonb) as given (number integer, outline jsonb)
  where districts.number = given.number and districts.outline <> given.outline`;

const PLANT_CENTRES = `
  insert into centres (id, name, kind, operator, street, postal_code, city, latitude, longitude, district_id,
    authorised_places, opening_hours, facilities, care_kinds, is_avip)
  select id, name, kind, operator, street, "postalCode", city, latitude, longitude, "districtId",
    "authorisedPlaces", "openingHours", facilities, "careKinds", "isAvip"
  from jsonb_to_recordset($1::jsonb) as given
    (id uuid, name text, kind text, operator text, street text, "postalCode" text, city text,
     latitude double precision, longitude double precision, "districtId" uuid, "authorisedPlaces" integer,
     "openingHours" jsonb, facilities text[], "careKinds" text[], "isAvip" boolean)
  on conflict (id) do nothing`;

const PLANT_SECTIONS = `
  insert into sections (id, centre_id, name, min_age_months, max_age_months, places)
  select id, "centreId", name, "minAgeMonths", "maxAgeMonths", places
  from jsonb_to_recordset($1::jsonb) as given
    (id uuid, "centreId" uuid, name text, "minAgeMonths" integer, "maxAgeMonths" integer, places integer)
  on conflict (id) do nothing`;

const PLANT_SCHOOL_PERIODS = `
  insert into school_periods (starts_on, ends_on)
  select * from unnest($1::date[], $2::date[])
  on conflict (starts_on) do nothing`;

/** The days on which Nantes has school. */
export const plantSchoolPeriods = async (tx: Transaction): Promise<void> => {
  const periods = schoolPeriodsOf(nantesTerms);
  await tx.query(PLANT_SCHOOL_PERIODS, [
    periods.map(({ startsOn }) => startsOn.toString()),
    periods.map(({ endsOn }) => endsOn.toString()),
  ]);
};

/** The districts, centres, sections and school days of Nantes; planting them twice changes nothing. */
export const plantNantes = async (tx: Transaction): Promise<void> => {
  await tx.query(PLANT_DISTRICTS, [JSON.stringify(nantesDistricts)]);
  await tx.query(DRAW_DISTRICTS, [JSON.stringify(nantesOutlines())]);
  await tx.query(PLANT_CENTRES, [JSON.stringify(nantesCentres)]);
  await tx.query(PLANT_SECTIONS, [JSON.stringify(nantesSections)]);
  await plantSchoolPeriods(tx);
};
