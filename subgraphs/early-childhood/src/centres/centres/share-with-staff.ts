import type { User } from '@relais/platform/auth/user.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { mayActForCentre } from './centre-staff.rules.ts';

/** Stops the staff of another centre at a field that is about the work of this one. */
export const shareWithStaffOf = (centreId: string, user: User, field: string): void => {
  if (mayActForCentre(user, centreId)) return;
  throw new RelaisError('NOT_SHARED', `"${field}" is shared with the staff of this centre only.`);
};
