import { enumOf } from '@relais/platform/graphql/enums.ts';
import type { BookingStatus } from './booking-status.ts';

export const AttendanceOutcome = enumOf('AttendanceOutcome', 'Whether a child who was expected came.', {
  ATTENDED: 'The child came.',
  ABSENT: 'The child did not come.',
} satisfies Partial<Record<BookingStatus, string>>);
export type AttendanceOutcome = keyof typeof AttendanceOutcome;
