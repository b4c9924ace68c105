import type { ActingUser } from '@relais/platform/acting.ts';
import { employmentAdvisor, type User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused } from '@relais/platform/graphql/reasons.ts';
import { lockMilestone, lockSeries } from '../../cover/known-milestones/known-milestone.queries.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import type { Permission } from '../../permissions.ts';

/** An advisor covers the milestones of their own job seekers; others are as absent. */
export const mayCover = ({ advisorId }: KnownMilestone, user: User): boolean =>
  !employmentAdvisor(user) || advisorId === user.sub;

/** Who may know of the milestone, and not of care, is told so; to all others it is as if there were none. */
const hindranceOf = async (
  tx: Transaction,
  { familyId }: KnownMilestone,
  sight: ActingUser['sight'],
): Promise<'FAMILY_OBJECTS' | 'UNKNOWN_MILESTONE' | null> => {
  if (await sight.allows(tx, 'cover:write' satisfies Permission, [familyId])) return null;
  const mayKnow = await sight.whyNot(tx, 'milestone:see' satisfies Permission, [familyId]);
  const denial = await sight.whyNot(tx, 'cover:write' satisfies Permission, [familyId]);
  return mayKnow === null && denial?.because === 'OBJECTION' ? 'FAMILY_OBJECTS' : 'UNKNOWN_MILESTONE';
};

/** The milestone whose cover somebody changes, held until commit; or why they may not. */
export const lockServedMilestone = async (
  tx: Transaction,
  id: string,
  { user, sight }: Pick<ActingUser, 'user' | 'sight'>,
): Promise<KnownMilestone | Refused<'FAMILY_OBJECTS' | 'UNKNOWN_MILESTONE'>> => {
  const milestone = await lockMilestone(tx, id);
  if (!milestone || !mayCover(milestone, user)) return { refusal: 'UNKNOWN_MILESTONE' };
  const refusal = await hindranceOf(tx, milestone, sight);
  return refusal ? { refusal } : milestone;
};

/** Another advisor is told of what is to come: what is over stays with who followed it then. */
export const mayCoverSeries = (series: readonly KnownMilestone[], user: User, now: Date): boolean => {
  const toCome = series.filter(({ endsAt }) => endsAt > now);
  return (toCome.length > 0 ? toCome : series).every((each) => mayCover(each, user));
};

/** All milestones of a series whose cover somebody changes, by start, held until commit; or why they may not. */
export const lockServedSeries = async (
  tx: Transaction,
  seriesId: string,
  { user, sight, now }: ActingUser,
): Promise<KnownMilestone[] | Refused<'FAMILY_OBJECTS' | 'UNKNOWN_SERIES'>> => {
  const series = await lockSeries(tx, seriesId);
  const [first] = series;
  if (!first || !mayCoverSeries(series, user, now)) return { refusal: 'UNKNOWN_SERIES' };
  const refusal = await hindranceOf(tx, first, sight);
  if (!refusal) return series;
  return { refusal: refusal === 'UNKNOWN_MILESTONE' ? 'UNKNOWN_SERIES' : refusal };
};
