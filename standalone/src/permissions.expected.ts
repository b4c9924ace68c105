import type { Role } from '@relais/platform/auth/user.ts';
import type { AgencyName } from '../../subgraphs/agencies.ts';

const everyone = [
  'CASEWORKER',
  'EMPLOYMENT_ADVISOR',
  'CARE_COORDINATOR',
  'CENTRE_STAFF',
  'INTEGRATOR',
  'AUDITOR',
] as const satisfies readonly Role[];
const familyDesk = ['CASEWORKER', 'CARE_COORDINATOR'] as const;
const jobSearch = ['CASEWORKER', 'EMPLOYMENT_ADVISOR'] as const;
/** And systems that carry the scope of the report. */
const reportReaders = ['CARE_COORDINATOR', 'AUDITOR'] as const;
const followers = ['CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR'] as const;
const advisor = ['EMPLOYMENT_ADVISOR'] as const;
const caseworker = ['CASEWORKER'] as const;
const coordinator = ['CARE_COORDINATOR'] as const;

/**
 * Which roles may use which operation of the graph; every other role is answered FORBIDDEN. This is written down apart
 * from the code that decides, and a test walks every operation with every role: change both, on purpose.
 */
export const allowedRoles: Readonly<Record<string, readonly Role[]>> = {
  'Query.me': everyone,
  'Mutation.revokeSessions': everyone,
  'Query.districts': everyone,
  'Query.district': everyone,
  'Query.centres': everyone,
  'Query.centre': everyone,
  'Query.section': everyone,

  'Query.family': familyDesk,
  'Query.familyById': familyDesk,
  'Query.families': familyDesk,
  'Query.adult': familyDesk,
  'Query.child': familyDesk,
  'Query.placement': familyDesk,
  'Query.booking': familyDesk,
  'Query.careRequest': familyDesk,
  'Query.commission': familyDesk,
  'Query.commissions': familyDesk,
  'Query.waitingList': familyDesk,
  'Query.careOptions': familyDesk,
  'Query.impactReport': reportReaders,
  'Query.familyLookups': ['AUDITOR'],
  'Query.careAccessLog': ['AUDITOR'],
  'Query.benefitsAccessLog': ['AUDITOR'],
  'Query.jobSearchAccessLog': ['AUDITOR'],
  'Mutation.lookUpFamily': familyDesk,
  'Mutation.registerFamily': familyDesk,
  'Mutation.addAdult': familyDesk,
  'Mutation.addChild': familyDesk,
  'Mutation.changeAddress': familyDesk,
  'Mutation.protectAddress': familyDesk,
  'Mutation.endAddressProtection': familyDesk,
  'Mutation.changeHousehold': familyDesk,
  'Mutation.correctAdult': familyDesk,
  'Mutation.correctChild': familyDesk,
  'Mutation.recordBirth': familyDesk,
  'Mutation.recordAdultDeparture': familyDesk,
  'Mutation.recordChildDeparture': familyDesk,
  'Mutation.mergeFamilies': coordinator,
  'Mutation.shareResidence': familyDesk,
  'Mutation.submitCareRequest': familyDesk,
  'Mutation.scheduleCommission': coordinator,
  'Mutation.recordCommissionDecision': coordinator,
  'Mutation.closeCommission': coordinator,
  'Mutation.changeCareRequest': familyDesk,
  'Mutation.withdrawCareRequest': familyDesk,
  'Mutation.proposeAlternative': coordinator,
  'Mutation.refuseCareRequest': coordinator,
  'Query.careOffer': familyDesk,
  'Mutation.offerPlace': coordinator,
  'Mutation.admitChild': coordinator,
  'Mutation.acceptOffer': coordinator,
  'Mutation.declineOffer': coordinator,
  'Mutation.withdrawOffer': coordinator,
  'Mutation.bookCare': coordinator,
  'Mutation.cancelBooking': coordinator,
  'Mutation.moveBooking': coordinator,
  'Mutation.changePlacement': coordinator,
  'Mutation.endPlacement': coordinator,
  'Mutation.suspendPlacement': coordinator,
  'Mutation.announceAbsence': coordinator,
  'Mutation.resumePlacement': coordinator,
  'Mutation.renewPlacement': coordinator,
  'Mutation.sendWeekHours': coordinator,
  'Mutation.closeCentre': ['CARE_COORDINATOR', 'CENTRE_STAFF'],
  'Mutation.withdrawClosure': ['CARE_COORDINATOR', 'CENTRE_STAFF'],
  'Mutation.recordAttendance': ['CARE_COORDINATOR', 'CENTRE_STAFF'],
  'Mutation.coverMilestone': ['CASEWORKER', 'CARE_COORDINATOR', 'EMPLOYMENT_ADVISOR'],
  'Mutation.uncoverMilestone': ['CASEWORKER', 'CARE_COORDINATOR', 'EMPLOYMENT_ADVISOR'],
  'Mutation.recordOwnArrangement': familyDesk,
  'Mutation.endOwnArrangement': familyDesk,
  'Mutation.removeOwnArrangement': familyDesk,
  'Mutation.correctOwnArrangement': familyDesk,

  'Query.entitlement': caseworker,
  'Query.feeScale': familyDesk,
  'Mutation.openEntitlement': caseworker,
  'Mutation.changeEntitlementState': caseworker,
  'Mutation.recordResources': caseworker,
  'Mutation.chooseResources': caseworker,
  'Mutation.importEntitlements': caseworker,
  'Query.professionals': followers,
  'Mutation.recordProfessional': [],
  'Mutation.changeProfessional': [],
  'Mutation.recordAbsence': [],
  'Mutation.recordDeparture': [],
  'Mutation.takeOverFamilies': [],
  'Query.familyTakeOvers': [],
  // And for administrators.
  'Query.sessionEndings': ['AUDITOR'],
  'Mutation.joinSupportTeam': followers,
  'Mutation.leaveSupportTeam': followers,
  'Mutation.handOverLead': followers,
  // For administrators only, whichever role they have.
  'Query.restrictions': [],
  'Mutation.restrictFile': [],
  'Mutation.changeRestriction': [],
  'Mutation.liftRestriction': [],
  'Query.breakGlasses': ['CASEWORKER', 'AUDITOR'],
  'Mutation.breakGlass': caseworker,
  'Mutation.endBreakGlass': caseworker,
  'Mutation.reviewBreakGlass': ['AUDITOR'],
  'Mutation.recordInformationGiven': followers,
  'Mutation.correctInformationGiven': followers,
  'Query.membershipRequests': followers,
  'Mutation.requestMembership': followers,
  'Mutation.answerMembershipRequest': followers,
  'Query.referrals': followers,
  'Mutation.sendReferral': followers,
  'Mutation.markReferralSeen': followers,
  'Mutation.answerReferral': followers,
  'Mutation.writeNote': followers,
  'Query.myTasks': followers,
  'Query.myFamilies': followers,
  'Mutation.recordObjection': followers,
  'Mutation.liftObjection': followers,
  'Mutation.addTask': followers,
  'Mutation.completeTask': followers,
  'Mutation.correctTask': followers,

  'Query.milestones': advisor,
  'Query.milestone': ['CASEWORKER', 'CARE_COORDINATOR', 'EMPLOYMENT_ADVISOR'],
  'Query.jobSeeker': jobSearch,
  'Query.returnToWork': jobSearch,
  'Query.dueFollowUps': advisor,
  'Mutation.openJobSeekerFile': advisor,
  'Mutation.takeJobSeeker': advisor,
  'Query.jobSeekersAtDesk': advisor,
  'Mutation.closeJobSeekerFile': advisor,
  'Mutation.changeAdvisor': advisor,
  'Mutation.takeOverJobSeekers': [],
  'Query.jobSeekerTakeOvers': [],
  'Mutation.changeJobSeekerCategory': advisor,
  'Mutation.agreeEngagementContract': advisor,
  'Mutation.reduceWeeklyHours': advisor,
  'Mutation.scheduleMilestone': advisor,
  'Mutation.scheduleMilestoneSeries': advisor,
  'Mutation.moveMilestone': advisor,
  'Mutation.confirmMilestone': advisor,
  'Mutation.cancelMilestone': advisor,
  'Mutation.recordMilestoneOutcome': advisor,
  'Mutation.correctMilestoneOutcome': advisor,
  'Mutation.recordReturnToWork': advisor,
  'Mutation.recordFollowUp': advisor,
};

