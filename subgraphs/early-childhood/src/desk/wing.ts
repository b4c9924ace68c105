/** The day at the desk: centres, calls to make, figures. Reads tables of all wings below; has that of the city’s lists of centres. */
import { loaderOfMany, loaderWithArguments, onceFor } from '@relais/platform/database/loaders.ts';
import type { DeskItem } from '@relais/platform/desk/desk-item.ts';
import type { NewsItem } from '@relais/platform/desk/news.ts';
import {
  CLOSE_QUARTER,
  closeQuarterJob,
  nextClosing,
  quarterLoaders,
} from '@relais/platform/statistics/closed-quarters.ts';
import { reportKeyOf } from '@relais/platform/statistics/report-key.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import type { LoaderSource, Wing } from '@relais/platform/wing.ts';
import type { Temporal } from 'temporal-polyfill';
import { staffOnDay } from '../care/staff-present/staff-present.queries.ts';
import { familiesOfChild } from '../families/families/family-sights.ts';
import type { Loaders as Below } from '../household/wing.ts';
import type { Permission } from '../permissions.ts';
import {
  strayBookings,
  suspendedSupport,
  uncoveredMilestones,
  waitingRequests,
} from './care-attention/care-attention.queries.ts';
import { CareAttentionResolver } from './care-attention/care-attention.resolver.ts';
import { CareDeskResolver } from './care-desk/care-desk.resolver.ts';
import { CareNewsResolver } from './care-news/care-news.resolver.ts';
import { CentreChangesResolver } from './centre-changes/centre-changes.resolver.ts';
import { sectionsOnDay, staysOnDay } from './centre-day/centre-day.queries.ts';
import { CentreDayResolver, ExpectedChildResolver } from './centre-day/centre-day.resolver.ts';
import type { CentreDay, ExpectedChild } from './centre-day/centre-day.ts';
import { CentreStaffingResolver } from './centre-day/centre-staffing.resolver.ts';
import { CentreListResolver } from './centre-lists/centre-list.resolver.ts';
import { ListedCentre } from './centre-lists/listed-centre.ts';
import { bookedDaysOfWeek } from './centre-week/centre-week.queries.ts';
import { CentreWeekResolver } from './centre-week/centre-week.resolver.ts';
import type { CentreWeek } from './centre-week/centre-week.ts';
import { FreePlacesResolver } from './free-places/free-places.resolver.ts';
import { countingCare } from './impact-report/count-care.ts';
import { ImpactReportResolver } from './impact-report/impact-report.resolver.ts';
import { asReport } from './impact-report/open-impact-report.ts';
import { childrenOfMonth } from './insertion-places/insertion-places.queries.ts';
import { InsertionPlacesResolver } from './insertion-places/insertion-places.resolver.ts';

const centreLoaders = ({ db, batches, sight }: LoaderSource) => ({
  sectionsOnDay: loaderWithArguments(
    batches,
    (ids, day: Temporal.PlainDate) => sectionsOnDay(db, ids, day),
    ({ section }) => section.centreId,
  ),
  staysOnDay: loaderWithArguments(
    batches,
    (ids, day: Temporal.PlainDate) =>
      staysOnDay(db, ids, day, sight.filter('care:read' satisfies Permission)),
    ({ booking }) => booking.centreId,
  ),
  staffOnDay: loaderWithArguments(
    batches,
    (ids, day: Temporal.PlainDate) => staffOnDay(db, ids, day),
    ({ centreId }) => centreId,
  ),
  shownDayOnce: onceFor<CentreDay>(),
  shownWeekOnce: onceFor<CentreWeek>(),
  bookedDaysOfWeek: loaderWithArguments(
    batches,
    (ids, monday: Temporal.PlainDate) => bookedDaysOfWeek(db, ids, monday),
    ({ centreId }) => centreId,
  ),
  childrenOfMonth: loaderWithArguments(
    batches,
    (ids, month: Days) => childrenOfMonth(db, ids, month),
    ({ centreId }) => centreId,
  ),
});

/** Each kind of matter is one statement for any number of families. */
const attentionLoaders = ({ db, batches, now }: LoaderSource) => {
  const ofFamily = <Row extends { familyId: string }>(find: (familyIds: string[]) => Promise<Row[]>) =>
    loaderOfMany(batches, find, ({ familyId }) => familyId);
  return {
    uncoveredMilestonesOfFamily: ofFamily((ids) => uncoveredMilestones(db, ids, now)),
    strayBookingsOfFamily: ofFamily((ids) => strayBookings(db, ids, now)),
    waitingRequestsOfFamily: ofFamily((ids) => waitingRequests(db, ids, now)),
    suspendedSupportOfFamily: ofFamily((ids) => suspendedSupport(db, ids, dayOf(now).toString())),
  };
};

const loaders = (source: LoaderSource) => ({
  ...centreLoaders(source),
  ...attentionLoaders(source),
  ...quarterLoaders(source.own, source.batches, countingCare, source.now),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

export const desk: Wing<Loaders> = {
  resolvers: [
    CentreChangesResolver,
    CentreListResolver,
    CentreDayResolver,
    ExpectedChildResolver,
    CentreStaffingResolver,
    CentreWeekResolver,
    InsertionPlacesResolver,
    CareAttentionResolver,
    CareDeskResolver,
    CareNewsResolver,
    FreePlacesResolver,
    ImpactReportResolver,
  ],
  entities: [ListedCentre],
  loaders,
  references: {
    ImpactReport: (reference, { now, sight }) =>
      sight.mayEver('impact-report:read' satisfies Permission) ? asReport(reportKeyOf(reference, now)) : null,
  },
  sights: { ImpactReport: 'OPEN' },
  concerns: {
    ExpectedChild: {
      permission: 'centre-day:read' satisfies Permission,
      families: ({ booking }: ExpectedChild, context: Context) => familiesOfChild(booking.childId, context),
    },
    DeskItem: {
      permission: 'care-desk:read' satisfies Permission,
      families: ({ concerns }: DeskItem) => (concerns ? [concerns] : []),
    },
    NewsItem: {
      permission: 'care-news:read' satisfies Permission,
      families: ({ concerns }: NewsItem) => (concerns ? [concerns] : []),
    },
    AvipShare: 'OPEN',
    ListedCentre: 'OPEN',
    ListedRow: 'OPEN',
    CareKindFigures: 'OPEN',
    CentreDay: 'OPEN',
    CentreWeek: 'OPEN',
    CentreWeekDay: 'OPEN',
    EmergencyCareFigures: 'OPEN',
    PlacesOnDay: 'OPEN',
    SectionWithPlaces: 'OPEN',
    HalfHour: 'OPEN',
    SectionDay: 'OPEN',
    StaffedHalfHour: 'OPEN',
  },
  jobs: { [CLOSE_QUARTER]: closeQuarterJob(countingCare) },
  recurringJobs: { [CLOSE_QUARTER]: nextClosing },
};
