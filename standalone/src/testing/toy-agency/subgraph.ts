import { caseworker } from '@relais/platform/auth/user.ts';
import { sqlFilesIn } from '@relais/platform/database/sql-files.ts';
import { defineSubgraph } from '@relais/platform/subgraph.ts';
import { type Context, loaders } from './loaders.ts';
import { MilestoneReference } from './milestone-reference.ts';
import { RideResolver } from './ride.resolver.ts';
import { Ride } from './ride.ts';

/** A fourth agency, as a city might add one: it gives every milestone the ride to it. */
export const mobility = defineSubgraph({
  name: 'mobility',
  resolvers: [RideResolver],
  orphanedTypes: [MilestoneReference],
  entities: [Ride],
  migrations: sqlFilesIn('mobility', new URL('./migrations/', import.meta.url)),
  loaders,
  references: {
    Milestone: ({ id }) => Object.assign(new MilestoneReference(), { id: String(id) }),
    Ride: ({ id }, context: Context) => context.loaders.rides.load(String(id)),
  },
  sights: { Milestone: 'OPEN', Ride: 'OPEN' },
  categories: { 'ride:read': 'JOB_SEARCH' },
  permissions: { 'ride:read': [caseworker] },
  changers: {},
  publishes: {},
  receives: {},
});
