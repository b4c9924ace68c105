import { dayOf } from '@relais/platform/time/civil-time.ts';
import { laterOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { earliestLongTermDay } from '../../options/care-options/care-fit.rules.ts';

/** Asked for and offered as hours of every week; the other kinds by dated stretches. */
export const isWeeklyKind = (kind: CareKind): boolean => kind === 'LONG_TERM' || kind === 'FLEXIBLE';

type WeeklyCare = { readonly kind: CareKind; readonly firstDay: Temporal.PlainDate };

/** The first day that weekly care can still have: long-term care starts next Monday or later, flexible care tomorrow. */
export const firstPossibleDay = ({ kind, firstDay }: WeeklyCare, now: Date): Temporal.PlainDate =>
  laterOf(firstDay, kind === 'LONG_TERM' ? earliestLongTermDay(now) : dayOf(now).add({ days: 1 }));
