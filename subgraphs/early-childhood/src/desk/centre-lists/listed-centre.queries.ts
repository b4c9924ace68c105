import type { Database } from '@relais/platform/database/database.ts';
import { IsNull } from 'typeorm';
import { ListedCentre } from './listed-centre.ts';

/** What was read of the lists of a source before. */
export const listedBy = (db: Database, source: string): Promise<ListedCentre[]> =>
  db.findBy(ListedCentre, { source });

/** What is on lists and no centre yet, by name. */
export const incompleteCentres = (db: Database, source: string | null): Promise<ListedCentre[]> =>
  db.find(ListedCentre, {
    where: { centreId: IsNull(), ...(source !== null && { source }) },
    order: { name: 'ASC', source: 'ASC', key: 'ASC' },
  });
