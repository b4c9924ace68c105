import type { Database } from '@relais/platform/database/database.ts';
import {
  type Batches,
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
} from '@relais/platform/database/loaders.ts';
import { quarterLoaders } from '@relais/platform/statistics/closed-quarters.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import {
  type AskedBookings,
  bookingsByIds,
  bookingsOfChildren,
  bookingsOfMilestones,
} from './care/bookings/booking.queries.ts';
import { arrangementsOfChildren } from './care/own-arrangements/own-arrangement.queries.ts';
import { placementLoaders } from './care/placements/placement-loaders.ts';
import {
  centresByIds,
  closuresDuring,
  type Days,
  sectionsByIds,
  sectionsOfCentres,
} from './centres/centres/centre.queries.ts';
import { allDistricts } from './centres/districts/district.queries.ts';
import type { District } from './centres/districts/district.ts';
import type { AskedMilestone } from './cover/childcare-cover/childcare-cover.queries.ts';
import type { Gap } from './cover/childcare-cover/childcare-cover.ts';
import { loadArrivingCovers } from './cover/childcare-cover/load-childcare-covers.ts';
import { childrenOfMonth } from './desk/avip-share/avip-share.queries.ts';
import type { MonthDays } from './desk/avip-share/avip-share.rules.ts';
import { careAttentionLoaders } from './desk/care-attention/load-care-attention.ts';
import { sectionsOnDay, staysOnDay } from './desk/centre-day/centre-day.queries.ts';
import { bookedDaysOfWeek } from './desk/centre-week/centre-week.queries.ts';
import { countingCare } from './desk/impact-report/count-care.ts';
import {
  calendarOfChildren,
  sharedResidencesOf,
} from './families/shared-residence/shared-residence.queries.ts';
import { familyLoaders } from './family-loaders.ts';
import { type StepsPage, stepsOfFamilies, stepsOfSubjects } from './history/care-steps/care-step.queries.ts';
import { loadGapOptions } from './options/care-options/load-gap-options.ts';
import { commissionLoaders } from './requests/admission-commissions/commission-loaders.ts';
import { offerLoaders } from './requests/care-offers/offer-loaders.ts';
import { requestLoaders } from './requests/care-requests/request-loaders.ts';

/** There are 11: the first field that asks brings them all for the rest of the request. */
const districtLoader = (db: Database, batches: Batches) => {
  let districts: Promise<District[]> | undefined;
  return loaderById(batches, () => {
    districts ??= allDistricts(db);
    return districts;
  });
};

const centreLoaders = (db: Database, batches: Batches) => ({
  districts: districtLoader(db, batches),
  centres: loaderById(batches, (ids) => centresByIds(db, ids)),
  sections: loaderById(batches, (ids) => sectionsByIds(db, ids)),
  sectionsOfCentre: loaderOfMany(
    batches,
    (ids) => sectionsOfCentres(db, ids),
    (section) => section.centreId,
  ),
  closuresOfCentre: loaderWithArguments(
    batches,
    (ids, days: Days) => closuresDuring(db, ids, days),
    (closure) => closure.centreId,
  ),
});

const centreDayLoaders = (db: Database, batches: Batches) => ({
  sectionsOnDay: loaderWithArguments(
    batches,
    (ids, day: Temporal.PlainDate) => sectionsOnDay(db, ids, day),
    ({ section }) => section.centreId,
  ),
  staysOnDay: loaderWithArguments(
    batches,
    (ids, day: Temporal.PlainDate) => staysOnDay(db, ids, day),
    ({ booking }) => booking.centreId,
  ),
});

const centreFigureLoaders = (db: Database, batches: Batches) => ({
  bookedDaysOfWeek: loaderWithArguments(
    batches,
    (ids, monday: Temporal.PlainDate) => bookedDaysOfWeek(db, ids, monday),
    ({ centreId }) => centreId,
  ),
  childrenOfMonth: loaderWithArguments(
    batches,
    (ids, month: MonthDays) => childrenOfMonth(db, ids, month),
    ({ centreId }) => centreId,
  ),
});

const careLoaders = (db: Database, batches: Batches) => ({
  ...placementLoaders(db, batches),
  bookings: loaderById(batches, (ids) => bookingsByIds(db, ids)),
  bookingsOfChild: loaderWithArguments(
    batches,
    (ids, asked: AskedBookings) => bookingsOfChildren(db, ids, asked),
    (booking) => booking.childId,
  ),
});

const coverLoaders = (db: Database, batches: Batches) => ({
  childcareCovers: loaderBy(
    batches,
    (milestones: readonly AskedMilestone[]) => loadArrivingCovers(db, milestones),
    ({ id }) => id,
  ),
  bookingsOfMilestone: loaderOfMany(
    batches,
    (ids) => bookingsOfMilestones(db, ids),
    ({ milestoneId }) => String(milestoneId),
  ),
  ownArrangementsOfChild: loaderOfMany(
    batches,
    (ids) => arrangementsOfChildren(db, ids),
    (arrangement) => arrangement.childId,
  ),
  sharedResidenceOfChild: loaderBy(batches, (ids: readonly string[]) => sharedResidencesOf(db, ids)),
  residenceCalendarOfChild: loaderWithArguments(
    batches,
    (ids, period: Period) => calendarOfChildren(db, ids, period),
    (period) => period.childId,
  ),
});

const optionLoaders = (db: Database, batches: Batches, now: Date) => ({
  optionsOfGap: loaderBy(
    batches,
    (gaps: readonly Gap[]) => loadGapOptions(db, gaps, now),
    ({ childId, startsAt, endsAt }) => `${childId} ${startsAt.getTime()} ${endsAt.getTime()}`,
  ),
});

const stepLoaders = (db: Database, batches: Batches) => ({
  stepsOfFamily: loaderWithArguments(
    batches,
    (ids, page: StepsPage) => stepsOfFamilies(db, ids, page),
    ({ familyId }) => familyId,
  ),
  stepsOfSubject: loaderOfMany(
    batches,
    (ids) => stepsOfSubjects(db, ids),
    ({ subjectId }) => subjectId,
  ),
});
/** The loaders of one request: each field costs one statement, however many records ask. */
export const createLoaders = (db: Database, batches: Batches, { now }: { readonly now: Date }) => ({
  ...centreLoaders(db, batches),
  ...centreDayLoaders(db, batches),
  ...centreFigureLoaders(db, batches),
  ...familyLoaders(db, batches),
  ...careLoaders(db, batches),
  ...requestLoaders(db, batches, now),
  ...commissionLoaders(db, batches),
  ...offerLoaders(db, batches),
  ...coverLoaders(db, batches),
  ...optionLoaders(db, batches, now),
  ...quarterLoaders(db, batches, countingCare, now),
  ...stepLoaders(db, batches),
  ...careAttentionLoaders(db, batches, now),
});

export type Loaders = ReturnType<typeof createLoaders>;
