import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { isOnTheHalfHour } from '@relais/platform/time/half-hours.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CentreKind } from '../../centres/centres/centre-kind.ts';
import type { ratioReasons, staffReasons } from './staff-present.reasons.ts';

const AHEAD = { days: 31 };
const MOST_ADULTS = 200;

/** Why staff cannot be noted, or `null`: what was said of a day that is over stays. */
export const staffProblem = (
  { startsAt, endsAt, adults }: Period & { readonly adults: number },
  now: Date,
): Word<typeof staffReasons> | null => {
  const [day, today] = [dayOf(startsAt), dayOf(now)];
  const isOfOneDay = startsAt < endsAt && dayOf(new Date(endsAt.getTime() - 1)).equals(day);
  if (!isOfOneDay || !isOnTheHalfHour(startsAt) || !isOnTheHalfHour(endsAt)) return 'NOT_ON_THE_HALF_HOUR';
  if (adults < 0 || adults > MOST_ADULTS) return 'NUMBER_NOT_POSSIBLE';
  if (isBefore(day, today)) return 'IN_THE_PAST';
  return isBefore(today.add(AHEAD), day) ? 'TOO_FAR_AHEAD' : null;
};

/** Why a ratio cannot be chosen, or `null`. */
export const ratioProblem = (
  kind: CentreKind,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Word<typeof ratioReasons> | null => {
  if (kind === 'KINDERGARTEN' || kind === 'FAMILY_CRECHE') return 'NO_CHOICE';
  return isBefore(from, today) ? 'IN_THE_PAST' : null;
};