/** What a follower of families may use besides, whose token says `admin`; nobody else may. */
export const administratorsOnly: readonly string[] = Object.keys(allowedRoles).filter(
  (name) => allowedRoles[name]?.length === 0,
);

const administrators = followers.map((role) => `administrator ${role}` as const);
/** Whoever is let in by role is so as an administrator too. */
const rolesOnly = (roles: readonly Role[]): readonly string[] => [
  ...roles,
  ...roles.flatMap((role) => administrators.filter((each) => each.endsWith(role))),
];
const withReports = [...rolesOnly(reportReaders), 'INTEGRATOR of impact-report:read'];
const whoever = [...rolesOnly(everyone), 'INTEGRATOR of impact-report:read'];
const desksAndCentres = rolesOnly(['CARE_COORDINATOR', 'CENTRE_STAFF']);

/** Whom each rule lets in that the token alone decides; those about families are in `docs/permissions.md`. */
export const letInByToken: Readonly<Record<AgencyName, Readonly<Record<string, readonly string[]>>>> = {
  'early-childhood': {
    'me:read': whoever,
    'family:register': rolesOnly(familyDesk),
    'family-lookup:audit': rolesOnly(['AUDITOR']),
    'access-log:audit': rolesOnly(['AUDITOR']),
    'centre:read': whoever,
    'centre-day:read': desksAndCentres,
    'centre-week:read': desksAndCentres,
    'avip-share:read': desksAndCentres,
    'closure:write': desksAndCentres,
    'attendance:write': desksAndCentres,
    'impact-report:read': withReports,
  },
  'social-protection': {
    'me:read': whoever,
    'file:restrict': administrators,
    'break-glass:list': rolesOnly(['AUDITOR', 'CASEWORKER']),
    'break-glass:review': rolesOnly(['AUDITOR']),
    'session-ending:list': [...rolesOnly(['AUDITOR']), ...administrators],
    'access-log:audit': rolesOnly(['AUDITOR']),
    'referral:answer': rolesOnly(followers),
    'directory:read': rolesOnly(followers),
    'directory:write': administrators,
    'caseload:hand-on': administrators,
    'impact-report:read': withReports,
  },
  employment: {
    'me:read': whoever,
    'access-log:audit': rolesOnly(['AUDITOR']),
    'caseload:hand-on': administrators,
    'impact-report:read': withReports,
  },
};
