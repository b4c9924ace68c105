/** Who is where when. Reads centres, families, shared residences and milestones of the wings below. */
import { loaderById, loaderOfMany, loaderWithArguments } from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import { byId, type LoaderSource, type Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../cover/wing.ts';
import { familiesOfChild } from '../families/families/family-sights.ts';
import type { Permission } from '../permissions.ts';
import {
  type AskedBookings,
  bookingsByIds,
  bookingsOfChildren,
  bookingsOfMilestones,
} from './bookings/booking.queries.ts';
import {
  BookingResolver,
  ChildBookingsResolver,
  MilestoneBookingsResolver,
} from './bookings/booking.resolver.ts';
import { Booking } from './bookings/booking.ts';
import { ClosureResolver } from './closures/closure.resolver.ts';
import { arrangementsOfChildren } from './own-arrangements/own-arrangement.queries.ts';
import { OwnArrangementResolver } from './own-arrangements/own-arrangement.resolver.ts';
import { OwnArrangement } from './own-arrangements/own-arrangement.ts';
import { OwnArrangementChangesResolver } from './own-arrangements/own-arrangement-changes.resolver.ts';
import { SchoolPeriod } from './own-arrangements/school-period.ts';
import { pausesOfPlacements, placementsByIds, placementsOfChildren } from './placements/placement.queries.ts';
import { ChildPlacementsResolver, PlacementResolver } from './placements/placement.resolver.ts';
import { Placement } from './placements/placement.ts';
import { PlacementChangesResolver } from './placements/placement-changes.resolver.ts';
import { PlacementPause } from './placements/placement-pause.ts';
import { SentWeek } from './placements/sent-week.ts';

const bookingLoaders = ({ db, batches }: LoaderSource) => ({
  bookings: loaderById(batches, (ids) => bookingsByIds(db, ids)),
  bookingsOfChild: loaderWithArguments(
    batches,
    (ids, asked: AskedBookings) => bookingsOfChildren(db, ids, asked),
    (booking) => booking.childId,
  ),
  bookingsOfMilestone: loaderOfMany(
    batches,
    (ids) => bookingsOfMilestones(db, ids),
    ({ milestoneId }) => String(milestoneId),
  ),
});

const placementLoaders = ({ db, batches }: LoaderSource) => ({
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

const loaders = (source: LoaderSource) => ({
  ...bookingLoaders(source),
  ...placementLoaders(source),
  ownArrangementsOfChild: loaderOfMany(
    source.batches,
    (ids) => arrangementsOfChildren(source.db, ids),
    (arrangement) => arrangement.childId,
  ),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

const careOfChild = {
  permission: 'care:read' satisfies Permission,
  families: ({ childId }: { readonly childId: string }, context: Context) =>
    familiesOfChild(childId, context),
};

export const care: Wing<Loaders> = {
  resolvers: [
    BookingResolver,
    ChildBookingsResolver,
    MilestoneBookingsResolver,
    PlacementResolver,
    ChildPlacementsResolver,
    PlacementChangesResolver,
    OwnArrangementResolver,
    OwnArrangementChangesResolver,
    ClosureResolver,
  ],
  entities: [Booking, Placement, PlacementPause, SentWeek, OwnArrangement, SchoolPeriod],
  loaders,
  references: {
    Booking: byId(({ bookings }) => bookings),
    Placement: byId(({ placements }) => placements),
  },
  sights: { Booking: careOfChild, Placement: careOfChild },
  concerns: {
    OwnArrangement: careOfChild,
    // Told with a change of a family, which is written down, or with what it belongs to.
    LackingStay: 'OPEN',
    PatternLine: 'OPEN',
    PlaceExplanation: 'OPEN',
    StayObstacle: 'OPEN',
  },
};
