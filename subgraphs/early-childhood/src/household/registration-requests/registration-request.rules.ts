import type { Word } from '@relais/platform/graphql/reasons.ts';
import { nameKey } from '@relais/platform/names.rules.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import {
  type AdultFacts,
  adultRefusal,
  type ChildFacts,
  childRefusal,
  type FamilyFacts,
  placeRefusal,
} from '../registration/family.rules.ts';
import type {
  requestRegistrationReasons,
  withdrawRegistrationReasons,
} from './registration-request.reasons.ts';
import type { RegistrationRequestStatus } from './registration-request.ts';

export type ToldFacts = {
  readonly consentSaid: boolean;
  readonly adults: readonly AdultFacts[];
  readonly children: readonly ChildFacts[];
  readonly address?: FamilyFacts['address'] | null;
  readonly wantedCare: string;
};

const membersRefusal = ({ adults, children }: ToldFacts, today: Temporal.PlainDate) =>
  adults.map((adult) => adultRefusal(adult, today)).find(Boolean) ??
  children.map((child) => childRefusal(child, today)).find(Boolean) ??
  null;

/** Why what a family told is not kept: above all that it did not say yes to it. */
export const requestRefusal = (
  told: ToldFacts,
  today: Temporal.PlainDate,
): Word<typeof requestRegistrationReasons> | null => {
  if (!told.consentSaid) return 'CONSENT_MISSING';
  if (told.adults.length === 0) return 'ADULT_MISSING';
  if (told.children.length === 0) return 'CHILD_MISSING';
  if (told.wantedCare.trim() === '') return 'WANTED_CARE_MISSING';
  return membersRefusal(told, today) ?? (told.address ? placeRefusal({ address: told.address }) : null);
};

type Standing = {
  readonly status: RegistrationRequestStatus;
  readonly version: number;
  readonly keptUntil: Date;
};

/** Why a request cannot be answered or taken back any more. */
export const standingRefusal = (
  request: Standing,
  version: number,
  now: Date,
): Word<typeof withdrawRegistrationReasons> | null => {
  // Also to who read it before it was written down.
  if (isLapsed(request, now)) return 'LAPSED';
  if (request.version !== version) return 'STALE_VERSION';
  return request.status === 'WAITING' ? null : 'ALREADY_ANSWERED';
};

/** Whether nobody answered in time, be it written down yet or not: the job that does so may be late. */
export const isLapsed = ({ status, keptUntil }: Omit<Standing, 'version'>, now: Date): boolean =>
  status === 'LAPSED' || (status === 'WAITING' && keptUntil <= now);

/** What a mother told at a counter is not kept for longer, whoever forgot it. */
const WAITS_FOR = { days: 90 };
/** So long whoever sent it sees what became of it. */
const SHOWN_FOR = { days: 30 };
/** So long the sender may ask to follow the family. */
const HANDLE_HOLDS_FOR = { days: 14 };

const dayAfter = (now: Date, span: { days: number }): Date => startOfDay(dayOf(now).add(span));

export const waitsUntil = (sentAt: Date): Date => dayAfter(sentAt, WAITS_FOR);
export const shownUntil = (answeredAt: Date): Date => dayAfter(answeredAt, SHOWN_FOR);
export const handleUntil = (answeredAt: Date): Date => dayAfter(answeredAt, HANDLE_HOLDS_FOR);

type Answered = Readonly<Record<'handle', string | null>> & { readonly answeredAt: Date | null };

/** What stands for the file, while it does. */
export const handleOn = ({ handle, answeredAt }: Answered, now: Date): string | null =>
  answeredAt && now < handleUntil(answeredAt) ? handle : null;

/** What is to be done about one whose time may have come: a job may be early when it was moved, and late. */
export const dueOf = (
  { status, keptUntil }: { status: RegistrationRequestStatus; keptUntil: Date },
  now: Date,
): 'LAPSE' | 'DELETE' | null => {
  if (now < keptUntil) return null;
  return status === 'WAITING' ? 'LAPSE' : 'DELETE';
};

/** A name and a day by which a file of the same family would be found. */
export type SoughtChild = { readonly surname: string; readonly day: string };

type Named = { readonly lastName: string };

/** Each child by its own last name and by those of the adults. */
export const soughtChildren = (adults: readonly Named[], children: readonly ChildFacts[]): SoughtChild[] =>
  children.flatMap((child) => {
    const day = child.birthDate ?? child.expectedDate;
    if (!day) return [];
    const surnames = new Map([child, ...adults].map(({ lastName }) => [nameKey(lastName), lastName]));
    return [...surnames.values()].map((surname) => ({ surname, day: day.toString() }));
  });
