import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import type { BreakGlassAccess } from '../break-glasses/break-glass-access.ts';
import { asKnownOn } from '../entitlements/entitlement.rules.ts';
import type { EntitlementFile } from '../entitlements/entitlement.ts';
import type { EntitlementState } from '../entitlements/entitlement-state.ts';
import type { State } from '../entitlements/entitlement-status.ts';
import type { Scheme } from '../entitlements/scheme.ts';
import { standing } from '../information-given/information-given.rules.ts';
import type { InformationGiven } from '../information-given/information-given.ts';
import type { InformationSubject } from '../information-given/information-subject.ts';
import type { PartedFile } from '../parted-files/parted-file.queries.ts';
import { expiresOn, statusOf } from '../referrals/referral.rules.ts';
import type { Referral } from '../referrals/referral.ts';
import type { Resources } from '../resources/resources.ts';
import { hasDays } from '../support-team/support-team.rules.ts';
import type { SupportTeamMember } from '../support-team/support-team-member.ts';
import type { WorkHandedOn } from '../taking-over/work-handed-on.queries.ts';
import type { Task } from '../tasks/task.ts';

export type TimelineKind =
  | `ENTITLEMENT_${State}`
  | 'ENTITLEMENT_UPDATED'
  | 'ENTITLEMENT_MISTAKEN'
  | 'RESOURCES_RECORDED'
  | 'RESOURCES_CHOSEN'
  | 'TEAM_MEMBER_JOINED'
  | 'TEAM_MEMBER_LEFT'
  | 'TEAM_LEAD_TAKEN'
  | 'TEAM_MEMBER_HANDED_ON'
  | 'TEAM_MEMBER_TO_DESK'
  | 'WORK_HANDED_ON'
  | 'WORK_TO_DESK'
  | 'REFERRAL_SENT'
  | 'REFERRAL_ACCEPTED'
  | 'REFERRAL_DECLINED'
  | 'REFERRAL_WITHDRAWN'
  | 'REFERRAL_EXPIRED'
  | 'TASK_DONE'
  | 'GLASS_BROKEN'
  | 'BREAK_GLASS_REVIEWED'
  | 'INFORMATION_GIVEN'
  | 'FILES_PARTED';

/** Something that happened, before it is said in a language. */
export type Happening = {
  readonly id: string;
  readonly at: Date;
  readonly kind: TimelineKind;
  readonly scheme?: Scheme;
  readonly reason?: string | null;
  readonly year?: number;
  readonly professionalId?: string;
  /** Who follows in their place. */
  readonly successorId?: string | null;
  /** Whose work went on, and to whom, by the sign-in. */
  readonly memberSub?: string;
  readonly successorSub?: string | null;
  readonly title?: string;
  readonly subjects?: readonly InformationSubject[];
  /** Who did it, where the reader may know. */
  readonly authorSub?: string | null;
  readonly referral?: Pick<Referral, 'target' | 'senderSub' | 'addresseeSub' | 'sentAt'>;
};

const stateHappening = (
  scheme: Scheme,
  { id, state, from, reason }: EntitlementState,
  previous: EntitlementState | undefined,
): Happening => ({
  id,
  at: startOfDay(from),
  kind: previous?.state === state ? 'ENTITLEMENT_UPDATED' : `ENTITLEMENT_${state}`,
  scheme,
  reason,
});

/** A state that was replaced on its first day never held, nor any of a benefit that was put on record by mistake. */
const ofEntitlements = (files: readonly EntitlementFile[], today: Temporal.PlainDate): Happening[] => [
  ...asKnownOn(files, today).flatMap(({ scheme, states }) =>
    states.filter(hasDays).map((state, index, held) => stateHappening(scheme, state, held[index - 1])),
  ),
  ...files.flatMap(({ id, scheme, mistakenAt }): Happening[] =>
    mistakenAt ? [{ id, at: mistakenAt, kind: 'ENTITLEMENT_MISTAKEN', scheme }] : [],
  ),
];

/** Only a merge of two files leaves several to replace at once. */
const ofResources = (resources: readonly Resources[]): Happening[] =>
  resources.map(({ id, recordedAt, year, replaces }) => ({
    id,
    at: recordedAt,
    kind: replaces.length > 1 ? 'RESOURCES_CHOSEN' : 'RESOURCES_RECORDED',
    year,
  }));

/** How a stretch ended: whoever took it over is told with it. */
const endOfStretch = (
  { id, professionalId, handedOnBy, handedOnTo }: SupportTeamMember,
  to: Temporal.PlainDate,
): Happening => {
  const left = { id, at: startOfDay(to), professionalId };
  if (handedOnBy === null) return { ...left, kind: 'TEAM_MEMBER_LEFT' };
  const kind = handedOnTo ? 'TEAM_MEMBER_HANDED_ON' : 'TEAM_MEMBER_TO_DESK';
  return { ...left, kind, successorId: handedOnTo, authorSub: handedOnBy };
};

