import type { User } from '@relais/platform/auth/user.ts';

/** Staff act for the centres that their token names and no other; whoever else passed the door acts for all. */
export const mayActForCentre = (
  { role, centreIds }: Pick<User, 'role' | 'centreIds'>,
  centreId: string,
): boolean => role !== 'CENTRE_STAFF' || centreIds.includes(centreId);
