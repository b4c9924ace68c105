import type { Database } from '@relais/platform/database/database.ts';
import {
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
  type Waves,
} from '@relais/platform/database/loaders.ts';
import { quarterLoaders } from '@relais/platform/statistics/closed-quarters.ts';
import type { Temporal } from 'temporal-polyfill';
import { commissionLoaders } from './admission-commissions/commission-loaders.ts';
import { childrenOfMonth } from './avip-share/avip-share.queries.ts';
import type { MonthDays } from './avip-share/avip-share.rules.ts';
import {
  type AskedBookings,
  bookingsByIds,
  bookingsOfChildren,
  bookingsOfMilestones,
} from './bookings/booking.queries.ts';
import type { Period } from './bookings/places.rules.ts';
import { careAttentionLoaders } from './care-attention/load-care-attention.ts';
import { offerLoaders } from './care-offers/offer-loaders.ts';
import { loadGapOptions } from './care-options/load-gap-options.ts';
import { requestLoaders } from './care-requests/request-loaders.ts';
import { type StepsPage, stepsOfFamilies, stepsOfSubjects } from './care-steps/care-step.queries.ts';
import { sectionsOnDay, staysOnDay } from './centre-day/centre-day.queries.ts';
import { bookedDaysOfWeek } from './centre-week/centre-week.queries.ts';
import {
  centresByIds,
  closuresDuring,
  type Days,
  sectionsByIds,
  sectionsOfCentres,
} from './centres/centre.queries.ts';
import type { AskedMilestone } from './childcare-cover/childcare-cover.queries.ts';
import type { Gap } from './childcare-cover/childcare-cover.ts';
import { loadArrivingCovers } from './childcare-cover/load-childcare-covers.ts';
import { allDistricts } from './districts/district.queries.ts';
import type { District } from './districts/district.ts';
import { familyLoaders } from './family-loaders.ts';
import { countingCare } from './impact-report/count-care.ts';
import { arrangementsOfChildren } from './own-arrangements/own-arrangement.queries.ts';
import { placementLoaders } from './placements/placement-loaders.ts';
import { calendarOfChildren, sharedResidencesOf } from './shared-residence/shared-residence.queries.ts';

/** There are 11: the first field that asks brings them all for the rest of the request. */
const districtLoader = (db: Database, waves: Waves) => {
  let districts: Promise<District[]> | undefined;
  return loaderById(waves, () => {
    districts ??= allDistricts(db);
    return districts;
  });
};

const centreLoaders = (db: Database, waves: Waves) => ({
  districts: districtLoader(db, waves),
  centres: loaderById(waves, (ids) => centresByIds(db, ids)),
  sections: loaderById(waves, (ids) => sectionsByIds(db, ids)),
  sectionsOfCentre: loaderOfMany(
    waves,
    (ids) => sectionsOfCentres(db, ids),
    (section) => section.centreId,
  ),
  closuresOfCentre: loaderWithArguments(
    waves,
    (ids, days: Days) => closuresDuring(db, ids, days),
    (closure) => closure.centreId,
  ),
});

const centreDayLoaders = (db: Database, waves: Waves) => ({
  sectionsOnDay: loaderWithArguments(
    waves,
    (ids, day: Temporal.PlainDate) => sectionsOnDay(db, ids, day),
    ({ section }) => section.centreId,
  ),
  staysOnDay: loaderWithArguments(
    waves,
    (ids, day: Temporal.PlainDate) => staysOnDay(db, ids, day),
    ({ booking }) => booking.centreId,
  ),
});

const centreFigureLoaders = (db: Database, waves: Waves) => ({
  bookedDaysOfWeek: loaderWithArguments(
    waves,
    (ids, monday: Temporal.PlainDate) => bookedDaysOfWeek(db, ids, monday),
    ({ centreId }) => centreId,
  ),
  childrenOfMonth: loaderWithArguments(
    waves,
    (ids, month: MonthDays) => childrenOfMonth(db, ids, month),
    ({ centreId }) => centreId,
  ),
});

const careLoaders = (db: Database, waves: Waves) => ({
  ...placementLoaders(db, waves),
  bookings: loaderById(waves, (ids) => bookingsByIds(db, ids)),
  bookingsOfChild: loaderWithArguments(
    waves,
    (ids, asked: AskedBookings) => bookingsOfChildren(db, ids, asked),
    (booking) => booking.childId,
  ),
});

const coverLoaders = (db: Database, waves: Waves) => ({
  childcareCovers: loaderBy(
    waves,
    (milestones: readonly AskedMilestone[]) => loadArrivingCovers(db, milestones),
    ({ id }) => id,
  ),
  bookingsOfMilestone: loaderOfMany(
    waves,
    (ids) => bookingsOfMilestones(db, ids),
    ({ milestoneId }) => String(milestoneId),
  ),
  ownArrangementsOfChild: loaderOfMany(
    waves,
    (ids) => arrangementsOfChildren(db, ids),
    (arrangement) => arrangement.childId,
  ),
  sharedResidenceOfChild: loaderBy(waves, (ids: readonly string[]) => sharedResidencesOf(db, ids)),
  residenceCalendarOfChild: loaderWithArguments(
    waves,
    (ids, period: Period) => calendarOfChildren(db, ids, period),
    (period) => period.childId,
  ),
});

const optionLoaders = (db: Database, waves: Waves, now: Date) => ({
  optionsOfGap: loaderBy(
    waves,
    (gaps: readonly Gap[]) => loadGapOptions(db, gaps, now),
    ({ childId, startsAt, endsAt }) => `${childId} ${startsAt.getTime()} ${endsAt.getTime()}`,
  ),
});

const stepLoaders = (db: Database, waves: Waves) => ({
  stepsOfFamily: loaderWithArguments(
    waves,
    (ids, page: StepsPage) => stepsOfFamilies(db, ids, page),
    ({ familyId }) => familyId,
  ),
  stepsOfSubject: loaderOfMany(
    waves,
    (ids) => stepsOfSubjects(db, ids),
    ({ subjectId }) => subjectId,
  ),
});
/** The loaders of one request: each field costs one statement, however many records ask. */
export const createLoaders = (db: Database, waves: Waves, { now }: { readonly now: Date }) => ({
  ...centreLoaders(db, waves),
  ...centreDayLoaders(db, waves),
  ...centreFigureLoaders(db, waves),
  ...familyLoaders(db, waves),
  ...careLoaders(db, waves),
  ...requestLoaders(db, waves, now),
  ...commissionLoaders(db, waves),
  ...offerLoaders(db, waves),
  ...coverLoaders(db, waves),
  ...optionLoaders(db, waves, now),
  ...quarterLoaders(db, waves, countingCare, now),
  ...stepLoaders(db, waves),
  ...careAttentionLoaders(db, waves, now),
});

export type Loaders = ReturnType<typeof createLoaders>;
