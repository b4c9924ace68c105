import { minimalOperations } from '../minimal-operations.ts';
import { schema, selectionFor } from './doors.ts';

/** The column of the table that lets each change of what belongs to a family. */
export const CHANGES: Readonly<Record<string, readonly string[]>> = {
  household: [
    ...['addAdult', 'addChild', 'changeHousehold', 'correctAdult', 'correctChild', 'recordBirth'],
    ...['recordAdultDeparture', 'recordChildDeparture', 'shareResidence'],
    ...['changeResidenceExceptions', 'endSharedResidence'],
  ],
  address: ['changeAddress'],
  protect: ['protectAddress'],
  unprotect: ['endAddressProtection', 'splitFamily'],
  requests: [
    ...['submitCareRequest', 'changeCareRequest', 'withdrawCareRequest', 'recordOwnArrangement'],
    ...['confirmCareRequest', 'recordRequestNotice'],
    ...['endOwnArrangement', 'removeOwnArrangement', 'correctOwnArrangement'],
  ],
  places: [
    ...['proposeAlternative', 'refuseCareRequest', 'offerPlace', 'admitChild'],
    ...['acceptOffer', 'declineOffer', 'withdrawOffer', 'cancelBooking', 'moveBooking'],
    ...['changePlacement', 'endPlacement', 'suspendPlacement', 'resumePlacement', 'renewPlacement'],
    ...['announceAbsence', 'correctAnnouncedAbsence', 'sendWeekHours', 'changeFamiliarisation'],
    ...['closeFamilyFile', 'reopenFamilyFile'],
  ],
  cover: ['coverMilestone', 'uncoverMilestone', 'coverMilestoneSeries', 'uncoverMilestoneSeries'],
  benefits: [
    'openEntitlement',
    'correctMistakenEntitlement',
    'changeEntitlementState',
    'recordResources',
    'chooseResources',
    'importEntitlements',
  ],
  notes: ['writeNote', 'addTask', 'recordInformationGiven', 'correctInformationGiven'],
  objection: ['recordObjection', 'liftObjection'],
  referral: ['sendReferral'],
  team: ['leaveSupportTeam', 'handOverLead'],
  'open file': ['openJobSeekerFile'],
  'job search': [
    ...['closeJobSeekerFile', 'changeAdvisor', 'changeJobSeekerCategory', 'agreeEngagementContract'],
    ...[
      'reduceWeeklyHours',
      'scheduleMilestone',
      'scheduleMilestoneSeries',
      'moveMilestone',
      'confirmMilestone',
    ],
    ...[
      'cancelMilestone',
      'recordMilestoneOutcome',
      'correctMilestoneOutcome',
      'recordReturnToWork',
      'recordFollowUp',
    ],
    ...['correctReturnToWork', 'correctFollowUp'],
    ...['moveMilestoneSeries', 'cancelMilestoneSeries', 'recordSeriesOutcome'],
  ],
};
/** Of coordinators, who need no tie: the role decides, and the least that is sent is refused for something else. */
export const BY_ROLE = [
  'bookCare',
  'bookBackups',
  'mergeFamilies',
  'undoMerge',
  'recordCommissionDecision',
  'recordAttendance',
  'recordAttendances',
  'recordWalking',
  'correctAttendance',
];
/** They name the district where the family lives, and say nothing of who lives there. */
export const OF_DISTRICTS = ['serveDistrict'];
/** What somebody does about a tie that they lack, or as the one who was asked. */
export const BY_THEMSELVES = [
  ...[
    'requestMembership',
    'joinSupportTeam',
    'answerMembershipRequest',
    'markReferralSeen',
    'answerReferral',
  ],
  ...['completeTask', 'correctTask', 'correctNote', 'correctReferral', 'takeJobSeeker'],
];
/** Every change by the line of the third table that says of which agencies; those that name nothing of a family too. */
export const OF_AGENCIES: Readonly<Record<string, readonly string[]>> = {
  ...CHANGES,
  register: ['registerFamily'],
  'look up': ['lookUpFamily'],
  'ask to register': ['requestRegistration', 'withdrawRegistrationRequest'],
  'open file': [...(CHANGES['open file'] ?? []), 'takeJobSeeker'],
  places: [
    ...(CHANGES.places ?? []),
    ...['bookCare', 'mergeFamilies', 'undoMerge', 'recordCommissionDecision'],
    ...['scheduleCommission', 'closeCommission'],
    ...['completeRegistrationRequest', 'refuseRegistrationRequest', 'correctCommissionDecision'],
    'bookBackups',
    ...['loadSchoolTerms', 'openCentre', 'changeCentre', 'closeCentreForGood', 'serveDistrict'],
    'importCentres',
  ],
  centres: [
    'recordAttendance',
    'recordAttendances',
    'correctAttendance',
    'recordWalking',
    'recordStaffPresent',
    'chooseStaffRatio',
    'closeCentre',
    'withdrawClosure',
  ],
  notes: [...(CHANGES.notes ?? []), 'completeTask', 'correctTask', 'correctNote'],
  referral: [...(CHANGES.referral ?? []), 'correctReferral', 'markReferralSeen', 'answerReferral'],
  team: [...(CHANGES.team ?? []), 'requestMembership', 'joinSupportTeam', 'answerMembershipRequest'],
  administration: [
    ...['recordProfessional', 'changeProfessional', 'recordAbsence', 'recordDeparture'],
    ...['takeOverFamilies', 'takeOverJobSeekers', 'restrictFile', 'changeRestriction', 'liftRestriction'],
  ],
  settings: ['changeCitySettings', 'withdrawCitySettings'],
  emergency: ['breakGlass', 'endBreakGlass'],
  review: ['reviewBreakGlass'],
  sessions: ['revokeSessions'],
};
export const IN_TABLE = Object.values(CHANGES).flat();

const STRETCH = 'startsAt: "2026-03-04T08:00:00Z", endsAt: "2026-03-04T10:00:00Z"';
/** What else it takes to be refused for nothing but the family. */
const ADDED: Readonly<Record<string, readonly [where: string | RegExp, what: string]>> = {
  addChild: ['lastName: "x"', 'firstName: "x", lastName: "x", birthDate: "2025-05-05"'],
  recordOwnArrangement: ['kind:', `dated: { ${STRETCH} }, kind:`],
  submitCareRequest: [/kind: \w+/, `kind: SHORT_TERM, stretches: [{ ${STRETCH} }]`],
  requestMembership: ['reason:', `familyId: "018f0000-0000-7000-8000-000000000000", reason:`],
  recordAttendances: [
    '{ refusal { reason message } }',
    '{ lines { id refusal { reason message } } refusal { reason message } }',
  ],
  bookBackups: [
    '{ refusal { reason message } }',
    '{ lines { id refusal { reason message } } refusal { reason message } }',
  ],
  importEntitlements: ['{ __typename }', '{ rows { outcome refusal { reason message } } }'],
};
const whole = (name: string, document: string): string => {
  const [where = '', what = ''] = ADDED[name] ?? [];
  return document.replace(where, what).replaceAll('version: 1', 'version: 99');
};

/** The least that each takes, of a version that no record has, so that few of them change anything. */
export const changes = minimalOperations(schema)
  .filter(({ name }) => name.startsWith('Mutation.'))
  .map(({ name, document }) => ({ name: name.replace('Mutation.', ''), document }))
  .map(({ name, document }) => ({ name, document: whole(name, document) }));

/** Every payload with all that it leads to, though it was asked for something that may be out of sight. */
export const withPayload = (name: string, document: string): string =>
  document.replace('{ refusal { reason message } }', selectionFor('Mutation', name));
