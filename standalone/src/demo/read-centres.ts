import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type pg from 'pg';
import { z } from 'zod';
import type { DemoCentre, DemoDistrict } from './care-desk.ts';

const PositionRow = rowOf({ latitude: ['latitude', z.number()], longitude: ['longitude', z.number()] });
const DistrictRow = rowOf({
  id: ['id', id],
  number: ['number', z.int()],
  position: [PositionRow.json, PositionRow.type],
});
const DISTRICTS = `select ${DistrictRow.columns} from districts order by number`;

/** The demo counts days by their text. */
const ClosureRow = rowOf({ startsOn: ['starts_on', z.iso.date()], endsOn: ['ends_on', z.iso.date()] });
const SectionRow = rowOf({
  id: ['id', id],
  name: ['name', z.string()],
  minAgeMonths: ['min_age_months', z.int()],
  maxAgeMonths: ['max_age_months', z.int()],
  places: ['places', z.int()],
});
const careKind = z.enum(['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY']);
const line = z.strictObject({ weekday: z.int(), from: z.string(), to: z.string() });

const CentreRow = rowOf({
  id: ['id', id],
  name: ['name', z.string()],
  careKinds: ['care_kinds', careKind.array()],
  districtId: ['district_id', id],
  authorisedPlaces: ['authorised_places', z.int()],
  isAvip: ['is_avip', z.boolean()],
  openingHours: ['opening_hours', line.array()],
  closures: [
    `coalesce((select jsonb_agg(${ClosureRow.json} order by starts_on)
      from closures where centre_id = centres.id), '[]')`,
    ClosureRow.type.array(),
  ],
  sections: [
    `coalesce((select jsonb_agg(${SectionRow.json} order by id) from sections where centre_id = centres.id), '[]')`,
    SectionRow.type.array(),
  ],
});
const CENTRES = `select ${CentreRow.columns} from centres order by id`;

export const readDistricts = (client: pg.ClientBase): Promise<DemoDistrict[]> =>
  rowsOf(client, DistrictRow, DISTRICTS);

/** The centres as they stand, with when they are open and whom they take. */
export const readCentres = (client: pg.ClientBase): Promise<DemoCentre[]> =>
  rowsOf(client, CentreRow, CENTRES);
