import { minutesBetween, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import type { BenefitsStatus } from '../benefits-status/benefits-status.ts';
import { isReminderDue } from '../referrals/referral.rules.ts';
import type { Referral } from '../referrals/referral.ts';
import { isOverdue } from '../tasks/task.rules.ts';
import type { Task } from '../tasks/task.ts';
import type { AlertKind } from './my-family.ts';

/** What an alert is about, and when. */
type Matter = { readonly subjectId: string; readonly at: Date };
export type Alert = Matter & { readonly kind: AlertKind };

/** What the reader may see of a family. */
export type FamilyFacts = {
  readonly familyId: string;
  /** Absent when benefits are not shared with the reader. */
  readonly benefits: Pick<BenefitsStatus, 'incomeSupport' | 'since'> | null;
  /** Its next milestones that are not covered. */
  readonly uncovered: readonly { readonly milestoneId: string; readonly startsAt: Date }[];
  /** The offers that wait for its answer; none when they are not shared with the reader. */
  readonly offers: readonly { readonly offerId: string; readonly expiresAt: Date }[];
  readonly referrals: readonly Referral[];
  readonly tasks: readonly Task[];
  readonly lastActivity: Date;
};

export type RankedFamily = { readonly familyId: string; readonly alerts: readonly Alert[] };

const UNCOVERED_WITHIN_DAYS = 7;
const OFFER_EXPIRES_WITHIN_DAYS = 2;
const QUIET_DAYS = 60;
const DAY_MINUTES = 24 * 60;

/** Most urgent first. */
const urgency: readonly AlertKind[] = [
  'INCOME_SUPPORT_SUSPENDED',
  'MILESTONE_UNCOVERED',
  'OFFER_EXPIRING',
  'REFERRAL_WAITING',
  'TASK_OVERDUE',
  'NOTHING_HAPPENED',
];

const earliest = (kind: AlertKind, matters: readonly Matter[]): Alert[] => {
  const [first] = matters.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first ? [{ kind, ...first }] : [];
};

const isWithin = (days: number, at: Date, now: Date): boolean => {
  const minutes = minutesBetween(now, at);
  return minutes >= 0 && minutes <= days * DAY_MINUTES;
};

const lackingOf = ({ uncovered }: FamilyFacts, now: Date): Matter[] =>
  uncovered
    .filter(({ startsAt }) => isWithin(UNCOVERED_WITHIN_DAYS, startsAt, now))
    .map(({ milestoneId, startsAt }) => ({ subjectId: milestoneId, at: startsAt }));

const expiringOf = ({ offers }: FamilyFacts, now: Date): Matter[] =>
  offers
    .filter(({ expiresAt }) => isWithin(OFFER_EXPIRES_WITHIN_DAYS, expiresAt, now))
    .map(({ offerId, expiresAt }) => ({ subjectId: offerId, at: expiresAt }));

const waitingOf = ({ referrals }: FamilyFacts, today: Temporal.PlainDate): Matter[] =>
  referrals
    .filter((referral) => isReminderDue(referral, today))
    .map(({ id, sentAt }) => ({ subjectId: id, at: sentAt }));

const overdueOf = ({ tasks }: FamilyFacts, today: Temporal.PlainDate): Matter[] =>
  tasks
    .filter((task) => isOverdue(task, today))
    .map(({ id, dueOn }) => ({ subjectId: id, at: startOfDay(dueOn) }));

/** Why a family needs attention, most urgent first; of several reasons of a kind the oldest or next. */
export const alertsOf = (facts: FamilyFacts, now: Date, today: Temporal.PlainDate): Alert[] => {
  const { familyId: subjectId, benefits, lastActivity } = facts;
  const suspendedSince = benefits?.incomeSupport === 'SUSPENDED' ? benefits.since : null;
  const isQuiet = minutesBetween(lastActivity, now) >= QUIET_DAYS * DAY_MINUTES;
  return [
    ...earliest(
      'INCOME_SUPPORT_SUSPENDED',
      suspendedSince ? [{ subjectId, at: startOfDay(suspendedSince) }] : [],
    ),
    ...earliest('MILESTONE_UNCOVERED', lackingOf(facts, now)),
    ...earliest('OFFER_EXPIRING', expiringOf(facts, now)),
    ...earliest('REFERRAL_WAITING', waitingOf(facts, today)),
    ...earliest('TASK_OVERDUE', overdueOf(facts, today)),
    ...earliest('NOTHING_HAPPENED', isQuiet ? [{ subjectId, at: lastActivity }] : []),
  ];
};

/** Where a family stands in the list: by its most urgent reason, then since when, then by id. */
export const positionOf = ({ familyId, alerts }: RankedFamily): string[] => {
  const [first] = alerts;
  if (!first) return [String(urgency.length), '', familyId];
  return [String(urgency.indexOf(first.kind)), first.at.toISOString(), familyId];
};

const compare = (one: readonly string[], other: readonly string[]): number => {
  const index = one.findIndex((value, place) => value !== other[place]);
  const [left = '', right = ''] = [one[index], other[index]];
  return left < right ? -1 : Number(left > right);
};

/** The families behind a position, most urgent first. */
export const ranked = (families: readonly RankedFamily[], after: readonly string[] | null): RankedFamily[] =>
  families
    .filter((family) => after === null || compare(positionOf(family), after) > 0)
    .sort((one, other) => compare(positionOf(one), positionOf(other)));
