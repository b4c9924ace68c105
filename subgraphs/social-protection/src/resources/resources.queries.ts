import type { Database } from '@relais/platform/database/database.ts';
import { Resources } from './resources.ts';

/** What counts for each family and year: the newest record, newest year first. */
export const resourcesOfFamilies = (db: Database, familyIds: string[]): Promise<Resources[]> =>
  db
    .createQueryBuilder(Resources, 'resources')
    .distinctOn(['resources.familyId', 'resources.year'])
    .where('resources.familyId = any(:familyIds)', { familyIds })
    .orderBy('resources.familyId')
    .addOrderBy('resources.year', 'DESC')
    .addOrderBy('resources.recordedAt', 'DESC')
    .addOrderBy('resources.id', 'DESC')
    .getMany();

export const resourcesById = (db: Database, id: string): Promise<Resources | null> =>
  db.findOneBy(Resources, { id });
