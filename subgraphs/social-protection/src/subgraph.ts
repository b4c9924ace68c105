import { signedInAs } from '@relais/platform/auth/signed-in.ts';
import type { RelationsOf } from '@relais/platform/followers/owners-of-relations.ts';
import { followersChangedEvent, receiveFollowersOf } from '@relais/platform/followers/tell-followers.ts';
import { mergeTakenEvent, receiveParted } from '@relais/platform/known-families/merge-taken.ts';
import { receiveFamilyChange } from '@relais/platform/known-families/receive-family-change.ts';
import { objectionsChangedEvent } from '@relais/platform/objections/tell-objections.ts';
import { professionalChangedEvent } from '@relais/platform/professionals/professional-changed.ts';
import { CLOSE_QUARTER, closeQuarterJob, nextClosing } from '@relais/platform/statistics/closed-quarters.ts';
import { reportKeyOf } from '@relais/platform/statistics/report-key.ts';
import { asItCame, defineSubgraph } from '@relais/platform/subgraph.ts';
import { BenefitsAccessesResolver } from './benefits-accesses/benefits-accesses.resolver.ts';
import { FamilyBenefitsAttentionResolver } from './benefits-attention/benefits-attention.resolver.ts';
import { BenefitsDeskResolver } from './benefits-desk/benefits-desk.resolver.ts';
import { BenefitsNewsResolver } from './benefits-news/benefits-news.resolver.ts';
import { FamilyBenefitsStatusResolver } from './benefits-status/benefits-status.resolver.ts';
import { incomeSupportChangedEvent } from './benefits-status/publish-income-support.ts';
import { FamilyBenefitsTimelineResolver } from './benefits-timeline/benefits-timeline.resolver.ts';
import { BreakGlassResolver, FamilyBreakGlassesResolver } from './break-glasses/break-glass.resolver.ts';
import { changesTold } from './changes-told.ts';
import { entities, migrations } from './database.ts';
import {
  EntitlementResolver,
  EntitlementStateResolver,
  entitlementById,
  FamilyEntitlementsResolver,
} from './entitlements/entitlement.resolver.ts';
import { ImportEntitlementsResolver } from './entitlements/import-entitlements.resolver.ts';
import { FamilyHourlyFeeResolver } from './hourly-fee/hourly-fee.resolver.ts';
import { countingIncomeSupport } from './impact-report/count-income-support.ts';
import { ImpactReportResolver } from './impact-report/impact-report.resolver.ts';
import { ImpactReport } from './impact-report/impact-report.ts';
import {
  FamilyInformationGivenResolver,
  InformationGivenResolver,
} from './information-given/information-given.resolver.ts';
import { receiveCoverChange } from './known-covers/receive-cover-change.ts';
import { Adult } from './known-families/adult.ts';
import { FamilyResolver } from './known-families/family.resolver.ts';
import { Family } from './known-families/family.ts';
import { receiveChildrenChange } from './known-families/receive-children-change.ts';
import { receiveOfferChange } from './known-offers/receive-offer-change.ts';
import { loaders } from './loaders.ts';
import { Me, MeResolver } from './me/me.resolver.ts';
import { receiveLookup } from './membership-requests/lookup-handle.ts';
import {
  FamilyMembershipRequestsResolver,
  MembershipRequestResolver,
} from './membership-requests/membership-request.resolver.ts';
import { mergeFamily, partFamilies, tellPartedAnew } from './merge-family.ts';
import { PlacementMonthlyEstimateResolver } from './monthly-estimate/monthly-estimate.resolver.ts';
import { Placement, placementReference } from './monthly-estimate/placement.ts';
import { MyFamiliesResolver, MyFamilyResolver } from './my-families/my-families.resolver.ts';
import { FamilyNotesResolver, NoteResolver } from './notes/note.resolver.ts';
import { FamilyObjectionsResolver, ObjectionResolver } from './objections/objection.resolver.ts';
import { categories, changers, permissions } from './permissions.ts';
import { keepSignedIn } from './professionals/know-professional.ts';
import { ProfessionalResolver } from './professionals/professional.resolver.ts';
import { mayReadReferral } from './referrals/readable-referrals.ts';
import { FamilyReferralsResolver, ReferralResolver } from './referrals/referral.resolver.ts';
import { ReferralChangesResolver } from './referrals/referral-changes.resolver.ts';
import { republishFamilies } from './republish-families.ts';
import { FamilyResourcesResolver, ResourcesResolver } from './resources/resources.resolver.ts';
import { FamilyRestrictionResolver, RestrictionResolver } from './restricted-files/restriction.resolver.ts';
import { SessionEndingResolver } from './session-endings/session-ending.resolver.ts';
import { concerns, sights } from './sights.ts';
import { splitFamily } from './split-family.ts';
import { Booking, bookingReference } from './stay-fee/booking.ts';
import { BookingFeeResolver } from './stay-fee/stay-fee.resolver.ts';
import { registerMember } from './support-team/register-member.ts';
import {
  FamilySupportTeamResolver,
  SupportTeamMemberResolver,
} from './support-team/support-team.resolver.ts';
import { TakingOverResolver } from './taking-over/taking-over.resolver.ts';
import { FamilyTasksResolver, TaskResolver } from './tasks/task.resolver.ts';

