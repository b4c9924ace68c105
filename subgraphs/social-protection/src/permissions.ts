import type { AccessCategory } from '@relais/platform/access-log/categories.ts';
import {
  administrator,
  agenciesOfRole,
  anyone,
  auditor,
  careCoordinator,
  caseworker,
  employmentAdvisor,
  integratorWith,
} from '@relais/platform/auth/user.ts';
import { objectionBetween, objectionTo } from '@relais/platform/objections/objection-bars.ts';
import type { Changers } from '@relais/platform/sight/changers.rules.ts';
import type { Permissions } from '@relais/platform/sight/compiled.ts';
import type { Condition, Relation } from '@relais/platform/sight/condition.rules.ts';
import {
  type Homes,
  inTeam,
  ofDistrictService,
  ownJobSeeker,
  referred,
  worksForDistrict,
} from '@relais/platform/sight/relations.ts';
import { seeingFamilies } from '@relais/platform/sight/see-family.ts';

const homes: Homes = { table: 'known_families' };
const { seeFamily, ofFamily, ofAnyFamily } = seeingFamilies(homes);

/** What this agency keeps, and the family may object to sharing. */
const objectsToBenefits = objectionTo('BENEFITS');
/** Of what early-childhood told. */
const objectsToCare = objectionTo('CARE');
/** Early-childhood works a cover out of a milestone, unless it may not. */
const objectsToCover = [
  objectsToCare,
  objectionTo('JOB_SEARCH'),
  objectionBetween('JOB_SEARCH', 'CARE'),
] as const;

/** Whoever sees the family, at any of the three agencies. */
const forAllWhoSee = ofFamily({ CARE_COORDINATOR: true, CASEWORKER: true, EMPLOYMENT_ADVISOR: true });
const forDesks = ofFamily({ CARE_COORDINATOR: true, CASEWORKER: true });
const forCaseworkers = ofFamily({ CASEWORKER: true });

const follows: Condition = { anyOf: [inTeam, ownJobSeeker, referred] };

/** That somebody ever opened the file in an emergency, so that of nearly all families nothing more is asked. */
const glassWasBroken: Relation = {
  name: 'GLASS_WAS_BROKEN',
  sql: (family) => `exists (select from break_glasses where break_glasses.family_id = ${family})`,
};
/** Whoever answers for the family is told who read its file in an emergency. */
const accompanies: Condition = { anyOf: [inTeam, ofDistrictService(homes)] };
const accompaniesIfBroken: Condition = { allOf: [accompanies, glassWasBroken] };

/** By a referral one reads: accepting it is what makes a member, who writes. */
const forWriters = ofFamily({
  CARE_COORDINATOR: true,
  CASEWORKER: inTeam,
  EMPLOYMENT_ADVISOR: { anyOf: [inTeam, ownJobSeeker] },
});

/** Whether or not they see the family, but of no file that they are kept from. */
const forAllFollowers = ofAnyFamily({ CARE_COORDINATOR: true, CASEWORKER: true, EMPLOYMENT_ADVISOR: true });

/** Who may do what here; what is not listed is closed. */
export const permissions = {
  // Whoever carries a token is told what it says.
  'me:read': [anyone],
  'family:see': seeFamily,
  // By what a lookup answered.
  'family:ask-for': forAllFollowers,
  'file:restrict': [administrator],
  // A caseworker who comes to a family on a bad day. A coordinator reads every file anyway, and nothing of an advisor's
  // work cannot wait for an answer of the lead.
  'glass:break': ofAnyFamily({ CASEWORKER: true }),
  'break-glass:list': [auditor, caseworker],
  'break-glass:review': [auditor],
  // Of colleagues, not of families.
  'session-ending:list': [auditor, administrator],
  'break-glass:of-family': ofFamily({
    CARE_COORDINATOR: inTeam,
    CASEWORKER: accompanies,
    EMPLOYMENT_ADVISOR: inTeam,
  }),
  // The same, where there is something to tell.
  'break-glass:known': ofFamily({
    CARE_COORDINATOR: { allOf: [inTeam, glassWasBroken] },
    CASEWORKER: accompaniesIfBroken,
    EMPLOYMENT_ADVISOR: { allOf: [inTeam, glassWasBroken] },
  }),
  'benefits:read': { ...forCaseworkers, unless: [objectsToBenefits] },
  'benefits:write': { ...ofFamily({ CASEWORKER: inTeam }), unless: [objectsToBenefits] },
  'my-families:read': forAllWhoSee,
  'benefits-attention:read': forAllWhoSee,
  // Advisors learn of their own milestones from employment, and of nobody else's.
  'cover-alert:read': { ...forDesks, unless: objectsToCover },
  // To an advisor early-childhood tells of the cover of their own job seekers' milestones, and nothing else of care.
  'cover:read': {
    ...ofFamily({ CARE_COORDINATOR: true, CASEWORKER: true, EMPLOYMENT_ADVISOR: ownJobSeeker }),
    unless: objectsToCover,
  },
  'offer:read': { ...forDesks, unless: [objectsToCare] },
  'timeline:read': forAllWhoSee,
  // Whom the family asks who has read its file.
  'accesses:read': {
    ...ofFamily({ CARE_COORDINATOR: inTeam, CASEWORKER: inTeam, EMPLOYMENT_ADVISOR: inTeam }),
    unless: [objectsToBenefits],
  },
  'access-log:audit': [auditor],
  'support-team:read': forAllWhoSee,
  // By whom of them each change may be made is decided by who leads the team.
  'support-team:write': ofFamily({
    CARE_COORDINATOR: true,
    // Or of the district's service, which takes a family that nobody follows.
    CASEWORKER: accompanies,
    EMPLOYMENT_ADVISOR: inTeam,
  }),
  // Sender and addressees read theirs, whether or not they see the family.
  'referral:read': forAllWhoSee,
  'own-referral:read': forAllFollowers,
  // To nobody in particular: to the service point, or to the social service of the district.
  'open-referral:read': ofAnyFamily({
    CARE_COORDINATOR: true,
    CASEWORKER: worksForDistrict(homes),
  }),
  'every-referral:read': ofFamily({
    CARE_COORDINATOR: follows,
    CASEWORKER: follows,
    EMPLOYMENT_ADVISOR: follows,
  }),
  // They may see all that somebody could have written there.
  'referral-words:read': ofFamily({ CASEWORKER: follows }),
  'referral:send': forWriters,
  'referral:answer': [caseworker, employmentAdvisor, careCoordinator],
  'information:read': forAllWhoSee,
  // Whoever speaks with the family.
  'information:write': forWriters,
  'note:read': forAllWhoSee,
  // Of what a note is about, where the family objects to sharing it; who wrote it reads it all the same.
  'note-on-childcare:read': { ...forAllWhoSee, unless: [objectsToCare] },
  'note-on-benefits:read': { ...forAllWhoSee, unless: [objectsToBenefits] },
  'note-on-job-search:read': { ...forAllWhoSee, unless: [objectionTo('JOB_SEARCH')] },
  'note:write': forWriters,
  'task:read': forAllWhoSee,
  'task:write': forWriters,
  'objection:read': forAllWhoSee,
  // Whoever speaks with the family: what one may not know oneself, one may still be asked to have kept from others.
  'objection:write': forWriters,
  'directory:read': [caseworker, employmentAdvisor, careCoordinator],
  'directory:write': [administrator],
  // Of their own agency, without seeing the families.
  'caseload:hand-on': [administrator],
  // It is worked out of the resources.
  'fee:read': { ...forDesks, unless: [objectsToBenefits] },
  // Whoever steers or checks the practice; caseworkers and advisors could subtract the families they follow.
  'impact-report:read': [careCoordinator, auditor, integratorWith('impact-report:read')],
} satisfies Permissions;

