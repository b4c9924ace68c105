import type { Role } from '@relais/platform/auth/user.ts';

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
const followers = ['CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR'] as const;
const advisor = ['EMPLOYMENT_ADVISOR'] as const;
const caseworker = ['CASEWORKER'] as const;
const coordinator = ['CARE_COORDINATOR'] as const;

/**
 * Which roles may use which operation of the graph; every other role is answered FORBIDDEN. This is written down apart
 * from the code that decides, and a test walks every operation with every role: change both, on purpose.
 */
export const allowedRoles: Readonly<Record<string, readonly Role[]>> = {
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
  'Query.waitingList': familyDesk,
  'Query.careOptions': familyDesk,
  'Query.familyLookups': ['AUDITOR'],
  'Mutation.lookUpFamily': familyDesk,
  'Mutation.registerFamily': familyDesk,
  'Mutation.addAdult': familyDesk,
  'Mutation.addChild': familyDesk,
  'Mutation.changeAddress': familyDesk,
  'Mutation.changeHousehold': familyDesk,
  'Mutation.correctAdult': familyDesk,
  'Mutation.correctChild': familyDesk,
  'Mutation.recordBirth': familyDesk,
  'Mutation.recordAdultDeparture': familyDesk,
  'Mutation.recordChildDeparture': familyDesk,
  'Mutation.shareResidence': familyDesk,
  'Mutation.submitCareRequest': familyDesk,
  'Mutation.changeCareRequest': familyDesk,
  'Mutation.withdrawCareRequest': familyDesk,
  'Mutation.proposeAlternative': coordinator,
  'Mutation.refuseCareRequest': coordinator,
  'Mutation.bookCare': coordinator,
  'Mutation.cancelBooking': coordinator,
  'Mutation.moveBooking': coordinator,
  'Mutation.recordAttendance': ['CARE_COORDINATOR', 'CENTRE_STAFF'],
  'Mutation.coverMilestone': ['CASEWORKER', 'CARE_COORDINATOR', 'EMPLOYMENT_ADVISOR'],
  'Mutation.recordOwnArrangement': coordinator,

  'Query.entitlement': caseworker,
  'Query.feeScale': familyDesk,
  'Mutation.openEntitlement': caseworker,
  'Mutation.changeEntitlementState': caseworker,
  'Mutation.recordResources': caseworker,
  'Mutation.importEntitlements': caseworker,
  'Mutation.joinSupportTeam': caseworker,
  'Mutation.leaveSupportTeam': caseworker,
  'Mutation.handOverLead': caseworker,
  'Query.referrals': followers,
  'Mutation.sendReferral': followers,
  'Mutation.markReferralSeen': followers,
  'Mutation.answerReferral': followers,
  'Mutation.writeNote': followers,
  'Query.myTasks': followers,
  'Query.myFamilies': followers,
  'Mutation.addTask': followers,
  'Mutation.completeTask': followers,

  'Query.milestones': advisor,
  'Query.milestone': ['CASEWORKER', 'CARE_COORDINATOR', 'EMPLOYMENT_ADVISOR'],
  'Query.jobSeeker': jobSearch,
  'Query.returnToWork': jobSearch,
  'Query.dueFollowUps': advisor,
  'Mutation.openJobSeekerFile': advisor,
  'Mutation.closeJobSeekerFile': advisor,
  'Mutation.changeAdvisor': advisor,
  'Mutation.changeJobSeekerCategory': advisor,
  'Mutation.agreeEngagementContract': advisor,
  'Mutation.reduceWeeklyHours': advisor,
  'Mutation.scheduleMilestone': advisor,
  'Mutation.scheduleMilestoneSeries': advisor,
  'Mutation.moveMilestone': advisor,
  'Mutation.confirmMilestone': advisor,
  'Mutation.cancelMilestone': advisor,
  'Mutation.recordMilestoneOutcome': advisor,
  'Mutation.recordReturnToWork': advisor,
  'Mutation.recordFollowUp': advisor,
};
