import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CareDeskKind = enumOf('CareDeskKind', 'What waits at a desk of the early-childhood service.', {
  MILESTONE_WITHOUT_CARE:
    'Coordinators: a milestone until the end of the next working day whose children lack care, wholly or in part. Due when it has to be left for.',
  OFFER_OPEN: 'Coordinators: a place is held until the family answers. Due when it expires.',
  OFFER_ACCEPTED:
    'Coordinators: the family took a place, and the child is not admitted. Due on its first day.',
  BOOKING_OF_CANCELLED_MILESTONE:
    'Coordinators: care is booked for a milestone that is called off. Due when it starts.',
  REGISTRATION_REQUEST:
    'Coordinators: an advisor asks to register a family that has no file. Due since it was sent.',
  CARE_LEFT_TO_PAY:
    'Coordinators: a file that was split this month or the last goes on paying stays of children who left it (`Family.careLeftToPay`). Due when the month of the split is over and billed, and shown until the next one is.',
  SECTION_AGE_ENDS:
    'A child passes the age of its section within 30 days, while its placement goes on. Due on that birthday.',
  CENTRE_FULL:
    'Coordinators: a centre has no place left at some moment until the end of the next working day, emergencies apart. Due at the first such moment.',
  ARRIVAL:
    'Staff of a centre: a child is expected today, and nobody noted yet that it came. Due when it comes.',
  ABSENCE: 'Staff of a centre: an announced absence, today or within 7 days. Due on its first day.',
  STAFF_LACKING:
    'Staff of a centre: on a day within a week, half-hours for which adults are noted have fewer than the ratio asks for. Due at the first of them.',
  CLOSURE: 'Staff of a centre: it is closed today or within 30 days. Due on the first day.',
});
export type CareDeskKind = keyof typeof CareDeskKind;
