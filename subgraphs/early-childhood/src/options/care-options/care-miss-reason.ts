import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CareMissReason = enumOf('CareMissReason', 'What keeps a section from being an option.', {
  STARTS_BEFORE_NEXT_MONDAY: 'Long-term care starts on the next Monday or later.',
  CHILD_ALREADY_BOOKED: 'The child is booked at that time, here or elsewhere.',
  CARE_KIND_NOT_OFFERED: 'The centre does not offer this kind of care.',
  OUTSIDE_OPENING_HOURS: 'The centre is not open then.',
  CENTRE_CLOSED: 'The centre is closed on that day, or at those hours.',
  CHILD_TOO_YOUNG:
    'Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected.',
  CHILD_TOO_OLD: '6 years or older, or too old for the section.',
  FACILITY_MISSING: 'A facility the child needs is missing.',
  SECTION_FULL: 'No place is free in the section.',
  CENTRE_FULL: 'The centre has reached its authorised places, or 115 % of them for an emergency.',
  CENTRE_WEEK_FULL: 'The child-hours of the week would exceed authorised places × opening hours (R2324-27).',
});
export type MissReason = keyof typeof CareMissReason;
