import { day, id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import { z } from 'zod';
import { isHomeProtected } from './protected-home.ts';

const ServiceRow = rowOf({
  servedFrom: ['service.served_from', day],
  turnTo: ['service.turn_to', z.string()],
});

/** That the practice comes to the district of a family later. */
export const LaterServiceRow = rowOf({
  familyId: ['family.id', id],
  servedFrom: ['service.served_from', day],
  turnTo: ['service.turn_to', z.string()],
});
export type LaterService = RowFrom<typeof LaterServiceRow>;

/** A day of service would tell in which district a protected address lies. Both are SQL. */
export const LATER_SERVICES = (familyIds: string, today: string): string => `
  from families family
  join district_services service on service.district_id = family.district_id
  where family.id = any(${familyIds}::uuid[]) and service.served_from > ${today}
    and not ${isHomeProtected('family.id')}`;

const LATER = `
  select ${LaterServiceRow.columns} ${LATER_SERVICES('$1', '$2')} order by service.served_from desc limit 1`;

const OF_DISTRICT = `
  select ${ServiceRow.columns} from district_services service
  where service.district_id = $1 and service.served_from > $2`;

const reasonOf = (
  service: Pick<LaterService, 'servedFrom' | 'turnTo'> | undefined,
): Refused<'NOT_SERVED_YET'> | null => {
  if (!service) return null;
  const { servedFrom, turnTo } = service;
  return {
    refusal: 'NOT_SERVED_YET',
    details: (language) => ({ day: dayText(language, servedFrom), turnTo }),
  };
};

/** The same of a district that somebody told. */
export const whyDistrictNotServed = async (
  tx: Transaction,
  districtId: string,
  now: Date,
): Promise<Refused<'NOT_SERVED_YET'> | null> => {
  const [service] = await rowsOf(tx, ServiceRow, OF_DISTRICT, [districtId, dayOf(now).toString()]);
  return reasonOf(service);
};

/** Why care for these families is not taken today, where the practice has not come to the district of one of them. */
export const whyNotServed = async (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<Refused<'NOT_SERVED_YET'> | null> => {
  const [service] = await rowsOf(tx, LaterServiceRow, LATER, [familyIds, dayOf(now).toString()]);
  return reasonOf(service);
};

/** The same of families of which it was read with something else; the last to come first. */
export const whyNotServedOf = (
  familyIds: readonly string[],
  later: readonly LaterService[],
): Refused<'NOT_SERVED_YET'> | null => reasonOf(later.find(({ familyId }) => familyIds.includes(familyId)));
