import { CLOSE_QUARTER, closeQuarterJob, nextClosing } from '@relais/platform/statistics/closed-quarters.ts';
import { defineSubgraph } from '@relais/platform/subgraph.ts';
import { CommissionResolver } from './admission-commissions/commission.resolver.ts';
import {
  CommissionDecisionResolver,
  CommissionDecisionsResolver,
  RequestDecisionsResolver,
} from './admission-commissions/commission-decision.resolver.ts';
import { AdmissionResolver } from './admissions/admission.resolver.ts';
import { AvipShareResolver } from './avip-share/avip-share.resolver.ts';
import { BookingResolver } from './bookings/booking.resolver.ts';
import { ChildBookingsResolver } from './bookings/child-bookings.resolver.ts';
import { MilestoneBookingsResolver } from './bookings/milestone-bookings.resolver.ts';
import { CareAttentionResolver } from './care-attention/care-attention.resolver.ts';
import {
  BookingOfferResolver,
  CareOfferResolver,
  RequestOffersResolver,
} from './care-offers/care-offer.resolver.ts';
import { CareOfferChangesResolver } from './care-offers/care-offer-changes.resolver.ts';
import { EXPIRE_OFFER, expireOffer } from './care-offers/expire-offer.ts';
import { offerChangedEvent } from './care-offers/publish-offers.ts';
import { CareMissResolver, CareOptionResolver } from './care-options/care-option.resolver.ts';
import { CareOptionsResolver } from './care-options/care-options.resolver.ts';
import { GapResolver } from './care-options/gap.resolver.ts';
import {
  CareRequestResolver,
  ChildRequestsResolver,
  FamilyRequestsResolver,
} from './care-requests/care-request.resolver.ts';
import { RequestChangesResolver } from './care-requests/request-changes.resolver.ts';
import { CareStepResolver, CareTimelineResolver } from './care-steps/care-step.resolver.ts';
import { CentreDayResolver } from './centre-day/centre-day.resolver.ts';
import { CentreWeekResolver } from './centre-week/centre-week.resolver.ts';
import { CentreResolver } from './centres/centre.resolver.ts';
import { SectionResolver } from './centres/section.resolver.ts';
import { MilestoneResolver } from './childcare-cover/milestone.resolver.ts';
import { MilestoneReference } from './childcare-cover/milestone-reference.ts';
import { NotedAfterwardsResolver } from './childcare-cover/noted-afterwards.resolver.ts';
import { coverChangedEvent } from './childcare-cover/publish-cover.ts';
import { ClosureResolver } from './closures/closure.resolver.ts';
import { entities, migrations } from './database.ts';
import { BookCareResolver } from './direct-booking/book-care.resolver.ts';
import { CoverMilestoneResolver } from './direct-booking/cover-milestone.resolver.ts';
import { DistrictResolver } from './districts/district.resolver.ts';
import { AdultResolver } from './families/adult.resolver.ts';
import { ChildResolver } from './families/child.resolver.ts';
import { FamilyResolver } from './families/family.resolver.ts';
import { familyChangedEvent } from './families/publish-family.ts';
import {
  AddressesOfFamilyResolver,
  FamilyAddressResolver,
} from './family-addresses/family-address.resolver.ts';
import { FamilyLookupResolver } from './family-lookups/family-lookup.resolver.ts';
import { HouseholdChangesResolver } from './household-changes/household-changes.resolver.ts';
import { MemberChangesResolver } from './household-changes/member-changes.resolver.ts';
import { countingCare } from './impact-report/count-care.ts';
import { ImpactReportResolver } from './impact-report/impact-report.resolver.ts';
import { receiveIncomeSupportChange } from './known-income-support/receive-income-support-change.ts';
import { receiveMilestoneChange } from './known-milestones/receive-milestone-change.ts';
import { createLoaders } from './loaders.ts';
import { MergeFamiliesResolver } from './merged-families/merge-families.resolver.ts';
import { OwnArrangementResolver } from './own-arrangements/own-arrangement.resolver.ts';
import { OwnArrangementChangesResolver } from './own-arrangements/own-arrangement-changes.resolver.ts';
import { permissions } from './permissions.ts';
import { ChildPlacementsResolver } from './placements/child-placements.resolver.ts';
import { PlacementResolver } from './placements/placement.resolver.ts';
import { PlacementChangesResolver } from './placements/placement-changes.resolver.ts';
import { references } from './references.ts';
import { RegistrationResolver } from './registration/registration.resolver.ts';
import { republishFamilies } from './republish-families.ts';
import {
  RequestOptionsResolver,
  WeeklyCareOptionResolver,
} from './request-options/request-options.resolver.ts';
import {
  ChildResidenceResolver,
  ResidencePeriodResolver,
  SharedResidenceResolver,
} from './shared-residence/shared-residence.resolver.ts';
import { WaitingListResolver } from './waiting-list/waiting-list.resolver.ts';

import { WouldServeBestResolver } from './waiting-list/would-serve-best.resolver.ts';

export const subgraph = defineSubgraph({
  name: 'early-childhood',
  resolvers: [
    AdmissionResolver,
    AddressesOfFamilyResolver,
    AdultResolver,
    AvipShareResolver,
    BookCareResolver,
    BookingResolver,
    ChildBookingsResolver,
    MilestoneBookingsResolver,
    ChildPlacementsResolver,
    CareAttentionResolver,
    CareMissResolver,
    CareOfferChangesResolver,
    CareOfferResolver,
    BookingOfferResolver,
    RequestOffersResolver,
    CareOptionResolver,
    CareOptionsResolver,
    CareRequestResolver,
    CareStepResolver,
    CareTimelineResolver,
    CentreDayResolver,
    CentreResolver,
    CentreWeekResolver,
    ChildRequestsResolver,
    ChildResidenceResolver,
    ChildResolver,
    CommissionDecisionResolver,
    CommissionDecisionsResolver,
    CommissionResolver,
    ClosureResolver,
    CoverMilestoneResolver,
    DistrictResolver,
    FamilyAddressResolver,
    FamilyLookupResolver,
    FamilyRequestsResolver,
    FamilyResolver,
    GapResolver,
    HouseholdChangesResolver,
    MemberChangesResolver,
    ImpactReportResolver,
    MergeFamiliesResolver,
    MilestoneResolver,
    NotedAfterwardsResolver,
    OwnArrangementChangesResolver,
    OwnArrangementResolver,
    PlacementChangesResolver,
    PlacementResolver,
    RegistrationResolver,
    RequestChangesResolver,
    RequestDecisionsResolver,
    RequestOptionsResolver,
    ResidencePeriodResolver,
    SectionResolver,
    SharedResidenceResolver,
    WaitingListResolver,
    WeeklyCareOptionResolver,
    WouldServeBestResolver,
  ],
  orphanedTypes: [MilestoneReference],
  entities,
  migrations,
  loaders: createLoaders,
  references,
  permissions,
  publishes: {
    employment: [familyChangedEvent.type, coverChangedEvent.type],
    'social-protection': [familyChangedEvent.type, coverChangedEvent.type, offerChangedEvent.type],
  },
  receives: {
    'relais.milestone.changed.v1': receiveMilestoneChange,
    'relais.income-support.changed.v1': receiveIncomeSupportChange,
  },
  events: [familyChangedEvent, coverChangedEvent, offerChangedEvent],
  rebuild: republishFamilies,
  jobs: { [EXPIRE_OFFER]: expireOffer, [CLOSE_QUARTER]: closeQuarterJob(countingCare) },
  recurringJobs: { [CLOSE_QUARTER]: nextClosing },
});
