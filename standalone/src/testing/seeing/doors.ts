import { readFile } from 'node:fs/promises';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { selectionOf } from './selection.ts';

const api = await readFile(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8');
export const schema = buildSchema(api);
/** Of nothing. */
export const UNKNOWN = '018f0000-0000-7000-8000-000000000000';

/** The doors to one record: which of the family's ids they take, and the column of the table that opens them. */
export const DOORS: Readonly<Record<string, readonly [id: string, column: string]>> = {
  adult: ['adultId', 'name'],
  booking: ['bookingId', 'care'],
  careOffer: ['offerId', 'care'],
  careOptions: ['childId', 'care'],
  careRequest: ['careRequestId', 'care'],
  child: ['childId', 'details'],
  entitlement: ['entitlementId', 'benefits'],
  family: ['reference', 'exists'],
  familyById: ['familyId', 'exists'],
  jobSeeker: ['jobSeekerId', 'job search'],
  milestone: ['milestoneId', 'times'],
  placement: ['placementId', 'care'],
  returnToWork: ['returnId', 'job search'],
};
/** Of no family: the city, its figures, and who works in it. */
export const OF_NO_FAMILY = [
  ...['centre', 'centres', 'section', 'district', 'districts', 'feeScale'],
  'freePlaces',
  ...['incompleteCentres', 'citySettings', 'citySettingsHistory'],
  // Of one that has no file yet: whose they are is in walls.db.test.ts.
  ...['registrationRequest', 'registrationRequests'],
  ...['impactReport', 'servedImpactReports', 'professionals', 'familyLookups', 'breakGlasses', 'me'],
  // Of logs as a whole, and of no row.
  ...['careLogSealing', 'benefitsLogSealing', 'jobSearchLogSealing'],
  // To auditors alone, who are told of every family: who-reads-the-log.test.ts.
  ...['careAccessLog', 'benefitsAccessLog', 'jobSearchAccessLog'],
  // Say of how many families, never of which.
  ...['familyTakeOvers', 'jobSeekerTakeOvers'],
  // Of colleagues.
  'sessionEndings',
];
/** Every way to ask for many. */
export const LISTS: Readonly<Record<string, readonly string[]>> = {
  bookingsOfCancelledMilestones: [''],
  careLostToClosure: ['(closureId: "018f0000-0000-7000-8000-00000000c105")'],
  // Whoever reads care learns that a commission sits, and of the families that they follow what it decided.
  commission: ['(id: "018f0000-0000-7000-8000-00000000c0de")'],
  commissions: ['(from: "2026-03-01", to: "2026-03-31")'],
  careDesk: ['', '(order: EARLIEST_FIRST)'],
  careOffers: ['(status: [OPEN, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN])'],
  milestonesWithoutCare: ['(from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z")'],
  careNews: ['(since: "2026-02-20T00:00:00Z")'],
  jobSeekersAtDesk: [''],
  benefitsDesk: [''],
  benefitsNews: ['(since: "2026-02-20T00:00:00Z")'],
  jobSearchDesk: [''],
  jobSearchNews: ['(since: "2026-02-20T00:00:00Z")'],
  myJobSeekers: ['', '(order: NEWEST_FIRST)', '(search: "NAN-900001")'],
  dueFollowUps: ['(until: "2026-06-01")'],
  families: ['', '(search: "CANARY")', '(search: "NAN-900001")', '(search: "C")'],
  membershipRequests: ['(box: TO_ANSWER)', '(box: SENT)'],
  milestones: [
    '(from: "2026-01-01T00:00:00Z", to: "2026-03-31T00:00:00Z")',
    '(from: "2026-01-01T00:00:00Z", to: "2026-03-31T00:00:00Z", order: UNCOVERED_FIRST)',
  ],
  myFamilies: [''],
  myTasks: [''],
  restrictions: [''],
  referrals: ['(box: RECEIVED)', '(box: SENT)'],
  waitingList: [''],
};

/** From a task of the reader, which every role that follows families may have, to all of the family. */
export const WHOLE_FAMILY = `{ myTasks { edges { node { title family {
  id reference displayName address { street } addresses { address { street } } addressProtections { reason endReason } adults { firstName phone jobSeeker { id } }
  children { firstName careAlerts mayBeCollectedBy } careRequests { alternative alternatives { text contact phone } }
  entitlements { history { reason } } supportTeam { id } tasks { title } notes { edges { node { text } } } referrals { id message declineReason }
  milestones(first: 50) { edges { node { id title place cover: childcareCover { status } } } }
  careTimeline { edges { node { sentence } } } benefitsTimeline { edges { node { sentence } } }
  jobSearchTimeline { edges { node { sentence } } } membershipRequests { reason declineReason } objections { id } informationGiven { id correctionReason }
  breakGlasses { reason remark }
  careAccesses { edges { node { name } } } benefitsAccesses { edges { node { name } } }
  jobSearchAccesses { edges { node { name } } }
  careAttention { kind subjectId } benefitsAttention { kind subjectId } jobSearchAttention { kind subjectId }
} } } } }`;

export const doorWith = (name: string, id: string, selection: string): string =>
  name === 'careOptions'
    ? `{ careOptions(need: { childId: "${id}", kind: SHORT_TERM, startsAt: "2026-03-04T08:00:00Z", endsAt: "2026-03-04T10:00:00Z" }) ${selection} }`
    : `{ ${name}(${name === 'family' ? 'reference' : 'id'}: "${id}") ${selection} }`;

/** All that a question or the answer to a change leads to, without an argument. */
export const selectionFor = (kind: 'Query' | 'Mutation', name: string): string => {
  const root = kind === 'Query' ? schema.getQueryType() : schema.getMutationType();
  const type = getNamedType(root?.getFields()[name]?.type);
  return isObjectType(type) ? selectionOf(type, 1) : '';
};
