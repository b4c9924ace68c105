import { ClosedQuarters1700000000003 } from '@relais/platform/statistics/migration.ts';
import { DistrictsAndCentres1795400000001 } from '../migrations/0001-districts-and-centres.ts';
import { Families1795400000002 } from '../migrations/0002-families.ts';
import { Placements1795400000003 } from '../migrations/0003-placements.ts';
import { Bookings1795400000004 } from '../migrations/0004-bookings.ts';
import { BookingCapacity1795400000005 } from '../migrations/0005-booking-capacity.ts';
import { OwnArrangements1795400000006 } from '../migrations/0006-own-arrangements.ts';
import { SharedResidence1795400000007 } from '../migrations/0007-shared-residence.ts';
import { KnownMilestones1795400000008 } from '../migrations/0008-known-milestones.ts';
import { KnownIncomeSupport1795400000009 } from '../migrations/0009-known-income-support.ts';
import { WeeklyOccupancy1795400000010 } from '../migrations/0010-weekly-occupancy.ts';
import { MilestoneAdvisors1795400000030 } from '../migrations/0030-milestone-advisors.ts';
import { CareSteps1795400000040 } from '../migrations/0040-care-steps.ts';
import { FamilyLookups1795400000041 } from '../migrations/0041-family-lookups.ts';
import { DatedHouseholds1795400000042 } from '../migrations/0042-dated-households.ts';
import { CareRequests1795400000045 } from '../migrations/0045-care-requests.ts';
import { WaitingList1795400000046 } from '../migrations/0046-waiting-list.ts';
import { AdmissionCommissions1795400000047 } from '../migrations/0047-admission-commissions.ts';
import { PlacementLife1795400000050 } from '../migrations/0050-placement-life.ts';
import { CareOffers1795400000055 } from '../migrations/0055-care-offers.ts';
import { OwnArrangementChanges1795400000060 } from '../migrations/0060-own-arrangement-changes.ts';
import { BookingNotice1795400000065 } from '../migrations/0065-booking-notice.ts';
import { ImpactFigures1795400000066 } from '../migrations/0066-impact-figures.ts';
import { BookingsOfACentreAtOnce1795400000075 } from '../migrations/0075-bookings-of-a-centre-at-once.ts';
import { MergedFamilies1795400000080 } from '../migrations/0080-merged-families.ts';
import { ExplainedPlaces1795400000085 } from '../migrations/0085-explained-places.ts';
import { BookingsOfChildrenStillHere1795400000090 } from '../migrations/0090-bookings-of-children-still-here.ts';
import { SettledCovers1795400000120 } from '../migrations/0120-settled-covers.ts';
import { OneFormOfNames1795400000130 } from '../migrations/0130-one-form-of-names.ts';
import { DistrictOutlines1795400000131 } from '../migrations/0131-district-outlines.ts';
import { AdmissionCommission } from './admission-commissions/admission-commission.ts';
import { CommissionDecision } from './admission-commissions/commission-decision.ts';
import { Booking } from './bookings/booking.ts';
import { CareOffer } from './care-offers/care-offer.ts';
import { CareRequest } from './care-requests/care-request.ts';
import { CareStep } from './care-steps/care-step.ts';
import { Centre } from './centres/centre.ts';
import { Closure } from './centres/closure.ts';
import { Section } from './centres/section.ts';
import { CoverNote } from './childcare-cover/cover-note.ts';
import { PublishedCover } from './childcare-cover/published-cover.ts';
import { SettledCover } from './childcare-cover/settled-cover.ts';
import { District } from './districts/district.ts';
import { Adult } from './families/adult.ts';
import { Child } from './families/child.ts';
import { Family } from './families/family.ts';
import { FamilyAddress } from './family-addresses/family-address.ts';
import { FamilyLookup } from './family-lookups/family-lookup.ts';
import { KnownIncomeSupport } from './known-income-support/known-income-support.ts';
import { KnownMilestone } from './known-milestones/known-milestone.ts';
import { OwnArrangement } from './own-arrangements/own-arrangement.ts';
import { SchoolPeriod } from './own-arrangements/school-period.ts';
import { Placement } from './placements/placement.ts';
import { PlacementPause } from './placements/placement-pause.ts';
import { SentWeek } from './placements/sent-week.ts';
import { ResidencePeriod } from './shared-residence/residence-period.ts';
import { SharedResidence } from './shared-residence/shared-residence.ts';

export const entities = [
  AdmissionCommission,
  Adult,
  Booking,
  CareOffer,
  CareRequest,
  CareStep,
  Centre,
  Child,
  Closure,
  CommissionDecision,
  CoverNote,
  District,
  Family,
  FamilyAddress,
  FamilyLookup,
  KnownIncomeSupport,
  KnownMilestone,
  OwnArrangement,
  Placement,
  PlacementPause,
  PublishedCover,
  ResidencePeriod,
  SchoolPeriod,
  Section,
  SentWeek,
  SettledCover,
  SharedResidence,
];

export const migrations = [
  DistrictsAndCentres1795400000001,
  Families1795400000002,
  Placements1795400000003,
  Bookings1795400000004,
  BookingCapacity1795400000005,
  OwnArrangements1795400000006,
  SharedResidence1795400000007,
  KnownMilestones1795400000008,
  KnownIncomeSupport1795400000009,
  WeeklyOccupancy1795400000010,
  MilestoneAdvisors1795400000030,
  FamilyLookups1795400000041,
  CareRequests1795400000045,
  CareSteps1795400000040,
  PlacementLife1795400000050,
  BookingNotice1795400000065,
  BookingsOfACentreAtOnce1795400000075,
  DatedHouseholds1795400000042,
  WaitingList1795400000046,
  OwnArrangementChanges1795400000060,
  AdmissionCommissions1795400000047,
  CareOffers1795400000055,
  ImpactFigures1795400000066,
  MergedFamilies1795400000080,
  ExplainedPlaces1795400000085,
  BookingsOfChildrenStillHere1795400000090,
  SettledCovers1795400000120,
  OneFormOfNames1795400000130,
  DistrictOutlines1795400000131,
  ClosedQuarters1700000000003,
];
