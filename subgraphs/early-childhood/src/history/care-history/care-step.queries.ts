import type { Database } from '@relais/platform/database/database.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Any } from 'typeorm';
import { CareStep } from './care-step.ts';

/** The history of each record, oldest first. */
export const stepsOfSubjects = (db: Database, subjectIds: string[]): Promise<CareStep[]> =>
  db.find(CareStep, { where: { subjectId: Any(subjectIds) }, order: { at: 'ASC', id: 'ASC' } });

export type StepsPage = { readonly rows: number; readonly after: TimelinePosition | null };

const AFTER_ALL: TimelinePosition = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** One page of each family, newest first, in one statement for any number of families. */
export const stepsOfFamilies = (
  db: Database,
  familyIds: string[],
  { rows, after }: StepsPage,
): Promise<CareStep[]> =>
  db
    .createQueryBuilder(CareStep, 'step')
    .where(
      `step.id = any(array(
        select page.id from unnest(cast(:familyIds as uuid[])) as family(id)
        cross join lateral (
          select candidate.id from care_steps candidate
          where candidate.family_id = family.id
            and (candidate.at, candidate.id) < (cast(:at as timestamptz), cast(:id as uuid))
          order by candidate.at desc, candidate.id desc
          limit :rows) page))`,
      { familyIds, rows, ...(after ?? AFTER_ALL) },
    )
    .orderBy('step.at', 'DESC')
    .addOrderBy('step.id', 'DESC')
    .getMany();
