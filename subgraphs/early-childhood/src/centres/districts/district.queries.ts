import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Temporal } from 'temporal-polyfill';
import { Any } from 'typeorm';
import { z } from 'zod';

import { District } from './district.ts';
import { isServedOn } from './district-service.rules.ts';
import { DistrictService } from './district-service.ts';

/** All of them: there are 11. */
export const allDistricts = (db: Database): Promise<District[]> =>
  db.find(District, { order: { number: 'ASC' } });

/** Of each database those that were read of it last, by their ids. */
const known = new WeakMap<object, ReadonlyMap<string, District>>();

/** Of one database, whoever asks it. */
const databaseOf = (db: Database): object => db.connection.getMetadata(District);

export const knownDistrict = (db: Database, id: string): District | undefined =>
  known.get(databaseOf(db))?.get(id);

/** Reads them for all requests of the process: nothing that it does changes them. */
export const readDistricts = async (db: Database): Promise<District[]> => {
  const districts = await allDistricts(db);
  known.set(databaseOf(db), new Map(districts.map((district) => [district.id, district])));
  return districts;
};

const districtOnMap = rowOf({
  id: ['id', id],
  number: ['number', z.int()],
  latitude: ['latitude', z.number()],
  longitude: ['longitude', z.number()],
  outline: ['outline', z.array(z.tuple([z.number(), z.number()]))],
});

/** All districts with their borders: some 35 kB, asked for when a home is put on the map. */
export const districtsOnMap = (db: Database): Promise<RowFrom<typeof districtOnMap>[]> =>
  rowsOf(db, districtOnMap, `select ${districtOnMap.columns} from districts order by number`);

const OutlineRow = rowOf({
  id: ['id', id],
  outline: ['outline', z.array(z.tuple([z.number(), z.number()]))],
});

/** The borders of some districts. */
export const outlinesOf = (db: Database, ids: readonly string[]): Promise<RowFrom<typeof OutlineRow>[]> =>
  rowsOf(db, OutlineRow, `select ${OutlineRow.columns} from districts where id = any($1::uuid[])`, [ids]);

/** From when districts are served; those of which nobody said it have none. It may change, so it is kept nowhere. */
export const servicesOf = (db: Database, districtIds: readonly string[]): Promise<DistrictService[]> =>
  db.findBy(DistrictService, { districtId: Any([...districtIds]) });

/** The districts whose families are served on a day, by number. */
export const districtsServedOn = async (db: Database, day: Temporal.PlainDate): Promise<District[]> => {
  const districts = await allDistricts(db);
  const services = await servicesOf(
    db,
    districts.map(({ id }) => id),
  );
  const serviceOf = new Map(services.map((service) => [service.districtId, service]));
  return districts.filter(({ id }) => isServedOn(serviceOf.get(id) ?? null, day));
};

/** From when one district is served, held until commit. */
export const lockService = (tx: Transaction, districtId: string): Promise<DistrictService | null> =>
  tx.findOne(DistrictService, { where: { districtId }, lock: { mode: 'for_no_key_update' } });
