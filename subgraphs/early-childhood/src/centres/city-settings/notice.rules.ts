import { minutesBetween } from '@relais/platform/time/civil-time.ts';
import type { CareKind } from '../centres/care-kind.ts';
import type { Settings } from './city-settings.rules.ts';

const MINUTES_PER_HOUR = 60;

/** The settings of the city as far as notice is concerned. */
export type Notice = Pick<Settings, 'emergencyNoticeHours'>;

/** Care that begins less than so many hours ahead could not be foreseen. */
const isWithinNotice = (startsAt: Date, now: Date, { emergencyNoticeHours }: Notice): boolean =>
  minutesBetween(now, startsAt) < emergencyNoticeHours * MINUTES_PER_HOUR;

/** What care is where nobody names its kind. */
export const kindByNotice = (startsAt: Date, now: Date, notice: Notice): CareKind =>
  isWithinNotice(startsAt, now, notice) ? 'EMERGENCY' : 'SHORT_TERM';

type NamedCare = {
  readonly kind: CareKind;
  readonly stays: readonly { readonly startsAt: Date }[];
};

/**
 * Whether care is named an emergency that could be foreseen. The first stay decides: who takes a child in tonight has it for the
 * days that follow. So near, other care stays what it is named, where it finds an ordinary place.
 */
export const isForeseen = ({ kind, stays }: NamedCare, now: Date, notice: Notice): boolean =>
  kind === 'EMERGENCY' && !stays.some(({ startsAt }) => isWithinNotice(startsAt, now, notice));
