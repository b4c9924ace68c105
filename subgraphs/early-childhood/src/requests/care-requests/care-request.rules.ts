import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { laterOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { earliestLongTermDay } from '../../options/care-options/care-fit.rules.ts';
import type { withdrawRequestReasons } from './care-request.reasons.ts';
import type { CareRequestStatus } from './care-request-status.ts';

/** The life of a request; steps that only others take are theirs to check: a place is offered, accepted, then given. */
export const nextRequestStatuses = {
  SUBMITTED: ['OFFERED', 'ALTERNATIVE_PROPOSED', 'REFUSED', 'WITHDRAWN', 'LAPSED'],
  OFFERED: ['ACCEPTED', 'SUBMITTED', 'WITHDRAWN'],
  ALTERNATIVE_PROPOSED: ['SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'REFUSED', 'WITHDRAWN', 'LAPSED'],
  ACCEPTED: ['PLACED', 'WITHDRAWN'],
  PLACED: [],
  REFUSED: [],
  WITHDRAWN: [],
  LAPSED: ['SUBMITTED'],
} as const satisfies Record<CareRequestStatus, readonly CareRequestStatus[]>;

export const requestMayBecome = (from: CareRequestStatus, to: CareRequestStatus): boolean =>
  nextRequestStatuses[from].some((status) => status === to);

/** It can still lead to a place; one that lapsed is closed until the family says otherwise. */
export const requestIsOpen = (status: CareRequestStatus): boolean =>
  status !== 'LAPSED' && nextRequestStatuses[status].length > 0;

/** No place is held for it yet, and one is still looked for. */
export const requestIsWaiting = (status: CareRequestStatus): boolean => requestMayBecome(status, 'OFFERED');

type StepRefusal = Extract<Word<typeof withdrawRequestReasons>, 'STALE_VERSION' | 'STEP_NOT_ALLOWED'>;

type Standing = { readonly status: CareRequestStatus; readonly version: number };

/** Whoever acts on what has changed meanwhile is told so before being told that the step is not possible. */
export const requestStepRefusal = (
  request: Standing,
  version: number,
  to: CareRequestStatus,
): StepRefusal | null => {
  if (request.version !== version) return 'STALE_VERSION';
  return requestMayBecome(request.status, to) ? null : 'STEP_NOT_ALLOWED';
};

/** Asked for and offered as hours of every week; the other kinds by dated stretches. */
export const isWeeklyKind = (kind: CareKind): boolean => kind === 'LONG_TERM' || kind === 'FLEXIBLE';

type WeeklyCare = { readonly kind: CareKind; readonly firstDay: Temporal.PlainDate };

/** The first day that weekly care can still have: long-term care starts next Monday or later, flexible care tomorrow. */
export const firstPossibleDay = ({ kind, firstDay }: WeeklyCare, now: Date): Temporal.PlainDate =>
  laterOf(firstDay, kind === 'LONG_TERM' ? earliestLongTermDay(now) : dayOf(now).add({ days: 1 }));
