import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import { Placement } from './placement.ts';
import { PlacementPause } from './placement-pause.ts';
import { SentWeek } from './sent-week.ts';

export const placementsByIds = (db: Database, ids: string[]): Promise<Placement[]> =>
  db.findBy(Placement, { id: Any(ids) });

export const placementsOfChildren = (db: Database, childIds: string[]): Promise<Placement[]> =>
  db.find(Placement, { where: { childId: Any(childIds) }, order: { startsOn: 'ASC', id: 'ASC' } });

export const pausesOfPlacements = (db: Database, placementIds: string[]): Promise<PlacementPause[]> =>
  db.find(PlacementPause, {
    where: { placementId: Any(placementIds) },
    order: { startsOn: 'ASC', id: 'ASC' },
  });

export const sentWeeksOf = (db: Database, placementId: string): Promise<SentWeek[]> =>
  db.findBy(SentWeek, { placementId });

export const isContinued = (db: Database, placementId: string): Promise<boolean> =>
  db.existsBy(Placement, { continuesId: placementId });
