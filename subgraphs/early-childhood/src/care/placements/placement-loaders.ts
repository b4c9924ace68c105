import type { Database } from '@relais/platform/database/database.ts';
import { type Batches, loaderById, loaderOfMany } from '@relais/platform/database/loaders.ts';
import { pausesOfPlacements, placementsByIds, placementsOfChildren } from './placement.queries.ts';

export const placementLoaders = (db: Database, batches: Batches) => ({
  placements: loaderById(batches, (ids) => placementsByIds(db, ids)),
  placementsOfChild: loaderOfMany(
    batches,
    (ids) => placementsOfChildren(db, ids),
    (placement) => placement.childId,
  ),
  pausesOfPlacement: loaderOfMany(
    batches,
    (ids) => pausesOfPlacements(db, ids),
    (pause) => pause.placementId,
  ),
});
