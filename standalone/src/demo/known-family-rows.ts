import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { DemoFamily } from './demo-family.ts';

/** The families and adults that exist, as employment and social-protection learn them from events. */
export const knownFamilyRows = ({ id, reference, districtId, registeredAt }: DemoFamily) => ({
  id,
  reference,
  version: 1,
  district_id: districtId,
  registered_on: dayOf(registeredAt),
});

export const knownAdultRows = ({ id: family_id, adults }: DemoFamily) =>
  adults.map(({ id }) => ({ id, family_id }));
