import { registerEnum } from '@relais/platform/graphql/enums.ts';

export const CareStepKind = {
  FAMILY_REGISTERED: 'FAMILY_REGISTERED',
  ADULT_ADDED: 'ADULT_ADDED',
  CHILD_ADDED: 'CHILD_ADDED',
  ADDRESS_CHANGED: 'ADDRESS_CHANGED',
  HOUSEHOLD_CHANGED: 'HOUSEHOLD_CHANGED',
  ADULT_CORRECTED: 'ADULT_CORRECTED',
  CHILD_CORRECTED: 'CHILD_CORRECTED',
  CHILD_BORN: 'CHILD_BORN',
  ADULT_LEFT: 'ADULT_LEFT',
  ADULT_BACK: 'ADULT_BACK',
  CHILD_LEFT: 'CHILD_LEFT',
  CHILD_BACK: 'CHILD_BACK',
  RESIDENCE_SHARED: 'RESIDENCE_SHARED',
  ARRANGEMENT_RECORDED: 'ARRANGEMENT_RECORDED',
  CARE_BOOKED: 'CARE_BOOKED',
  BOOKING_MOVED: 'BOOKING_MOVED',
  BOOKING_CANCELLED: 'BOOKING_CANCELLED',
  CHILD_ABSENT: 'CHILD_ABSENT',
} as const;
export type CareStepKind = keyof typeof CareStepKind;

registerEnum(CareStepKind, 'CareStepKind', 'What was done for a family.', {
  FAMILY_REGISTERED: 'The family was registered.',
  ADULT_ADDED: 'An adult joined the family.',
  CHILD_ADDED: 'A child joined the family.',
  ADDRESS_CHANGED: 'The family moved, or its address was corrected.',
  HOUSEHOLD_CHANGED: 'Who brings the children up, or the name in lists, changed.',
  ADULT_CORRECTED: 'What is known of an adult was corrected.',
  CHILD_CORRECTED: 'What is known of a child was corrected.',
  CHILD_BORN: 'A child who was expected was born.',
  ADULT_LEFT: 'An adult left the family.',
  ADULT_BACK: 'The departure of an adult was taken back.',
  CHILD_LEFT: 'A child left the family.',
  CHILD_BACK: 'The departure of a child was taken back.',
  RESIDENCE_SHARED: 'A child lives by turns with a second family, or its calendar changed.',
  ARRANGEMENT_RECORDED: 'The family looks after a child otherwise.',
  CARE_BOOKED: 'Care was booked.',
  BOOKING_MOVED: 'Booked care was moved to another time or place.',
  BOOKING_CANCELLED: 'Booked care was given back.',
  CHILD_ABSENT: 'A child who was expected did not come.',
});
