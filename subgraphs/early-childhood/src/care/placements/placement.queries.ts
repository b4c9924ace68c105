import type { Database } from '@relais/platform/database/database.ts';
import { manyOf, oneById, related } from '@relais/platform/reading/relation.ts';
import { Placement } from './placement.ts';
import { PlacementPause } from './placement-pause.ts';
import { SentWeek } from './sent-week.ts';

export const placementById = oneById(Placement);

export const placementsOfChild = manyOf(Placement, {
  rest: (keys) => `where asked.child_id = any(${keys}) order by asked.starts_on, asked.id`,
  keyOf: ({ childId }) => childId,
});

export const pausesOfPlacement = manyOf(PlacementPause, {
  rest: (keys) => `where asked.placement_id = any(${keys}) order by asked.starts_on, asked.id`,
  keyOf: ({ placementId }) => placementId,
});

export const pausesOfPlacements = async (db: Database, placementIds: string[]): Promise<PlacementPause[]> =>
  (await related(db, pausesOfPlacement, placementIds)).flat();

export const sentWeeksOf = (db: Database, placementId: string): Promise<SentWeek[]> =>
  db.findBy(SentWeek, { placementId });

export const isContinued = (db: Database, placementId: string): Promise<boolean> =>
  db.existsBy(Placement, { continuesId: placementId });
