import type { Database } from '@relais/platform/database/database.ts';
import { recordsOf } from '@relais/platform/database/hydration.ts';
import { oneById } from '@relais/platform/reading/relation.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { Any } from 'typeorm';
import { Centre } from './centre.ts';
import { Closure } from './closure.ts';
import { Section } from './section.ts';

export const centreById = oneById(Centre);
export const sectionById = oneById(Section);

export const centresByIds = (db: Database, ids: string[]): Promise<Centre[]> =>
  db.findBy(Centre, { id: Any(ids) });

export const centresOf = (db: Database, districtId: string | null): Promise<Centre[]> =>
  db.find(Centre, { where: districtId ? { districtId } : {}, order: { name: 'ASC', id: 'ASC' } });

export const sectionsOfCentres = (db: Database, centreIds: string[]): Promise<Section[]> =>
  db.find(Section, {
    where: { centreId: Any(centreIds) },
    order: { minAgeMonths: 'ASC', name: 'ASC', id: 'ASC' },
  });

export const closuresDuring = (
  db: Database,
  centreIds: string[],
  { startsOn, endsOn }: Days,
): Promise<Closure[]> =>
  recordsOf(
    db,
    Closure,
    {
      alias: 'closure',
      rest: `where closure.centre_id = any($1) and closure.starts_on <= $2 and closure.ends_on >= $3
        order by closure.starts_on, closure.id`,
    },
    [centreIds, endsOn.toString(), startsOn.toString()],
  );
