import { day, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
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

/** A day of service would tell in which district a protected address lies. */
const LATER = `
  select ${ServiceRow.columns} from families family
  join district_services service on service.district_id = family.district_id
  where family.id = any($1::uuid[]) and service.served_from > $2 and not ${isHomeProtected('family.id')}
  order by service.served_from desc limit 1`;

const OF_DISTRICT = `
  select ${ServiceRow.columns} from district_services service
  where service.district_id = $1 and service.served_from > $2`;

const reasonOf = (service: RowFrom<typeof ServiceRow> | undefined): Refused<'NOT_SERVED_YET'> | null => {
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
  const [service] = await rowsOf(tx, ServiceRow, LATER, [familyIds, dayOf(now).toString()]);
  return reasonOf(service);
};
