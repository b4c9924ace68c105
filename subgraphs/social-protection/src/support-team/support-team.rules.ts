import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import type { handOverReasons, joinReasons, leaveReasons } from './support-team.reasons.ts';
import type { SupportTeamMember } from './support-team-member.ts';

type Stretch = Pick<SupportTeamMember, 'from' | 'to'>;

/** Further back nobody can say any more who was in a team. */
const LONGEST_BACK_YEARS = 10;

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) < 0;

/** In the team on a day; `to` is the first day no longer. */
export const isMemberOn = ({ from, to }: Stretch, day: Temporal.PlainDate): boolean =>
  !isBefore(day, from) && (to === null || isBefore(day, to));

/** A stretch that was replaced on its first day never counted. */
export const hasDays = ({ from, to }: Stretch): boolean => to === null || isBefore(from, to);

/** Who is in the team or will be: what the other agencies are told. */
export const currentAndComing = <Member extends Stretch>(
  members: readonly Member[],
  day: Temporal.PlainDate,
): Member[] => members.filter(({ to }) => to === null || isBefore(day, to));

const overlaps = (one: Stretch, from: Temporal.PlainDate): boolean =>
  one.to === null || isBefore(from, one.to);

type Joining = {
  readonly professionalId: string;
  readonly isLead: boolean;
  readonly from: Temporal.PlainDate;
};

/** Why somebody cannot join a team, or `null`. */
export const joinRefusal = (
  { professionalId, isLead, from }: Joining,
  members: readonly SupportTeamMember[],
  today: Temporal.PlainDate,
): Word<typeof joinReasons> | null => {
  if (isBefore(today, from)) return 'FROM_IN_THE_FUTURE';
  if (isBefore(from, today.subtract({ years: LONGEST_BACK_YEARS }))) return 'FROM_TOO_LONG_AGO';
  const meanwhile = members.filter((each) => hasDays(each) && overlaps(each, from));
  if (meanwhile.some((each) => each.professionalId === professionalId)) return 'ALREADY_MEMBER';
  return isLead && meanwhile.some((each) => each.isLead) ? 'LEAD_IS_TAKEN' : null;
};

/** Whether joining again under the same id is the membership on record. */
export const isSameJoining = (
  member: SupportTeamMember,
  { familyId, professionalId, isLead, from }: Joining & { readonly familyId: string },
): boolean =>
  member.familyId === familyId &&
  member.professionalId === professionalId &&
  member.isLead === isLead &&
  member.from.equals(from);

/** Why a member cannot leave on a day, or `null`. A lead leaves last, or hands over first. */
export const leaveRefusal = (
  member: SupportTeamMember,
  { version, on }: { readonly version: number; readonly on: Temporal.PlainDate },
  team: readonly SupportTeamMember[],
  today: Temporal.PlainDate,
): Word<typeof leaveReasons> | null => {
  if (member.version !== version) return 'STALE_VERSION';
  if (member.to !== null) return 'ALREADY_LEFT';
  if (isBefore(on, member.from)) return 'LEAVES_BEFORE_JOINING';
  if (isBefore(today, on)) return 'LEAVES_IN_THE_FUTURE';
  const others = currentAndComing(team, today).filter(({ id }) => id !== member.id);
  return member.isLead && others.length > 0 ? 'HAND_OVER_FIRST' : null;
};

/** Why the lead cannot pass from one member to another, or `null`. */
export const handOverRefusal = (
  lead: SupportTeamMember,
  next: SupportTeamMember,
  version: number,
): Word<typeof handOverReasons> | null => {
  if (lead.version !== version) return 'STALE_VERSION';
  if (lead.familyId !== next.familyId) return 'ANOTHER_FAMILY';
  if (!lead.isLead) return 'NOT_THE_LEAD';
  if (lead.to !== null || next.to !== null) return 'ALREADY_LEFT';
  return next.isLead ? 'LEAD_ALREADY' : null;
};
