import type { SessionClaims } from './ended-sessions.rules.ts';
import { CLOCK_TOLERANCE_SECONDS } from './token.rules.ts';

/** Long enough to come back from the sign-in and say why; too short for whoever finds a screen that was left on. */
export const FRESH_SIGN_IN_SECONDS = 300;

/**
 * Whether the person themself proved who they are just now. A renewed token says when that was, not when it was made; one
 * that does not say it proves nothing.
 */
export const isFreshSignIn = ({ auth_time }: Pick<SessionClaims, 'auth_time'>, now: Date): boolean => {
  if (auth_time === undefined) return false;
  const age = now.getTime() / 1_000 - auth_time;
  return -CLOCK_TOLERANCE_SECONDS <= age && age <= FRESH_SIGN_IN_SECONDS;
};
