import { sqlFilesIn } from '@relais/platform/database/sql-files.ts';
import { Booking } from './care/bookings/booking.ts';
import { OwnArrangement } from './care/own-arrangements/own-arrangement.ts';
import { SchoolPeriod } from './care/own-arrangements/school-period.ts';
import { Placement } from './care/placements/placement.ts';
import { PlacementPause } from './care/placements/placement-pause.ts';
import { SentWeek } from './care/placements/sent-week.ts';
import { Centre } from './centres/centres/centre.ts';
import { Closure } from './centres/centres/closure.ts';
import { Section } from './centres/centres/section.ts';
import { District } from './centres/districts/district.ts';
import { CoverNote } from './cover/childcare-cover/cover-note.ts';
import { PublishedCover } from './cover/childcare-cover/published-cover.ts';
import { SettledCover } from './cover/childcare-cover/settled-cover.ts';
import { KnownMilestone } from './cover/known-milestones/known-milestone.ts';
import { Adult } from './families/families/adult.ts';
import { Child } from './families/families/child.ts';
import { Family } from './families/families/family.ts';
import { FamilyAddress } from './families/family-addresses/family-address.ts';
import { FamilyLookup } from './families/family-lookups/family-lookup.ts';
import { ResidencePeriod } from './families/shared-residence/residence-period.ts';
import { SharedResidence } from './families/shared-residence/shared-residence.ts';
import { CareStep } from './history/care-steps/care-step.ts';
import { AdmissionCommission } from './requests/admission-commissions/admission-commission.ts';
import { CommissionDecision } from './requests/admission-commissions/commission-decision.ts';
import { CareOffer } from './requests/care-offers/care-offer.ts';
import { CareRequest } from './requests/care-requests/care-request.ts';
import { KnownIncomeSupport } from './requests/known-income-support/known-income-support.ts';

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

export const migrations = sqlFilesIn('early-childhood', new URL('../migrations/', import.meta.url));
