import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import { Placement } from './placement.ts';

export const placementsByIds = (db: Database, ids: string[]): Promise<Placement[]> =>
  db.findBy(Placement, { id: Any(ids) });

export const placementsOfChildren = (db: Database, childIds: string[]): Promise<Placement[]> =>
  db.find(Placement, { where: { childId: Any(childIds) }, order: { startsOn: 'ASC', id: 'ASC' } });
