import { mayUse } from '@relais/platform/graphql/permission-checker.ts';
import { reportKeyOf } from '@relais/platform/statistics/report-key.ts';
import type { Context } from './context.ts';
import { milestoneReference } from './cover/childcare-cover/milestone-reference.ts';
import { asReport } from './desk/impact-report/open-impact-report.ts';
import { permissions } from './permissions.ts';

type Reference = Readonly<Record<string, unknown>>;

const idOf = ({ id }: Reference): string => String(id);

/** How the records that other agencies point at are found again. */
export const references = {
  AdmissionCommission: (reference: Reference, { loaders }: Context) =>
    loaders.commissions.load(idOf(reference)),
  Adult: (reference: Reference, { loaders }: Context) => loaders.adults.load(idOf(reference)),
  Booking: (reference: Reference, { loaders }: Context) => loaders.bookings.load(idOf(reference)),
  CareRequest: (reference: Reference, { loaders }: Context) => loaders.careRequests.load(idOf(reference)),
  CareOffer: (reference: Reference, { loaders }: Context) => loaders.careOffers.load(idOf(reference)),
  Centre: (reference: Reference, { loaders }: Context) => loaders.centres.load(idOf(reference)),
  Child: (reference: Reference, { loaders }: Context) => loaders.children.load(idOf(reference)),
  District: (reference: Reference, { loaders }: Context) => loaders.districts.load(idOf(reference)),
  Family: (reference: Reference, { loaders }: Context) => loaders.families.load(idOf(reference)),
  ImpactReport: (reference: Reference, { now, user }: Context) =>
    mayUse(permissions, 'impact-report:read', user) ? asReport(reportKeyOf(reference, now)) : null,
  Milestone: milestoneReference,
  Placement: (reference: Reference, { loaders }: Context) => loaders.placements.load(idOf(reference)),
  Section: (reference: Reference, { loaders }: Context) => loaders.sections.load(idOf(reference)),
};
