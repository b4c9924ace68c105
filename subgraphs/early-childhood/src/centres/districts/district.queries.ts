import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { z } from 'zod';
import { District } from './district.ts';

/** All of them: there are 11, and one statement serves every field of a request. */
export const allDistricts = (db: Database): Promise<District[]> =>
  db.find(District, { order: { number: 'ASC' } });

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
