import { enumOf } from '@relais/platform/graphql/enums.ts';

export const BookingStatus = enumOf('BookingStatus', 'Where a booking stands in its life.', {
  HELD: 'Kept for a family while it decides: it takes a place but covers nothing yet.',
  CONFIRMED: 'The child is expected.',
  ATTENDED: 'The child came.',
  ABSENT: 'The child did not come.',
  CANCELLED: 'Given back; the place is free.',
});
export type BookingStatus = keyof typeof BookingStatus;
