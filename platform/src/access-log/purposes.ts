import type { Role } from '../auth/user.ts';
import { badArgument, type RelaisError } from '../errors.ts';

/** How a client says what it asks for, where it is not what the role usually asks for. */
export const PURPOSE_HEADER = 'x-relais-purpose';

/** The same, between the gateway and its agencies: in `extensions`, which are signed with the rest of the body. */
export const PURPOSE = 'purpose';

export const purposes = [
  'FAMILY_SUPPORT',
  'BENEFITS_SUPPORT',
  'CARE_PLACEMENT',
  'JOB_SEARCH_SUPPORT',
  'CARE_OF_THE_DAY',
  'RECORD_CORRECTION',
  'REQUEST_OF_THE_FAMILY',
  'STEERING',
  'EXCHANGE_BETWEEN_SYSTEMS',
  'CONTROL',
] as const;

export type Purpose = (typeof purposes)[number];

const ofDesks = ['RECORD_CORRECTION', 'REQUEST_OF_THE_FAMILY'] as const;

/** What each role may ask for; the first is meant when nothing is said. */
const purposesOf = {
  CASEWORKER: ['FAMILY_SUPPORT', 'BENEFITS_SUPPORT', 'CARE_PLACEMENT', 'JOB_SEARCH_SUPPORT', ...ofDesks],
  EMPLOYMENT_ADVISOR: ['JOB_SEARCH_SUPPORT', 'FAMILY_SUPPORT', 'CARE_PLACEMENT', ...ofDesks],
  CARE_COORDINATOR: ['CARE_PLACEMENT', 'FAMILY_SUPPORT', 'STEERING', ...ofDesks],
  CENTRE_STAFF: ['CARE_OF_THE_DAY'],
  INTEGRATOR: ['EXCHANGE_BETWEEN_SYSTEMS', 'STEERING'],
  AUDITOR: ['CONTROL', 'REQUEST_OF_THE_FAMILY'],
} as const satisfies Record<Role, readonly [Purpose, ...Purpose[]]>;

export const purposesFor = (role: Role): readonly [Purpose, ...Purpose[]] => purposesOf[role];

/** For what somebody of this role asks; `null` when they say something that is none of theirs. */
export const purposeOf = (role: Role, said: string | undefined): Purpose | null => {
  const known = purposesFor(role);
  if (said === undefined) return known[0];
  return known.find((each) => each === said) ?? null;
};

/** Says which there are: whoever writes a client reads it. */
export const unknownPurpose = (role: Role): RelaisError =>
  badArgument(
    'X-Relais-Purpose',
    {
      fr: 'cette finalité n’est pas de celles de votre rôle : {purposes}. Sans en-tête, c’est la première.',
      en: 'this purpose is none of your role’s: {purposes}. Without the header it is the first.',
    },
    { purposes: purposesFor(role).join(', ') },
  );
