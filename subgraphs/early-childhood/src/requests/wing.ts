/** From a need to a place. Reads bookings, centres, families and milestones of the wings below. */
import {
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
} from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { byId, type LoaderSource, type Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../options/wing.ts';
import type { Permission } from '../permissions.ts';
import { AdmissionCommission } from './admission-commissions/admission-commission.ts';
import {
  commissionsByIds,
  type DecisionsPage,
  decisionsOfCommissions,
  decisionsOnRequests,
} from './admission-commissions/commission.queries.ts';
import { CommissionResolver } from './admission-commissions/commission.resolver.ts';
import {
  CommissionDecisionResolver,
  CommissionDecisionsResolver,
  RequestDecisionsResolver,
} from './admission-commissions/commission-decision.resolver.ts';
import { CommissionDecision } from './admission-commissions/commission-decision.ts';
import { AdmissionResolver } from './admissions/admission.resolver.ts';
import { BackupCareResolver } from './backup-care/backup-care.resolver.ts';
import type { LostStay } from './backup-care/lost-stay.ts';
import { careOffersByIds, careOffersOfRequests, stayCounts } from './care-offers/care-offer.queries.ts';
import {
  BookingOfferResolver,
  CareOfferResolver,
  RequestOffersResolver,
} from './care-offers/care-offer.resolver.ts';
import { CareOffer } from './care-offers/care-offer.ts';
import { CareOfferChangesResolver } from './care-offers/care-offer-changes.resolver.ts';
import { EXPIRE_OFFER, expireOffer } from './care-offers/expire-offer.ts';
import { ListCareOffersResolver } from './care-offers/list-care-offers.resolver.ts';
import { offerChangedEvent } from './care-offers/publish-offers.ts';
import {
  careRequestsByIds,
  careRequestsOfChildren,
  careRequestsOfFamilies,
} from './care-requests/care-request.queries.ts';
import {
  CareRequestResolver,
  ChildRequestsResolver,
  FamilyRequestsResolver,
} from './care-requests/care-request.resolver.ts';
import { CareRequest } from './care-requests/care-request.ts';
import { LAPSE_REQUEST, lapseRequest } from './care-requests/lapse-request.ts';
import { RequestChangesResolver } from './care-requests/request-changes.resolver.ts';
import { DirectBookingResolver } from './direct-booking/direct-booking.resolver.ts';
import { KnownIncomeSupport } from './known-income-support/known-income-support.ts';
import { receiveIncomeSupportChange } from './known-income-support/receive-income-support-change.ts';
import {
  RequestOptionsResolver,
  WeeklyCareOptionResolver,
} from './request-options/request-options.resolver.ts';
import {
  KEEP_MORE_PRIORITIES,
  KEEP_PRIORITIES,
  keepPriorities,
  nextKeeping,
} from './waiting-list/keep-priorities.ts';
import { KeptPriority } from './waiting-list/kept-priority.ts';
import { priorityFactsOf } from './waiting-list/priority.queries.ts';
import { explainedPriority } from './waiting-list/request-priority.ts';
import { WaitingListResolver } from './waiting-list/waiting-list.resolver.ts';
import { type FreedPlace, servedRequests } from './waiting-list/would-serve-best.queries.ts';
import { type ServedRequest, WouldServeBestResolver } from './waiting-list/would-serve-best.resolver.ts';

const CARE: Permission = 'care:read';

const requestLoaders = ({ db, batches, now, sight }: LoaderSource) => ({
  careRequests: loaderById(batches, (ids) => careRequestsByIds(db, ids)),
  careRequestsOfChild: loaderOfMany(
    batches,
    (ids) => careRequestsOfChildren(db, ids),
    (request) => request.childId,
  ),
  careRequestsOfFamily: loaderOfMany(
    batches,
    (ids) => careRequestsOfFamilies(db, ids),
    (request) => request.familyId,
  ),
  priorityOfRequest: loaderBy(batches, async (ids: readonly string[]) => {
    const facts = await priorityFactsOf(db, ids, now);
    return facts.map((each) => each && explainedPriority(each));
  }),
  servedBySection: loaderWithArguments(
    batches,
    (ids, place: FreedPlace) => servedRequests(db, ids, place, dayOf(now), sight.filter(CARE)),
    ({ sectionId }) => sectionId,
  ),
});

const offerLoaders = ({ db, batches }: LoaderSource) => ({
  careOffers: loaderById(batches, (ids) => careOffersByIds(db, ids)),
  offersOfRequest: loaderOfMany(
    batches,
    (ids) => careOffersOfRequests(db, ids),
    (offer) => offer.careRequestId,
  ),
  staysOfOffer: loaderOfMany(
    batches,
    (ids) => stayCounts(db, ids),
    ({ offerId }) => offerId,
  ),
});

const commissionLoaders = ({ db, batches, sight }: LoaderSource) => ({
  commissions: loaderById(batches, (ids) => commissionsByIds(db, ids)),
  decisionsOfCommission: loaderWithArguments(
    batches,
    (ids, page: DecisionsPage) => decisionsOfCommissions(db, ids, page, sight.filter(CARE)),
    ({ commissionId }) => commissionId,
  ),
  decisionsOnRequest: loaderOfMany(
    batches,
    (ids) => decisionsOnRequests(db, ids),
    ({ careRequestId }) => careRequestId,
  ),
});

const loaders = (source: LoaderSource) => ({
  ...requestLoaders(source),
  ...offerLoaders(source),
  ...commissionLoaders(source),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

const careOfFamily = {
  permission: CARE,
  families: ({ familyId }: CareRequest) => [familyId],
};

const ofRequest = {
  permission: CARE,
  families: async ({ careRequestId }: Pick<CareOffer, 'careRequestId'>, { loaders }: Context) => {
    const request = await loaders.careRequests.load(careRequestId);
    return request ? [request.familyId] : [];
  },
};

export const requests: Wing<Loaders> = {
  resolvers: [
    CareRequestResolver,
    ChildRequestsResolver,
    FamilyRequestsResolver,
    RequestChangesResolver,
    RequestOptionsResolver,
    WeeklyCareOptionResolver,
    WaitingListResolver,
    WouldServeBestResolver,
    CommissionResolver,
    CommissionDecisionResolver,
    CommissionDecisionsResolver,
    RequestDecisionsResolver,
    CareOfferResolver,
    ListCareOffersResolver,
    CareOfferChangesResolver,
    BookingOfferResolver,
    RequestOffersResolver,
    AdmissionResolver,
    DirectBookingResolver,
    BackupCareResolver,
  ],
  entities: [
    CareRequest,
    AdmissionCommission,
    CommissionDecision,
    CareOffer,
    KnownIncomeSupport,
    KeptPriority,
  ],
  loaders,
  references: {
    AdmissionCommission: byId(({ commissions }) => commissions),
    CareOffer: byId(({ careOffers }) => careOffers),
    CareRequest: byId(({ careRequests }) => careRequests),
  },
  sights: { AdmissionCommission: 'OPEN', CareOffer: ofRequest, CareRequest: careOfFamily },
  concerns: {
    CommissionDecision: ofRequest,
    LostStay: { permission: CARE, families: ({ familyId }: LostStay) => [familyId] },
    ServedRequest: { permission: CARE, families: ({ careRequest }: ServedRequest) => [careRequest.familyId] },
    // Told with a change of a family, which is written down, or with the request it is of.
    BookedBackup: 'OPEN',
    CareAlternative: 'OPEN',
    CareStretch: 'OPEN',
    CoverAlternative: 'OPEN',
    CoveredOccurrence: 'OPEN',
    RequestPriority: 'OPEN',
    RequestPriorityReason: 'OPEN',
  },
  receives: { 'relais.income-support.changed.v1': receiveIncomeSupportChange },
  jobs: {
    [EXPIRE_OFFER]: expireOffer,
    [LAPSE_REQUEST]: lapseRequest,
    [KEEP_PRIORITIES]: keepPriorities,
    [KEEP_MORE_PRIORITIES]: keepPriorities,
  },
  recurringJobs: { [KEEP_PRIORITIES]: nextKeeping },
  events: [offerChangedEvent],
};
