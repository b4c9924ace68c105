import type { Role } from '@relais/platform/auth/user.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';

export type WhoseNews = 'CITY' | 'FOLLOWED' | 'CENTRES';

export const whoseNewsOf = (role: Role): WhoseNews => {
  if (role === 'CENTRE_STAFF') return 'CENTRES';
  return role === 'CARE_COORDINATOR' ? 'CITY' : 'FOLLOWED';
};

/** What the service point has to look at again; whom it looks after is the whole city. */
const ofCity = [
  'CARE_REQUEST_SUBMITTED',
  'CARE_REQUEST_CHANGED',
  'CARE_REQUEST_ACCEPTED',
  'CARE_REQUEST_WAITS_AGAIN',
  'CARE_REQUEST_WITHDRAWN',
  'OFFER_DECLINED',
  'OFFER_EXPIRED',
  'BOOKING_CANCELLED',
  'CHILD_BORN',
  'CHILD_LEFT',
  'CHILD_ABSENT',
  'ABSENCE_ANNOUNCED',
  'CENTRE_CLOSED',
] as const satisfies readonly CareStepKind[];

/** What those who receive children have to know. */
const ofCentres = [
  'CARE_BOOKED',
  'BOOKING_MOVED',
  'BOOKING_CANCELLED',
  'PLACEMENT_STARTED',
  'PLACEMENT_CHANGED',
  'PLACEMENT_ENDED',
  'PLACEMENT_SUSPENDED',
  'PLACEMENT_RESUMED',
  'PLACEMENT_RENEWED',
  'ABSENCE_ANNOUNCED',
] as const satisfies readonly CareStepKind[];

/** Of families that somebody follows, all that is told; of others, what they have to do with. */
export const newsKinds = (whose: WhoseNews, all: readonly CareStepKind[]): readonly CareStepKind[] => {
  if (whose === 'FOLLOWED') return all;
  return whose === 'CITY' ? ofCity : ofCentres;
};
