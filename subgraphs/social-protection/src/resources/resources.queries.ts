import type { Database } from '@relais/platform/database/database.ts';
import { grouped } from '@relais/platform/database/loaders.ts';
import { manyOf, type Relation, related } from '@relais/platform/reading/relation.ts';
import { Any } from 'typeorm';
import { standing, withStanding } from './resources.rules.ts';
import { Resources } from './resources.ts';

const familyOf = ({ familyId }: Resources): string => familyId;

/** Every statement of a family, newest year first and in a year the newest first, replaced ones too. */
const statementsOfEach = manyOf(Resources, {
  rest: (families) => `where asked.family_id = any(${families})
    order by asked.family_id, asked.year desc, asked.recorded_at desc, asked.id desc`,
  keyOf: familyOf,
});

const statementsOfFamilies = async (db: Database, familyIds: string[]): Promise<Resources[]> =>
  withStanding((await related(db, statementsOfEach, familyIds)).flat());

export const statementsOfFamily = (db: Database, familyId: string): Promise<Resources[]> =>
  statementsOfFamilies(db, [familyId]);

/** What counts for each family and year, newest year first, and behind it what a merge left beside it. */
export const resourcesOfFamily: Relation<Resources, Resources[]> = {
  ...statementsOfEach,
  values: (families, found) =>
    grouped(families, standing(withStanding(found.map(({ record }) => record))), familyOf),
};

/** Statements by their ids, whatever became of them. */
export const resourcesByIds = async (db: Database, ids: string[]): Promise<Resources[]> => {
  const asked = await db.findBy(Resources, { id: Any(ids) });
  const all = await statementsOfFamilies(db, [...new Set(asked.map(({ familyId }) => familyId))]);
  return all.filter(({ id }) => ids.includes(id));
};

export const resourcesById = async (db: Database, id: string): Promise<Resources | null> =>
  (await resourcesByIds(db, [id]))[0] ?? null;
