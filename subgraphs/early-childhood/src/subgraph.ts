import { CLOSE_QUARTER, closeQuarterJob, nextClosing } from '@relais/platform/statistics/closed-quarters.ts';
import { defineSubgraph } from '@relais/platform/subgraph.ts';
import { BookingResolver } from './care/bookings/booking.resolver.ts';
import { ChildBookingsResolver } from './care/bookings/child-bookings.resolver.ts';
import { MilestoneBookingsResolver } from './care/bookings/milestone-bookings.resolver.ts';
import { ClosureResolver } from './care/closures/closure.resolver.ts';
import { OwnArrangementResolver } from './care/own-arrangements/own-arrangement.resolver.ts';
import { OwnArrangementChangesResolver } from './care/own-arrangements/own-arrangement-changes.resolver.ts';
import { ChildPlacementsResolver } from './care/placements/child-placements.resolver.ts';
import { PlacementResolver } from './care/placements/placement.resolver.ts';
import { PlacementChangesResolver } from './care/placements/placement-changes.resolver.ts';
import { CentreResolver } from './centres/centres/centre.resolver.ts';
import { SectionResolver } from './centres/centres/section.resolver.ts';
import { DistrictResolver } from './centres/districts/district.resolver.ts';
import { MilestoneResolver } from './cover/childcare-cover/milestone.resolver.ts';
import { MilestoneReference } from './cover/childcare-cover/milestone-reference.ts';
import { NotedAfterwardsResolver } from './cover/childcare-cover/noted-afterwards.resolver.ts';
import { coverChangedEvent } from './cover/childcare-cover/publish-cover.ts';
import { receiveMilestoneChange } from './cover/known-milestones/receive-milestone-change.ts';
import { entities, migrations } from './database.ts';
import { AvipShareResolver } from './desk/avip-share/avip-share.resolver.ts';
import { CareAttentionResolver } from './desk/care-attention/care-attention.resolver.ts';
import { CentreDayResolver } from './desk/centre-day/centre-day.resolver.ts';
import { CentreWeekResolver } from './desk/centre-week/centre-week.resolver.ts';
import { countingCare } from './desk/impact-report/count-care.ts';
import { ImpactReportResolver } from './desk/impact-report/impact-report.resolver.ts';
import { AdultResolver } from './families/families/adult.resolver.ts';
import { ChildResolver } from './families/families/child.resolver.ts';
import { FamilyResolver } from './families/families/family.resolver.ts';
import { familyChangedEvent } from './families/families/publish-family.ts';
import {
  AddressesOfFamilyResolver,
  FamilyAddressResolver,
} from './families/family-addresses/family-address.resolver.ts';
import { FamilyLookupResolver } from './families/family-lookups/family-lookup.resolver.ts';
import {
  ChildResidenceResolver,
  ResidencePeriodResolver,
  SharedResidenceResolver,
} from './families/shared-residence/shared-residence.resolver.ts';
import { CareStepResolver, CareTimelineResolver } from './history/care-steps/care-step.resolver.ts';
import { HouseholdChangesResolver } from './household/household-changes/household-changes.resolver.ts';
import { MemberChangesResolver } from './household/household-changes/member-changes.resolver.ts';
import { MergeFamiliesResolver } from './household/merged-families/merge-families.resolver.ts';
import { RegistrationResolver } from './household/registration/registration.resolver.ts';
import { createLoaders } from './loaders.ts';
import { CareMissResolver, CareOptionResolver } from './options/care-options/care-option.resolver.ts';
import { CareOptionsResolver } from './options/care-options/care-options.resolver.ts';
import { GapResolver } from './options/care-options/gap.resolver.ts';
import { permissions } from './permissions.ts';
import { references } from './references.ts';
import { republishFamilies } from './republish-families.ts';
import { CommissionResolver } from './requests/admission-commissions/commission.resolver.ts';
import {
  CommissionDecisionResolver,
  CommissionDecisionsResolver,
  RequestDecisionsResolver,
} from './requests/admission-commissions/commission-decision.resolver.ts';
import { AdmissionResolver } from './requests/admissions/admission.resolver.ts';
import {
  BookingOfferResolver,
  CareOfferResolver,
  RequestOffersResolver,
} from './requests/care-offers/care-offer.resolver.ts';
import { CareOfferChangesResolver } from './requests/care-offers/care-offer-changes.resolver.ts';
import { EXPIRE_OFFER, expireOffer } from './requests/care-offers/expire-offer.ts';
import { offerChangedEvent } from './requests/care-offers/publish-offers.ts';
import {
  CareRequestResolver,
  ChildRequestsResolver,
  FamilyRequestsResolver,
} from './requests/care-requests/care-request.resolver.ts';
import { RequestChangesResolver } from './requests/care-requests/request-changes.resolver.ts';
import { BookCareResolver } from './requests/direct-booking/book-care.resolver.ts';
import { CoverMilestoneResolver } from './requests/direct-booking/cover-milestone.resolver.ts';
import { receiveIncomeSupportChange } from './requests/known-income-support/receive-income-support-change.ts';
import {
  RequestOptionsResolver,
  WeeklyCareOptionResolver,
} from './requests/request-options/request-options.resolver.ts';
import { WaitingListResolver } from './requests/waiting-list/waiting-list.resolver.ts';

import { WouldServeBestResolver } from './requests/waiting-list/would-serve-best.resolver.ts';

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
