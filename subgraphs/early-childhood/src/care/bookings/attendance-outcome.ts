import { registerEnum } from '@relais/platform/graphql/enums.ts';
import type { BookingStatus } from './booking-status.ts';

export const AttendanceOutcome = {
  ATTENDED: 'ATTENDED',
  ABSENT: 'ABSENT',
} as const satisfies Partial<Record<BookingStatus, BookingStatus>>;
export type AttendanceOutcome = keyof typeof AttendanceOutcome;

registerEnum(AttendanceOutcome, 'AttendanceOutcome', 'Whether a child who was expected came.', {
  ATTENDED: 'The child came.',
  ABSENT: 'The child did not come.',
});