export type Permission = keyof typeof permissions;

const { AUDITOR, CASEWORKER, CARE_COORDINATOR, EMPLOYMENT_ADVISOR } = agenciesOfRole;
const followers = { CASEWORKER, CARE_COORDINATOR, EMPLOYMENT_ADVISOR };

/** Of which agencies who changes something must be; a mutation of which it is not said is nobody's. */
export const changers = {
  // A caseworker of the city follows families and reads their benefits; they are the département's and the CAF's.
  'benefits:write': { CASEWORKER: ['BENEFITS'] },
  'file:restrict': followers,
  'glass:break': { CASEWORKER },
  'break-glass:review': { AUDITOR },
  'support-team:write': followers,
  'referral:send': followers,
  'referral:answer': followers,
  'information:write': followers,
  'note:write': followers,
  'task:write': followers,
  'objection:write': followers,
  'directory:write': followers,
  'caseload:hand-on': followers,
} satisfies Partial<Record<Permission, Changers>>;

/** Of which category is what each opens, as the access log says; `null` is of no family. */
export const categories = {
  'family:see': 'HOUSEHOLD',
  'family:ask-for': 'COORDINATION',
  'file:restrict': 'COORDINATION',
  'glass:break': 'COORDINATION',
  'break-glass:list': 'COORDINATION',
  'session-ending:list': null,
  'break-glass:review': 'COORDINATION',
  'break-glass:of-family': 'COORDINATION',
  'break-glass:known': 'COORDINATION',
  'benefits:read': 'BENEFITS',
  'benefits:write': 'BENEFITS',
  'my-families:read': 'COORDINATION',
  'benefits-attention:read': 'COORDINATION',
  'cover-alert:read': 'CARE',
  'cover:read': 'CARE',
  'offer:read': 'CARE',
  'timeline:read': 'COORDINATION',
  'accesses:read': 'ACCESSES',
  'access-log:audit': 'ACCESSES',
  'support-team:read': 'COORDINATION',
  'support-team:write': 'COORDINATION',
  'referral:read': 'COORDINATION',
  'own-referral:read': 'COORDINATION',
  'open-referral:read': 'COORDINATION',
  'every-referral:read': 'COORDINATION',
  'referral-words:read': 'COORDINATION',
  'referral:send': 'COORDINATION',
  'referral:answer': 'COORDINATION',
  'information:read': 'COORDINATION',
  'information:write': 'COORDINATION',
  'note:read': 'COORDINATION',
  'note-on-childcare:read': 'COORDINATION',
  'note-on-benefits:read': 'COORDINATION',
  'note-on-job-search:read': 'COORDINATION',
  'note:write': 'COORDINATION',
  'task:read': 'COORDINATION',
  'task:write': 'COORDINATION',
  'directory:read': null,
  'directory:write': null,
  'caseload:hand-on': 'COORDINATION',
  'fee:read': 'BENEFITS',
  'objection:read': 'COORDINATION',
  'objection:write': 'COORDINATION',
  'impact-report:read': null,
  'me:read': null,
} satisfies Record<Permission, AccessCategory | null>;
