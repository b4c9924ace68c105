import { reasonRefusal as whyRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { textRefusal } from '../notes/text.rules.ts';
import type { answerReasons, correctReferralReasons, seenReasons, sendReasons } from './referral.reasons.ts';
import type { Referral, ReferralDecision, ReferralTarget } from './referral.ts';
import type { ReferralStatus } from './referral-status.ts';

const REMINDER_DAYS = 10;
const LIFE_DAYS = 30;

/** Who works behind each target. */
const targetRoles = {
  SERVICE_POINT: 'CARE_COORDINATOR',
  ADVISOR: 'EMPLOYMENT_ADVISOR',
  SOCIAL_WORKER: 'CASEWORKER',
} satisfies Record<ReferralTarget, string>;

const targets: readonly ReferralTarget[] = ['SERVICE_POINT', 'ADVISOR', 'SOCIAL_WORKER'];

/** The target a role stands for, if any. */
export const targetOf = (role: string): ReferralTarget | null =>
  targets.find((target) => targetRoles[target] === role) ?? null;

/** Days on which the sender is reminded and the referral ends, unless it is decided by then. */
export const remindOn = ({ sentAt }: Pick<Referral, 'sentAt'>): Temporal.PlainDate =>
  dayOf(sentAt).add({ days: REMINDER_DAYS });

export const expiresOn = ({ sentAt }: Pick<Referral, 'sentAt'>): Temporal.PlainDate =>
  dayOf(sentAt).add({ days: LIFE_DAYS });

const isOnOrAfter = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) >= 0;

/** From dates alone, so that nothing has to run for a referral to expire. */
export const statusOf = (
  referral: Pick<Referral, 'decision' | 'seenAt' | 'sentAt' | 'withdrawnAt'>,
  today: Temporal.PlainDate,
): ReferralStatus => {
  if (referral.decision) return referral.decision;
  if (referral.withdrawnAt) return 'WITHDRAWN';
  if (isOnOrAfter(today, expiresOn(referral))) return 'EXPIRED';
  return referral.seenAt ? 'SEEN' : 'SENT';
};

/** Who answers has seen it. */
const nextStatuses = {
  SENT: ['SEEN', 'ACCEPTED', 'DECLINED'],
  SEEN: ['ACCEPTED', 'DECLINED'],
  ACCEPTED: [],
  DECLINED: [],
  WITHDRAWN: [],
  EXPIRED: [],
} satisfies Record<ReferralStatus, readonly ReferralStatus[]>;

export const mayStep = (from: ReferralStatus, to: ReferralStatus): boolean => {
  const next: readonly ReferralStatus[] = nextStatuses[from];
  return next.includes(to);
};

export const isReminderDue = (referral: Referral, today: Temporal.PlainDate): boolean => {
  const status = statusOf(referral, today);
  return (status === 'SENT' || status === 'SEEN') && isOnOrAfter(today, remindOn(referral));
};

/** Whoever is asked reads the family's file until the referral is decided or over; of nobody in particular, who opened it. */
export const readingOf = (
  referral: Pick<Referral, 'addresseeSub' | 'seenBySub' | 'decision' | 'sentAt' | 'withdrawnAt'>,
): { readonly sub: string; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } | null => {
  const sub = referral.addresseeSub ?? referral.seenBySub;
  if (sub === null || referral.decision || referral.withdrawnAt) return null;
  return { sub, from: dayOf(referral.sentAt), to: expiresOn(referral) };
};

type Reader = { readonly sub: string; readonly role: string };

/** Whom it is addressed to: everybody behind the target, or the one who is named. */
export const isFor = ({ target, addresseeSub }: Referral, { sub, role }: Reader): boolean =>
  targetRoles[target] === role && (addresseeSub === null || addresseeSub === sub);

/** Sender and addressees. */
export const isPartyTo = (referral: Referral, reader: Reader): boolean =>
  referral.senderSub === reader.sub || isFor(referral, reader);

/**
 * What lets somebody read it, any of which is enough: that they sent it or are named in it, that they work where it
 * was sent to nobody in particular, or that they follow the family.
 */
export const readings = (
  referral: Referral,
  reader: Reader,
): readonly ('own-referral:read' | 'open-referral:read' | 'every-referral:read')[] => {
  if (referral.senderSub === reader.sub || referral.addresseeSub === reader.sub) return ['own-referral:read'];
  return isFor(referral, reader) ? ['open-referral:read', 'every-referral:read'] : ['every-referral:read'];
};

type Sending = {
  readonly target: ReferralTarget;
  readonly message: string;
  readonly addresseeRole: string | null;
  /** Nobody may read the file who is not named. */
  readonly isRestricted: boolean;
  /** Somebody of the social service works for the district of the family. */
  readonly hasDistrictService: boolean;
};

/** Why a referral of a known family cannot be sent, or `null`. */
export const sendRefusal = (sending: Sending): Word<typeof sendReasons> | null => {
  const { target, message, addresseeRole, isRestricted, hasDistrictService } = sending;
  if (target === 'ADVISOR' && addresseeRole === null) return 'ADVISOR_NOT_NAMED';
  if (isRestricted && addresseeRole === null) return 'NAME_SOMEBODY';
  if (target === 'SOCIAL_WORKER' && addresseeRole === null && !hasDistrictService)
    return 'NOBODY_OF_THE_DISTRICT';
  if (addresseeRole !== null && addresseeRole !== targetRoles[target]) return 'ADDRESSEE_OF_ANOTHER_ROLE';
  return textRefusal(message);
};

/** Whether one of a family's referrals to the same addressee still waits for an answer. */
export const isSentAlready = (
  { target, addresseeSub }: Pick<Referral, 'target' | 'addresseeSub'>,
  ofFamily: readonly Referral[],
  today: Temporal.PlainDate,
): boolean =>
  ofFamily.some((each) => {
    const isOpen = mayStep(statusOf(each, today), 'ACCEPTED');
    return isOpen && each.target === target && each.addresseeSub === addresseeSub;
  });

/** Why a referral that the reader may read cannot take a step, or `null`. */
export const stepRefusal = (
  referral: Referral,
  { version, to }: { readonly version: number; readonly to: ReferralStatus },
  reader: Reader,
  today: Temporal.PlainDate,
): Word<typeof seenReasons> | null => {
  if (!isFor(referral, reader)) return 'NOT_FOR_YOU';
  if (referral.version !== version) return 'STALE_VERSION';
  return mayStep(statusOf(referral, today), to) ? null : 'FORBIDDEN_STEP';
};

/** Why the words of an answer cannot be taken, or `null`. */
export const reasonRefusal = (
  decision: ReferralDecision,
  reason: string | null,
): Word<typeof answerReasons> | null => {
  if (decision === 'ACCEPTED') return reason === null ? null : 'REASON_OF_AN_ACCEPTANCE';
  return reason === null ? 'REASON_NEEDED' : textRefusal(reason);
};

type Correcting = {
  readonly version: number;
  readonly reason: string;
  readonly message: string;
};

/** Why whoever sent a referral cannot put it right so, or `null`: what was answered was answered as it stood. */
export const correctReferralRefusal = (
  referral: Referral,
  { version, reason, message }: Correcting,
  today: Temporal.PlainDate,
): Word<typeof correctReferralReasons> | null => {
  if (referral.version !== version) return 'STALE_VERSION';
  if (!mayStep(statusOf(referral, today), 'ACCEPTED')) return 'NOT_OPEN';
  return whyRefusal(reason) ?? textRefusal(message);
};
