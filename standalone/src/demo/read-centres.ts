import type pg from 'pg';
import type { DemoCentre, DemoDistrict } from './care-desk.ts';

const DISTRICTS = `
  select id, number, json_build_object('latitude', latitude, 'longitude', longitude) as position
  from districts order by number`;

const CENTRES = `
  select id, name, care_kinds as "careKinds", district_id as "districtId", authorised_places as "authorisedPlaces", is_avip as "isAvip",
    opening_hours as "openingHours",
    coalesce((select json_agg(json_build_object('startsOn', starts_on, 'endsOn', ends_on) order by starts_on)
      from closures where centre_id = centres.id), '[]') as closures,
    coalesce((select json_agg(json_build_object('id', id, 'name', name, 'minAgeMonths', min_age_months,
        'maxAgeMonths', max_age_months, 'places', places) order by id)
      from sections where centre_id = centres.id), '[]') as sections
  from centres order by id`;

export const readDistricts = async (client: pg.ClientBase): Promise<DemoDistrict[]> =>
  (await client.query<DemoDistrict>(DISTRICTS)).rows;

/** The centres as they stand, with when they are open and whom they take. */
export const readCentres = async (client: pg.ClientBase): Promise<DemoCentre[]> =>
  (await client.query<DemoCentre>(CENTRES)).rows;
