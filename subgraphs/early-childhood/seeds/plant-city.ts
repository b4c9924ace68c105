import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { schoolPeriodsOf } from '../src/care/own-arrangements/school-calendar.rules.ts';
import type { Outline } from '../src/centres/districts/place.rules.ts';

/** A district as a city brings it. */
export type SeedDistrict = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
};

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

const PLANT_SCHOOL_PERIODS = `
  insert into school_periods (starts_on, ends_on)
  select * from unnest($1::date[], $2::date[])
  on conflict (starts_on) do nothing`;

/** Districts with their borders. */
export const plantDistricts = async (
  tx: Transaction,
  districts: readonly SeedDistrict[],
  outlines: readonly { readonly number: number; readonly outline: Outline }[],
): Promise<void> => {
  await tx.query(PLANT_DISTRICTS, [JSON.stringify(districts)]);
  await tx.query(DRAW_DISTRICTS, [JSON.stringify(outlines)]);
};

/** The days of these terms on which there is school. */
export const plantSchoolTerms = async (tx: Transaction, terms: readonly Days[]): Promise<void> => {
  const periods = schoolPeriodsOf(terms);
  await tx.query(PLANT_SCHOOL_PERIODS, [
    periods.map(({ startsOn }) => startsOn.toString()),
    periods.map(({ endsOn }) => endsOn.toString()),
  ]);
};

/** Of a city that begins: its centres did not open on the day on which they were put down. */
export const wereThereBefore = async (tx: Transaction): Promise<void> => {
  await tx.query(
    'delete from closures using centres where centre_id = centres.id and is_lasting and ends_on < opened_on',
  );
  await tx.query('update centres set opened_on = null');
};
