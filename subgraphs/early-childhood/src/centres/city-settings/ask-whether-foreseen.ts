import type { Database } from '@relais/platform/database/database.ts';
import type { Refused } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { CareKind } from '../centres/care-kind.ts';
import { settingsOn } from './city-settings.queries.ts';
import { isForeseen } from './notice.rules.ts';

type NamedCare = {
  readonly kind: CareKind;
  readonly stays: readonly { readonly startsAt: Date }[];
};

/**
 * The one question about the notice of the city, asked wherever somebody names the kind of care: bookings, moves, backups, requests.
 * Only of emergencies are the settings read. What follows from a request or an agreement is not asked about again.
 */
export const askWhetherForeseen = async (
  db: Database,
  care: NamedCare,
  now: Date,
): Promise<Refused<'FORESEEN'> | null> => {
  if (care.kind !== 'EMERGENCY') return null;
  const settings = await settingsOn(db, dayOf(now));
  if (!isForeseen(care, now, settings)) return null;
  return { refusal: 'FORESEEN', details: () => ({ hours: settings.emergencyNoticeHours }) };
};
