import type { AccessCategory } from '@relais/platform/access-log/categories.ts';
import {
  administrator,
  agenciesOfRole,
  anyone,
  auditor,
  careCoordinator,
  caseworker,
  centreStaff,
  employmentAdvisor,
  integratorWith,
} from '@relais/platform/auth/user.ts';
import { objectionBetween, objectionTo } from '@relais/platform/objections/objection-bars.ts';
import type { Changers } from '@relais/platform/sight/changers.rules.ts';
import type { Permissions } from '@relais/platform/sight/compiled.ts';
import type { Condition } from '@relais/platform/sight/condition.rules.ts';
import {
  type Homes,
  inTeam,
  isOwnJobSeeker,
  ofDistrictService,
  ownJobSeeker,
} from '@relais/platform/sight/relations.ts';
import { seeingFamilies } from '@relais/platform/sight/see-family.ts';
import { homeKept, isHomeProtected, phoneKept } from './families/family-addresses/protected-home.ts';

/** Where a protected address lies is nothing to the service of its district either. */
const homes: Homes = { table: 'families', isHidden: isHomeProtected };
const { seeFamily, ofFamily, ofAnyFamily } = seeingFamilies(homes);

/** What this agency keeps, and the family may object to sharing. */
const objectsToCare = objectionTo('CARE');
/** A cover tells of care and of a milestone, of which we may not be allowed to know ourselves. */
const objectsToCover = [
  objectsToCare,
  objectionTo('JOB_SEARCH'),
  objectionBetween('JOB_SEARCH', 'CARE'),
] as const;

const forDesks = ofFamily({ CARE_COORDINATOR: true, CASEWORKER: true });
/** An advisor knows of care only what their own job seekers' milestones need. */
const forCover = ofFamily({
  CARE_COORDINATOR: true,
  CASEWORKER: true,
  EMPLOYMENT_ADVISOR: ownJobSeeker,
});

/** By a referral one reads: accepting it is what makes a member, who writes. */
const accompanies: Condition = { anyOf: [inTeam, ofDistrictService(homes)] };
const forWriters = ofFamily({ CARE_COORDINATOR: true, CASEWORKER: accompanies });
const forCoordinators = ofFamily({ CARE_COORDINATOR: true });
const forDesksAndOwnAdvisors = ofFamily({
  CARE_COORDINATOR: true,
  CASEWORKER: true,
  EMPLOYMENT_ADVISOR: isOwnJobSeeker,
});

/** Who may pass each door of this subgraph; what is not written here is closed. */
export const permissions = {
  // Whoever carries a token is told what it says.
  'me:read': [anyone],
  'family:see': seeFamily,
  'family:read': forDesks,
  'family:details': forDesks,
  // An advisor must be able to say: your child has a place.
  'adult:contact': forDesksAndOwnAdvisors,
  'adult:phone': { ...forDesksAndOwnAdvisors, unless: [phoneKept] },
  'home:read': { ...forDesks, unless: [homeKept] },
  // Which part of the city it is, by a district or a distance.
  'home:district': {
    ...ofFamily({ CARE_COORDINATOR: true, CASEWORKER: true, EMPLOYMENT_ADVISOR: true }),
    unless: [homeKept],
  },
  // Whoever may not read it would learn it from what a change answers. The phone is changed with it.
  'home:change': { ...forWriters, unless: [homeKept] },
  // At once, by whoever hears of it; not by a district's service, from which it is kept then.
  'address-protection:write': ofFamily({ CARE_COORDINATOR: true, CASEWORKER: inTeam }),
  // Only those who read the address in any case.
  'address-protection:end': ofFamily({ CARE_COORDINATOR: inTeam, CASEWORKER: inTeam }),
  'family:register': [careCoordinator, caseworker],
  'family:change': forWriters,
  'family:merge': forCoordinators,
  // Whoever splits is the first who follows the new file, with what it takes over of the adult: nobody sees more by it.
  'family:split': ofFamily({ CARE_COORDINATOR: inTeam, CASEWORKER: inTeam }),
  'family:close': forCoordinators,
  'family:look-up': ofAnyFamily({ CARE_COORDINATOR: true, CASEWORKER: true, EMPLOYMENT_ADVISOR: true }),
  // Whoever may register a family themselves has no need to ask. There is no family yet: which rows are whose, a wall says.
  'registration-request:send': [employmentAdvisor],
  'registration-request:read': [careCoordinator, employmentAdvisor],
  'registration-request:answer': [careCoordinator],
  'family-lookup:audit': [auditor],
  // Whom the family asks who has read its file.
  'accesses:read': {
    ...ofFamily({ CARE_COORDINATOR: inTeam, CASEWORKER: inTeam, EMPLOYMENT_ADVISOR: inTeam }),
    unless: [objectsToCare],
  },
  'access-log:audit': [auditor],
  'centre:read': [anyone],
  'centre:write': [careCoordinator],
  // Whoever explains an order to a family, or checks it; who decided is told with it.
  'city-settings:read': [careCoordinator, caseworker, employmentAdvisor, auditor],
  // Of the service point, as the table of agencies says below.
  'city-settings:write': [administrator],
  'centre-day:read': [careCoordinator, centreStaff],
  'centre-week:read': [careCoordinator, centreStaff],
  // What is told of a family is filtered by what may be read of it; staff are told of whom they receive.
  'care-desk:read': [careCoordinator, centreStaff],
  'care-news:read': [careCoordinator, caseworker, centreStaff, employmentAdvisor],
  'free-places:read': [careCoordinator, caseworker],
  'avip-share:read': [careCoordinator, centreStaff],
  'care:read': { ...forDesks, unless: [objectsToCare] },
  // Names what the other agencies told: we say what is not shared with us, others are told nothing of it.
  'priority:read': {
    ...forDesks,
    unless: [objectsToCare, objectionTo('JOB_SEARCH', 'CARE'), objectionTo('BENEFITS', 'CARE')],
  },
  // Of what social-protection told, where an alert names it.
  'income-support:read': { ...forDesks, unless: [objectsToCare, objectionTo('BENEFITS')] },
  'care-request:write': { ...forWriters, unless: [objectsToCare] },
  'care-request:decide': forCoordinators,
  // That there is a milestone, whose cover may not be shared.
  'milestone:know': forCover,
  // That very milestone, as the employment service shows it.
  'milestone:see': { ...forCover, unless: [objectionTo('JOB_SEARCH')] },
  'cover:read': { ...forCover, unless: objectsToCover },
  'milestone-bookings:read': { ...forCover, unless: [objectsToCare, objectionTo('JOB_SEARCH')] },
  'care-attention:read': { ...forCover, unless: [objectsToCare] },
  'cover:write': {
    ...ofFamily({ CARE_COORDINATOR: true, CASEWORKER: accompanies, EMPLOYMENT_ADVISOR: ownJobSeeker }),
    unless: objectsToCover,
  },
  'own-arrangement:write': { ...forWriters, unless: [objectsToCare] },
  'offer:write': forCoordinators,
  'booking:write': forCoordinators,
  'placement:write': forCoordinators,
  'closure:write': [careCoordinator, centreStaff],
  'attendance:write': [careCoordinator, centreStaff],
  // Whoever steers or checks the practice; caseworkers and advisors could subtract the families they follow.
  'impact-report:read': [careCoordinator, auditor, integratorWith('impact-report:read')],
} satisfies Permissions;

