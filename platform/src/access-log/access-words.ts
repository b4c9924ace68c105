import { enumOf } from '../graphql/enums.ts';
import type { AccessCategory } from './categories.ts';
import type { Purpose } from './purposes.ts';

/** What came of it: the family's data were answered, were not shared, or were changed. */
export const AccessOutcome = enumOf(
  'AccessOutcome',
  'What came of it that somebody asked for data of a family.',
  {
    SEEN: 'They were answered.',
    DENIED: 'They were asked for and not shared.',
    CHANGED: 'Something was recorded or changed, or the family was looked up.',
  },
);
export type AccessOutcome = keyof typeof AccessOutcome;

const categoryMeanings = {
  HOUSEHOLD: 'Who belongs to the family, where it lives, how it is reached.',
  CARE: 'Childcare: requests, places, bookings, whether milestones are covered.',
  BENEFITS: 'Benefits, resources and what is worked out of them.',
  JOB_SEARCH: 'Job-seeker files and milestones.',
  COORDINATION: 'Who follows the family: team, referrals, notes, tasks.',
  ACCESSES: 'Who asked for data of the family: the access log itself.',
} satisfies Record<AccessCategory, string>;

export const AccessedCategory = enumOf(
  'AccessedCategory',
  'What of a family’s file was asked for.',
  categoryMeanings,
);

const purposeMeanings = {
  FAMILY_SUPPORT: 'To accompany the family.',
  BENEFITS_SUPPORT: 'For its benefits.',
  CARE_PLACEMENT: 'To find and arrange childcare.',
  JOB_SEARCH_SUPPORT: 'To accompany the job search.',
  CARE_OF_THE_DAY: 'To look after the children who come.',
  RECORD_CORRECTION: 'To put the file right.',
  REQUEST_OF_THE_FAMILY: 'Because the family asked.',
  STEERING: 'To steer what the city offers.',
  EXCHANGE_BETWEEN_SYSTEMS: 'For an exchange between systems.',
  CONTROL: 'To check how the practice works.',
} satisfies Record<Purpose, string>;

export const AccessPurpose = enumOf(
  'AccessPurpose',
  'For what somebody asked, as they said it.',
  purposeMeanings,
);

/** The first tells most about a reader: who follows a family sees some of it by the role alone. */
export const AccessRelation = enumOf('AccessRelation', 'What let somebody in to the data of a family.', {
  TEAM: 'Being in its support team.',
  ADVISOR: 'Being the advisor of one of its job seekers.',
  REFERRAL: 'A referral that was sent to them.',
  BREAK_GLASS: 'An emergency, in which they opened the file without following the family (`breakGlass`).',
  DISTRICT: 'Being of the social service of its district, while nobody was in its team.',
  WORKS_FOR_DISTRICT: 'Being of the social service of its district, to which somebody wrote.',
  DESK: 'A job seeker of the family waiting for an advisor at the desk of their agency.',
  NOTHING: 'Nothing: they were not let in.',
  PARTY: 'Being a party to the record itself, whatever ties them to the family.',
  ROLE: 'Their role alone.',
});
export type AccessRelation = keyof typeof AccessRelation;
