import type { Database } from '@relais/platform/database/database.ts';
import { type Batches, loaderBy, loaderById } from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import { ridesByIds, ridesToMilestones } from './ride.queries.ts';

export const loaders = (db: Database, batches: Batches) => ({
  rides: loaderById(batches, (ids) => ridesByIds(db, ids)),
  rideToMilestone: loaderBy(batches, async (milestoneIds: readonly string[]) => {
    const rides = new Map(
      (await ridesToMilestones(db, milestoneIds)).map((ride) => [ride.milestoneId, ride]),
    );
    return milestoneIds.map((id) => rides.get(id) ?? null);
  }),
});

export type Context = SubgraphContext<ReturnType<typeof loaders>>;