export type Permission = keyof typeof permissions;

const { CASEWORKER, CARE_COORDINATOR, CENTRE_STAFF, EMPLOYMENT_ADVISOR } = agenciesOfRole;
const desks = { CASEWORKER, CARE_COORDINATOR };
const servicePoint = { CARE_COORDINATOR };

/** Of which agencies who changes something must be; a mutation of which it is not said is nobody's. */
export const changers = {
  'family:register': desks,
  'family:merge': servicePoint,
  'family:split': desks,
  'family:close': servicePoint,
  'address-protection:write': desks,
  'address-protection:end': desks,
  'family:look-up': { ...desks, EMPLOYMENT_ADVISOR },
  'registration-request:send': { EMPLOYMENT_ADVISOR },
  'registration-request:answer': servicePoint,
  'care-request:write': desks,
  'care-request:decide': servicePoint,
  'cover:write': { ...desks, EMPLOYMENT_ADVISOR },
  'own-arrangement:write': desks,
  'offer:write': servicePoint,
  'booking:write': servicePoint,
  'placement:write': servicePoint,
  'centre:write': servicePoint,
  'city-settings:write': servicePoint,
  'closure:write': { CARE_COORDINATOR, CENTRE_STAFF },
  'attendance:write': { CARE_COORDINATOR, CENTRE_STAFF },
} satisfies Partial<Record<Permission, Changers>>;

/** Of which category is what each opens, as the access log says; `null` is of no family. */
export const categories = {
  'family:see': 'HOUSEHOLD',
  'family:read': 'HOUSEHOLD',
  'family:details': 'HOUSEHOLD',
  'adult:contact': 'HOUSEHOLD',
  'adult:phone': 'HOUSEHOLD',
  'home:read': 'HOUSEHOLD',
  'home:district': 'HOUSEHOLD',
  'home:change': 'HOUSEHOLD',
  'address-protection:write': 'HOUSEHOLD',
  'address-protection:end': 'HOUSEHOLD',
  'family:register': 'HOUSEHOLD',
  'family:change': 'HOUSEHOLD',
  'family:merge': 'HOUSEHOLD',
  'family:split': 'HOUSEHOLD',
  'family:close': 'HOUSEHOLD',
  'family:look-up': 'HOUSEHOLD',
  'registration-request:send': 'HOUSEHOLD',
  'registration-request:read': 'HOUSEHOLD',
  'registration-request:answer': 'HOUSEHOLD',
  'family-lookup:audit': 'HOUSEHOLD',
  'accesses:read': 'ACCESSES',
  'access-log:audit': 'ACCESSES',
  'centre:read': null,
  'centre:write': null,
  'city-settings:read': null,
  'city-settings:write': null,
  'centre-day:read': 'CARE',
  'centre-week:read': null,
  'care-desk:read': 'CARE',
  'care-news:read': 'CARE',
  'free-places:read': null,
  'avip-share:read': null,
  'care:read': 'CARE',
  'care-request:write': 'CARE',
  'care-request:decide': 'CARE',
  'cover:read': 'CARE',
  'care-attention:read': 'CARE',
  'cover:write': 'CARE',
  'own-arrangement:write': 'CARE',
  'offer:write': 'CARE',
  'booking:write': 'CARE',
  'placement:write': 'CARE',
  'closure:write': 'CARE',
  'attendance:write': 'CARE',
  'priority:read': 'CARE',
  'income-support:read': 'BENEFITS',
  'milestone:know': 'JOB_SEARCH',
  'milestone:see': 'JOB_SEARCH',
  'milestone-bookings:read': 'CARE',
  'impact-report:read': null,
  'me:read': null,
} satisfies Record<Permission, AccessCategory | null>;
