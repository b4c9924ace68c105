import type { Database } from '@relais/platform/database/database.ts';
import { District } from './district.ts';

/** All of them: there are 11, and one statement serves every field of a request. */
export const allDistricts = (db: Database): Promise<District[]> =>
  db.find(District, { order: { number: 'ASC' } });
