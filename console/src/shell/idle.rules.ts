type Role =
  | 'CASEWORKER'
  | 'EMPLOYMENT_ADVISOR'
  | 'CARE_COORDINATOR'
  | 'CENTRE_STAFF'
  | 'AUDITOR'
  | 'INTEGRATOR';

const MINUTE_MS = 60_000;

/** A tablet at a centre's door is shared, and left lying: nobody else's screen locks by itself. */
const LOCKS_AFTER_MS: Readonly<Partial<Record<Role, number>>> = { CENTRE_STAFF: 5 * MINUTE_MS };

export const locksAfter = (role: Role): number | undefined => LOCKS_AFTER_MS[role];

/** How long it may lie still yet; none is left when it is to be locked. */
export const leftUntilLock = (role: Role, touchedAt: number, now: number): number | undefined => {
  const limit = locksAfter(role);
  return limit === undefined ? undefined : Math.max(0, touchedAt + limit - now);
};

const TOLD_EVERY_MS = 5_000;

/** Other tabs are told of a touch, and not of each key and turn of a wheel. */
export const isToldAgain = (toldAt: number | undefined, now: number): boolean =>
  toldAt === undefined || now - toldAt >= TOLD_EVERY_MS;
