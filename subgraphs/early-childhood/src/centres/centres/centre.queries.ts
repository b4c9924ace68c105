import type { Database } from '@relais/platform/database/database.ts';
import type { Temporal } from 'temporal-polyfill';
import { Any } from 'typeorm';
import { Centre } from './centre.ts';
import { Closure } from './closure.ts';
import { Section } from './section.ts';

export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

export const centresByIds = (db: Database, ids: string[]): Promise<Centre[]> =>
  db.findBy(Centre, { id: Any(ids) });

export const centresOf = (db: Database, districtId: string | null): Promise<Centre[]> =>
  db.find(Centre, { where: districtId ? { districtId } : {}, order: { name: 'ASC', id: 'ASC' } });

export const sectionsByIds = (db: Database, ids: string[]): Promise<Section[]> =>
  db.findBy(Section, { id: Any(ids) });

export const sectionsOfCentres = (db: Database, centreIds: string[]): Promise<Section[]> =>
  db.find(Section, {
    where: { centreId: Any(centreIds) },
    order: { minAgeMonths: 'ASC', name: 'ASC', id: 'ASC' },
  });

export const closuresDuring = (db: Database, centreIds: string[], days: Days): Promise<Closure[]> =>
  db
    .createQueryBuilder(Closure, 'closure')
    .where('closure.centre_id = any(:centreIds)', { centreIds })
    .andWhere('closure.starts_on <= :to and closure.ends_on >= :from', {
      from: days.from.toString(),
      to: days.to.toString(),
    })
    .orderBy('closure.startsOn')
    .addOrderBy('closure.id')
    .getMany();