/** Who changes capacity neither leaves nor joins: only taking the lead is told. */
const ofTeam = (members: readonly SupportTeamMember[], today: Temporal.PlainDate): Happening[] => {
  const stretches = members.filter(hasDays);
  return stretches
    .flatMap((stretch): Happening[] => {
      const { id, professionalId, isLead, from, to } = stretch;
      const own = stretches.filter((each) => each.professionalId === professionalId);
      const goesOn = to !== null && own.some((each) => each.from.equals(to));
      const wasThere = own.some((each) => each.to?.equals(from));
      const begun: Happening = {
        id,
        at: startOfDay(from),
        kind: isLead ? 'TEAM_LEAD_TAKEN' : 'TEAM_MEMBER_JOINED',
        professionalId,
      };
      const left = to && !goesOn ? [endOfStretch(stretch, to)] : [];
      return wasThere && !isLead ? left : [begun, ...left];
    })
    .filter(({ at }) => at <= startOfDay(today));
};

/** Open tasks and waiting referrals, which nobody of the team need have had. */
const ofWork = (handedOn: readonly WorkHandedOn[]): Happening[] =>
  handedOn.map(({ id, fromSub, toSub, handedOnBy, handedOnAt }) => ({
    ...{ id, at: handedOnAt, kind: toSub ? ('WORK_HANDED_ON' as const) : ('WORK_TO_DESK' as const) },
    ...{ memberSub: fromSub, successorSub: toSub, authorSub: handedOnBy },
  }));

const endOf = (referral: Referral, today: Temporal.PlainDate): Happening[] => {
  const { id, decision, decidedAt, decidedBySub, withdrawnAt, senderSub } = referral;
  if (decision && decidedAt)
    return [{ id, at: decidedAt, kind: `REFERRAL_${decision}`, authorSub: decidedBySub, referral }];
  if (withdrawnAt)
    return [{ id, at: withdrawnAt, kind: 'REFERRAL_WITHDRAWN', authorSub: senderSub, referral }];
  if (statusOf(referral, today) !== 'EXPIRED') return [];
  return [{ id, at: startOfDay(expiresOn(referral)), kind: 'REFERRAL_EXPIRED', referral }];
};

const ofReferrals = (referrals: readonly Referral[], today: Temporal.PlainDate): Happening[] =>
  referrals.flatMap((referral) => [
    { id: referral.id, at: referral.sentAt, kind: 'REFERRAL_SENT', authorSub: referral.senderSub, referral },
    ...endOf(referral, today),
  ]);

const ofTasks = (tasks: readonly Task[]): Happening[] =>
  tasks.flatMap(({ id, doneAt, doneBySub, title }) =>
    doneAt ? [{ id, at: doneAt, kind: 'TASK_DONE', title, authorSub: doneBySub }] : [],
  );

/** Why is told beside, to whoever may read it. */
const ofBreakGlasses = (broken: readonly BreakGlassAccess[]): Happening[] =>
  broken.flatMap(({ id, sub, beganAt, reviewedAt }): Happening[] => [
    { id, at: beganAt, kind: 'GLASS_BROKEN', authorSub: sub },
    ...(reviewedAt ? [{ id, at: reviewedAt, kind: 'BREAK_GLASS_REVIEWED' as const, authorSub: sub }] : []),
  ]);

/** Placed by the day of the conversation; what a correction says was none is told of no day. */
const ofInformation = (given: readonly InformationGiven[]): Happening[] =>
  standing(given)
    .filter(({ subjects }) => subjects.length > 0)
    .map(({ id, givenOn, givenBySub, subjects }) => ({
      ...{ id, at: startOfDay(givenOn), kind: 'INFORMATION_GIVEN' as const, subjects, authorSub: givenBySub },
    }));

const ofParted = (parted: readonly PartedFile[]): Happening[] =>
  parted.map(({ id, partedAt }) => ({ id, at: partedAt, kind: 'FILES_PARTED' }));

/** Only what the reader may see; empty where nothing is shared. */
export type TimelineFacts = {
  readonly files: readonly EntitlementFile[];
  readonly resources: readonly Resources[];
  readonly team: readonly SupportTeamMember[];
  readonly referrals: readonly Referral[];
  readonly tasks: readonly Task[];
  readonly broken: readonly BreakGlassAccess[];
  readonly handedOn: readonly WorkHandedOn[];
  readonly information: readonly InformationGiven[];
  readonly parted: readonly PartedFile[];
};

const isNewer = (one: Happening, other: Happening): number =>
  other.at.getTime() - one.at.getTime() || Number(one.id < other.id) - Number(one.id > other.id);

/** What happened, newest first; of one instant the greater id first. */
export const happenings = (facts: TimelineFacts, today: Temporal.PlainDate): Happening[] =>
  [
    ...ofEntitlements(facts.files, today),
    ...ofResources(facts.resources),
    ...ofTeam(facts.team, today),
    ...ofReferrals(facts.referrals, today),
    ...ofWork(facts.handedOn),
    ...ofTasks(facts.tasks),
    ...ofBreakGlasses(facts.broken),
    ...ofInformation(facts.information),
    ...ofParted(facts.parted),
  ].sort(isNewer);

/** What comes behind a position `(at, id)`. */
export const behind = (
  all: readonly Happening[],
  position: { readonly at: string; readonly id: string } | null,
): Happening[] =>
  all.filter(({ at, id }) => {
    if (!position) return true;
    const instant = at.toISOString();
    return instant < position.at || (instant === position.at && id < position.id);
  });