/** Social protection: benefits, resources and the fee they give. */
/** Beside what is told here. */
const whoTellsOfFollowers: RelationsOf = { employment: ['ADVISOR'] };

export const subgraph = defineSubgraph({
  name: 'social-protection',
  resolvers: [
    FamilyResolver,
    FamilyBenefitsStatusResolver,
    FamilyEntitlementsResolver,
    FamilyResourcesResolver,
    ResourcesResolver,
    FamilyHourlyFeeResolver,
    EntitlementResolver,
    EntitlementStateResolver,
    ImportEntitlementsResolver,
    SupportTeamMemberResolver,
    InformationGivenResolver,
    FamilyInformationGivenResolver,
    RestrictionResolver,
    FamilyRestrictionResolver,
    BreakGlassResolver,
    FamilyBreakGlassesResolver,
    MembershipRequestResolver,
    FamilyMembershipRequestsResolver,
    FamilySupportTeamResolver,
    PlacementMonthlyEstimateResolver,
    BookingFeeResolver,
    ProfessionalResolver,
    ReferralResolver,
    ReferralChangesResolver,
    FamilyReferralsResolver,
    NoteResolver,
    FamilyNotesResolver,
    TaskResolver,
    FamilyTasksResolver,
    ObjectionResolver,
    FamilyObjectionsResolver,
    SessionEndingResolver,
    TakingOverResolver,
    MyFamiliesResolver,
    MyFamilyResolver,
    ImpactReportResolver,
    MeResolver,
    FamilyBenefitsTimelineResolver,
    BenefitsAccessesResolver,
    FamilyBenefitsAttentionResolver,
    BenefitsDeskResolver,
    BenefitsNewsResolver,
  ],
  orphanedTypes: [ImpactReport, Family, Adult, Placement, Booking],
  entities,
  migrations,
  loaders,
  links: {
    Family: {
      benefitsStatus: { loader: 'entitlementFilesOfFamily', key: 'id' },
      entitlements: { loader: 'entitlementFilesOfFamily', key: 'id' },
      hourlyFee: { loader: 'resourcesOfFamily', key: 'id' },
    },
  },
  references: {
    Family: asItCame,
    Adult: ({ id }, { loaders }) => loaders.knownAdult.load(String(id)),
    Me: (_reference, { user }) => signedInAs(new Me(), user),
    ImpactReport: (reference, { now }) => Object.assign(new ImpactReport(), reportKeyOf(reference, now)),
    Professional: ({ id }, { loaders }) => loaders.professional.load(String(id)),
    SupportTeamMember: ({ id }, { loaders }) => loaders.supportTeamMember.load(String(id)),
    Placement: placementReference,
    Booking: bookingReference,
    Referral: async ({ id }, context) => {
      const referral = await context.loaders.referral.load(String(id));
      return referral && (await mayReadReferral(referral, context)) ? referral : null;
    },
    Entitlement: ({ id }, context) => entitlementById(String(id), context),
  },
  sights,
  permissions,
  changers,
  categories,
  concerns,
  publishes: {
    'early-childhood': [
      incomeSupportChangedEvent.type,
      followersChangedEvent.type,
      objectionsChangedEvent.type,
      professionalChangedEvent.type,
      mergeTakenEvent.type,
    ],
    employment: [
      followersChangedEvent.type,
      objectionsChangedEvent.type,
      professionalChangedEvent.type,
      mergeTakenEvent.type,
    ],
  },
  receives: {
    'relais.family.changed.v1': receiveFamilyChange({
      merge: mergeFamily,
      part: partFamilies,
      split: splitFamily,
      registered: registerMember,
    }),
    'relais.children.changed.v1': receiveChildrenChange,
    [mergeTakenEvent.type]: receiveParted(whoTellsOfFollowers, tellPartedAnew),
    [followersChangedEvent.type]: receiveFollowersOf(whoTellsOfFollowers),
    'relais.cover.changed.v1': receiveCoverChange,
    'relais.offer.changed.v1': receiveOfferChange,
    'relais.family.looked-up.v1': receiveLookup,
  },
  events: [
    incomeSupportChangedEvent,
    followersChangedEvent,
    objectionsChangedEvent,
    professionalChangedEvent,
    mergeTakenEvent,
  ],
  rebuild: republishFamilies,
  changesTold,
  signIn: keepSignedIn,
  jobs: { [CLOSE_QUARTER]: closeQuarterJob(countingIncomeSupport) },
  recurringJobs: { [CLOSE_QUARTER]: nextClosing },
});
