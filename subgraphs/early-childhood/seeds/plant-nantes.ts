import type { Transaction } from '@relais/platform/database/transaction.ts';
import { nantesCentres, nantesSections } from './nantes-centres.ts';
import { nantesDistricts } from './nantes-districts.ts';
import { nantesOutlines } from './nantes-outlines.ts';
import { nantesTerms } from './nantes-school-terms.ts';
import { plantDistricts, plantSchoolTerms } from './plant-city.ts';

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

/** The days on which Nantes has school. */
export const plantSchoolPeriods = (tx: Transaction): Promise<void> => plantSchoolTerms(tx, nantesTerms);

/** The districts, centres, sections and school days of Nantes; planting them twice changes nothing. */
export const plantNantes = async (tx: Transaction): Promise<void> => {
  await plantDistricts(tx, nantesDistricts, nantesOutlines());
  await tx.query(PLANT_CENTRES, [JSON.stringify(nantesCentres)]);
  await tx.query(PLANT_SECTIONS, [JSON.stringify(nantesSections)]);
  await plantSchoolPeriods(tx);
};
