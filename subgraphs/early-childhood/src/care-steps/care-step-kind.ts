import { registerEnum } from '@relais/platform/graphql/enums.ts';

export const CareStepKind = {
  FAMILY_REGISTERED: 'FAMILY_REGISTERED',
  ADULT_ADDED: 'ADULT_ADDED',
  CHILD_ADDED: 'CHILD_ADDED',
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
  RESIDENCE_SHARED: 'A child lives by turns with a second family, or its calendar changed.',
  ARRANGEMENT_RECORDED: 'The family looks after a child otherwise.',
  CARE_BOOKED: 'Care was booked.',
  BOOKING_MOVED: 'Booked care was moved to another time or place.',
  BOOKING_CANCELLED: 'Booked care was given back.',
  CHILD_ABSENT: 'A child who was expected did not come.',
});
