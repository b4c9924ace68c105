import type { Database } from '@relais/platform/database/database.ts';
import { loaderById, loaderOfMany, type Waves } from '@relais/platform/database/loaders.ts';
import { pausesOfPlacements, placementsByIds, placementsOfChildren } from './placement.queries.ts';

export const placementLoaders = (db: Database, waves: Waves) => ({
  placements: loaderById(waves, (ids) => placementsByIds(db, ids)),
  placementsOfChild: loaderOfMany(
    waves,
    (ids) => placementsOfChildren(db, ids),
    (placement) => placement.childId,
  ),
  pausesOfPlacement: loaderOfMany(
    waves,
    (ids) => pausesOfPlacements(db, ids),
    (pause) => pause.placementId,
  ),
});
