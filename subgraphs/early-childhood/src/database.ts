import { sqlFilesIn } from '@relais/platform/database/sql-files.ts';
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

export const migrations = sqlFilesIn('early-childhood', new URL('../migrations/', import.meta.url));
