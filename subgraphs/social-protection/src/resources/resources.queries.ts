import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import { standing, withStanding } from './resources.rules.ts';
import { Resources } from './resources.ts';

/** Every statement of these families, newest year first and in a year the newest first, replaced ones too. */
const statementsOfFamilies = async (db: Database, familyIds: string[]): Promise<Resources[]> => {
  const recorded = await db.find(Resources, {
    where: { familyId: Any(familyIds) },
    order: { familyId: 'ASC', year: 'DESC', recordedAt: 'DESC', id: 'DESC' },
  });
  return withStanding(recorded);
};

export const statementsOfFamily = (db: Database, familyId: string): Promise<Resources[]> =>
  statementsOfFamilies(db, [familyId]);

/** What counts for each family and year, newest year first, and behind it what a merge left beside it. */
export const resourcesOfFamilies = async (db: Database, familyIds: string[]): Promise<Resources[]> =>
  standing(await statementsOfFamilies(db, familyIds));

/** Statements by their ids, whatever became of them. */
export const resourcesByIds = async (db: Database, ids: string[]): Promise<Resources[]> => {
  const asked = await db.findBy(Resources, { id: Any(ids) });
  const all = await statementsOfFamilies(db, [...new Set(asked.map(({ familyId }) => familyId))]);
  return all.filter(({ id }) => ids.includes(id));
};

export const resourcesById = async (db: Database, id: string): Promise<Resources | null> =>
  (await resourcesByIds(db, [id]))[0] ?? null;
