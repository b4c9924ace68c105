import { isFreshSignIn } from '@relais/platform/auth/fresh-sign-in.rules.ts';
import type { User } from '@relais/platform/auth/user.ts';
import type { Follower } from '@relais/platform/followers/follower.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { textRefusal } from '../notes/text.rules.ts';
import type { breakGlassReasons, endReasons, reviewReasons } from './break-glass.reasons.ts';
import type { BreakGlassAccess, BreakGlassFinding } from './break-glass-access.ts';

const MINUTES = 15;
const SHORTEST_REASON = 30;

/** The moment from which on nothing is read any more. */
export const untilFrom = (began: Date): Date => new Date(began.getTime() + MINUTES * 60_000);

type Stretch = Pick<BreakGlassAccess, 'until' | 'endedAt'>;

/** Whether the file is read by it at that moment. */
export const isOpenAt = ({ until, endedAt }: Stretch, now: Date): boolean => endedAt === null && now < until;

/** As all agencies are told, while it is open. The days are for whoever knows of days only. */
export const followerBy = (
  access: Stretch & Pick<BreakGlassAccess, 'sub' | 'beganAt'>,
  now: Date,
): Follower | null => {
  const { sub, beganAt, until } = access;
  if (!isOpenAt(access, now)) return null;
  const days = { from: dayOf(beganAt).toString(), to: dayOf(until).add({ days: 1 }).toString() };
  return { sub, relation: 'BREAK_GLASS', ...days, until: until.toISOString() };
};

/** Blanks say nothing. */
const lengthOf = (text: string): number => text.trim().replaceAll(/\s+/g, ' ').length;

type Asking = { readonly reason: string; readonly user: Pick<User, 'auth_time'>; readonly now: Date };

/** Why nobody may break the glass like this, whichever family it is, or `null`. */
export const askingRefusal = ({ reason, user, now }: Asking): Word<typeof breakGlassReasons> | null => {
  if (!isFreshSignIn(user, now)) return 'SIGN_IN_AGAIN';
  if (lengthOf(reason) < SHORTEST_REASON) return 'REASON_TOO_SHORT';
  return textRefusal(reason);
};

type Situation = {
  readonly sub: string;
  readonly ofFamily: readonly Pick<BreakGlassAccess, 'sub' | 'finding'>[];
  /** Whether the file is read without. */
  readonly isSeen: boolean;
};

/** Why somebody cannot break the glass of this family, or `null`. */
export const breakGlassRefusal = ({
  sub,
  ofFamily,
  isSeen,
}: Situation): Word<typeof breakGlassReasons> | null => {
  const isWaiting = ofFamily.some((each) => each.sub === sub && each.finding === null);
  if (isWaiting) return 'NOT_REVIEWED_YET';
  return isSeen ? 'SEEN_ALREADY' : null;
};

/** Why it cannot be ended before time, or `null`. */
export const endRefusal = (
  access: Stretch & Pick<BreakGlassAccess, 'version'>,
  version: number,
  now: Date,
): Word<typeof endReasons> | null => {
  if (!isOpenAt(access, now)) return 'OVER_ALREADY';
  return access.version === version ? null : 'STALE_VERSION';
};

type Review = {
  readonly version: number;
  readonly finding: BreakGlassFinding;
  readonly remark: string | null;
};

const remarkRefusal = ({ finding, remark }: Review): Word<typeof reviewReasons> | null => {
  if (remark === null) return finding === 'NOT_JUSTIFIED' ? 'REMARK_NEEDED' : null;
  return textRefusal(remark);
};

/** Why it cannot be reviewed so, or `null`: what is still read is not judged yet. */
export const reviewRefusal = (
  access: Stretch & Pick<BreakGlassAccess, 'version' | 'finding'>,
  review: Review,
  now: Date,
): Word<typeof reviewReasons> | null => {
  if (access.finding !== null) return 'REVIEWED_ALREADY';
  if (isOpenAt(access, now)) return 'STILL_OPEN';
  return access.version === review.version ? remarkRefusal(review) : 'STALE_VERSION';
};
