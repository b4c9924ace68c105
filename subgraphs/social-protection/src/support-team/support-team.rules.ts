import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { Temporal } from 'temporal-polyfill';
import type { handOverReasons, joinReasons, leaveReasons } from './support-team.reasons.ts';
import type { SupportTeamMember } from './support-team-member.ts';

type Stretch = Pick<SupportTeamMember, 'from' | 'to'>;

/** What was noted late is made good; who may have seen a file long ago is not changed afterwards. */
const LONGEST_BACK_DAYS = 30;

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

/** Whoever leads on a day. */
export const leadOn = <Member extends Stretch & Pick<SupportTeamMember, 'isLead'>>(
  team: readonly Member[],
  day: Temporal.PlainDate,
): Member | null => team.find((each) => each.isLead && isMemberOn(each, day)) ?? null;

type Actor = Pick<Professional, 'id' | 'role'>;

/** The lead decides who follows a family; where nobody leads, a coordinator of the service point does. */
export const decidesOn = (
  { id, role }: Actor,
  team: readonly SupportTeamMember[],
  today: Temporal.PlainDate,
): boolean => {
  const lead = leadOn(team, today);
  return lead ? lead.professionalId === id : role === 'CARE_COORDINATOR';
};

const overlaps = (one: Stretch, from: Temporal.PlainDate): boolean =>
  one.to === null || isBefore(from, one.to);

type Joining = {
  readonly professionalId: string;
  readonly isLead: boolean;
  readonly from: Temporal.PlainDate;
};

const meanwhileOf = (members: readonly SupportTeamMember[], from: Temporal.PlainDate): SupportTeamMember[] =>
  members.filter((each) => hasDays(each) && overlaps(each, from));

/** A caseworker who comes where nobody has led from that day on is the lead. */
export const leadsFrom = (
  role: Professional['role'],
  members: readonly SupportTeamMember[],
  from: Temporal.PlainDate,
): boolean => role === 'CASEWORKER' && !meanwhileOf(members, from).some(({ isLead }) => isLead);

/** Why the days or the place in a team cannot be taken, or `null`. */
const placeRefusal = (
  { professionalId, isLead, from }: Joining,
  members: readonly SupportTeamMember[],
  today: Temporal.PlainDate,
): Word<typeof joinReasons> | null => {
  if (isBefore(today, from)) return 'FROM_IN_THE_FUTURE';
  if (isBefore(from, today.subtract({ days: LONGEST_BACK_DAYS }))) return 'FROM_TOO_LONG_AGO';
  const meanwhile = meanwhileOf(members, from);
  if (meanwhile.some((each) => each.professionalId === professionalId)) return 'ALREADY_MEMBER';
  return isLead && meanwhile.some((each) => each.isLead) ? 'LEAD_IS_TAKEN' : null;
};

/** A caseworker takes a family that nobody follows; else nobody joins by themselves. */
const addsRefusal = (
  professionalId: string,
  actor: Actor,
  members: readonly SupportTeamMember[],
  today: Temporal.PlainDate,
): Word<typeof joinReasons> | null => {
  if (actor.id !== professionalId) return decidesOn(actor, members, today) ? null : 'ONLY_THE_LEAD_ADDS';
  const isFollowed = currentAndComing(members, today).some(hasDays);
  return actor.role === 'CASEWORKER' && !isFollowed ? null : 'ASK_TO_JOIN';
};

/** Why somebody cannot be put into a team by another, or by themselves, or `null`. */
export const joinRefusal = (
  joining: Joining,
  actor: Actor,
  members: readonly SupportTeamMember[],
  today: Temporal.PlainDate,
): Word<typeof joinReasons> | null =>
  placeRefusal(joining, members, today) ?? addsRefusal(joining.professionalId, actor, members, today);

/** Whether joining again under the same id is the membership on record; who leads may not have asked to. */
export const isSameJoining = (
  member: SupportTeamMember,
  { familyId, professionalId, isLead, from }: Joining & { readonly familyId: string },
): boolean =>
  member.familyId === familyId &&
  member.professionalId === professionalId &&
  (member.isLead || !isLead) &&
  member.from.equals(from);

/** Why a member cannot leave on a day, or be removed, or `null`. A lead leaves last, or hands over first. */
export const leaveRefusal = (
  member: SupportTeamMember,
  actor: Actor,
  { version, on }: { readonly version: number; readonly on: Temporal.PlainDate },
  team: readonly SupportTeamMember[],
  today: Temporal.PlainDate,
): Word<typeof leaveReasons> | null => {
  if (member.professionalId !== actor.id && !decidesOn(actor, team, today)) return 'ONLY_THE_LEAD_REMOVES';
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
  actor: Pick<Actor, 'id'>,
  version: number,
): Word<typeof handOverReasons> | null => {
  if (lead.isLead && lead.professionalId !== actor.id) return 'ONLY_THE_LEAD_HANDS_OVER';
  if (lead.version !== version) return 'STALE_VERSION';
  if (lead.familyId !== next.familyId) return 'ANOTHER_FAMILY';
  if (!lead.isLead) return 'NOT_THE_LEAD';
  if (lead.to !== null || next.to !== null) return 'ALREADY_LEFT';
  return next.isLead ? 'LEAD_ALREADY' : null;
};
