import { registerEnum } from '@relais/platform/graphql/enums.ts';
import type { MissReason } from './care-fit.rules.ts';

export const CareMissReason = {
  STARTS_BEFORE_NEXT_MONDAY: 'STARTS_BEFORE_NEXT_MONDAY',
  CHILD_ALREADY_BOOKED: 'CHILD_ALREADY_BOOKED',
  CARE_KIND_NOT_OFFERED: 'CARE_KIND_NOT_OFFERED',
  OUTSIDE_OPENING_HOURS: 'OUTSIDE_OPENING_HOURS',
  CENTRE_CLOSED: 'CENTRE_CLOSED',
  CHILD_TOO_YOUNG: 'CHILD_TOO_YOUNG',
  CHILD_TOO_OLD: 'CHILD_TOO_OLD',
  FACILITY_MISSING: 'FACILITY_MISSING',
  SECTION_FULL: 'SECTION_FULL',
  CENTRE_FULL: 'CENTRE_FULL',
  CENTRE_WEEK_FULL: 'CENTRE_WEEK_FULL',
} as const satisfies { [Each in MissReason]: Each };

registerEnum(CareMissReason, 'CareMissReason', 'What keeps a section from being an option.', {
  STARTS_BEFORE_NEXT_MONDAY: 'Long-term care starts on the next Monday or later.',
  CHILD_ALREADY_BOOKED: 'The child is booked at that time, here or elsewhere.',
  CARE_KIND_NOT_OFFERED: 'The centre does not offer this kind of care.',
  OUTSIDE_OPENING_HOURS: 'The centre is not open then.',
  CENTRE_CLOSED: 'The day is a closure of the centre.',
  CHILD_TOO_YOUNG: 'Not born yet, under 10 weeks, or too young for the section.',
  CHILD_TOO_OLD: '6 years or older, or too old for the section.',
  FACILITY_MISSING: 'A facility the child needs is missing.',
  SECTION_FULL: 'No place is free in the section.',
  CENTRE_FULL: 'The centre has reached its authorised places, or 115 % of them for an emergency.',
  CENTRE_WEEK_FULL: 'The child-hours of the week would exceed authorised places × opening hours (R2324-27).',
});
