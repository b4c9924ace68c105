/** Who is where when. Reads centres, families, shared residences and milestones of the wings below. */
import { correctionLoaders } from '@relais/platform/corrections/correction.queries.ts';
import { loaderById, loaderOfMany, loaderWithArguments } from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import { byId, type LoaderSource, type Wing } from '@relais/platform/wing.ts';
import { milestonesByIds } from '../cover/known-milestones/known-milestone.queries.ts';
import type { Loaders as Below } from '../cover/wing.ts';
import { familiesOfChild } from '../families/families/family-sights.ts';
import type { Permission } from '../permissions.ts';
import { AttendanceResolver, BookingAttendanceResolver } from './attendance/attendance.resolver.ts';
import { AttendanceWord } from './attendance/attendance-word.ts';
import { bookingsBeside } from './attendance/half-hours-due.queries.ts';
import {
  askedBookings,
  bookingOfId,
  bookingsOfChild,
  bookingsOfMilestone,
} from './bookings/booking.queries.ts';
import {
  BookingResolver,
  ChildBookingsResolver,
  MilestoneBookingsResolver,
} from './bookings/booking.resolver.ts';
import { Booking } from './bookings/booking.ts';
import { LeftBookingsResolver } from './bookings/left-bookings.resolver.ts';
import { careLeftToPay, type LeftToPayPage } from './bookings/left-to-pay.queries.ts';
import { CareLeftToPayResolver } from './bookings/left-to-pay.resolver.ts';
import { familiesReadingCare } from './bookings/whose-care.ts';
import { ClosureResolver } from './closures/closure.resolver.ts';
import { ShortenedStay } from './closures/shortened-stay.ts';
import { arrangementsOfChildren } from './own-arrangements/own-arrangement.queries.ts';
import { OwnArrangementResolver } from './own-arrangements/own-arrangement.resolver.ts';
import { OwnArrangement } from './own-arrangements/own-arrangement.ts';
import { OwnArrangementChangesResolver } from './own-arrangements/own-arrangement-changes.resolver.ts';
import { SchoolPeriod } from './own-arrangements/school-period.ts';
import { SchoolTermsResolver } from './own-arrangements/school-terms.resolver.ts';
import { pausesOfPlacement, placementById, placementsOfChild } from './placements/placement.queries.ts';
import { ChildPlacementsResolver, PlacementResolver } from './placements/placement.resolver.ts';
import { Placement } from './placements/placement.ts';
import { PlacementChangesResolver } from './placements/placement-changes.resolver.ts';
import { PlacementPause } from './placements/placement-pause.ts';
import { SentWeek } from './placements/sent-week.ts';
import { StaffHalfHour } from './staff-present/staff-half-hour.ts';
import { StaffPresentResolver } from './staff-present/staff-present.resolver.ts';
import { ChosenRatio } from './staff-present/staff-ratio.ts';

const loaders = ({ db, batches, reading }: LoaderSource) => ({
  ...correctionLoaders(db, batches),
  bookings: reading.loader(bookingOfId),
  bookingsBeside: loaderOfMany(
    batches,
    (ids) => bookingsBeside(db, ids),
    (row) => row.of,
  ),
  bookingsOfChild: reading.loader(bookingsOfChild),
  bookingsOfMilestone: reading.loader(bookingsOfMilestone),
  careLeftToPay: loaderWithArguments(
    batches,
    (ids, page: LeftToPayPage) => careLeftToPay(db, ids, page),
    (row) => row.familyId,
  ),
  knownMilestones: loaderById(batches, (ids) => milestonesByIds(db, ids)),
  placements: reading.loader(placementById),
  placementsOfChild: reading.loader(placementsOfChild),
  pausesOfPlacement: reading.loader(pausesOfPlacement),
  ownArrangementsOfChild: loaderOfMany(
    batches,
    (ids) => arrangementsOfChildren(db, ids),
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

/** What a family pays of a child that has another file now is its own alone. */
const paidCare = { ...careOfChild, families: familiesReadingCare };

export const care: Wing<Loaders> = {
  resolvers: [
    BookingResolver,
    BookingAttendanceResolver,
    AttendanceResolver,
    ChildBookingsResolver,
    MilestoneBookingsResolver,
    LeftBookingsResolver,
    CareLeftToPayResolver,
    PlacementResolver,
    ChildPlacementsResolver,
    PlacementChangesResolver,
    OwnArrangementResolver,
    OwnArrangementChangesResolver,
    SchoolTermsResolver,
    ClosureResolver,
    StaffPresentResolver,
  ],
  entities: [
    ChosenRatio,
    StaffHalfHour,
    Booking,
    AttendanceWord,
    ShortenedStay,
    Placement,
    PlacementPause,
    SentWeek,
    OwnArrangement,
    SchoolPeriod,
  ],
  loaders,
  references: {
    Booking: byId(({ bookings }) => bookings),
    Placement: byId(({ placements }) => placements),
  },
  links: {
    Child: {
      bookings: { loader: 'bookingsOfChild', key: 'id', asked: askedBookings },
      placements: { loader: 'placementsOfChild', key: 'id' },
    },
    Booking: { section: { loader: 'sections', key: 'sectionId' } },
    Placement: {
      pauses: { loader: 'pausesOfPlacement', key: 'id' },
      section: { loader: 'sections', key: 'sectionId' },
      status: { loader: 'pausesOfPlacement', key: 'id' },
    },
  },
  sights: { Booking: paidCare, Placement: paidCare },
  concerns: {
    OwnArrangement: careOfChild,
    // Told with a change of a family, which is written down, or with what it belongs to.
    LackingStay: 'OPEN',
    NotedAttendance: 'OPEN',
    PatternLine: 'OPEN',
    PlaceExplanation: 'OPEN',
    StayObstacle: 'OPEN',
  },
};
