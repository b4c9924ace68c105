import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { countRows } from '@relais/platform/graphql/counted.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { CareOfferOrder } from './care-offer-order.ts';
import type { CareOfferStatus } from './care-offer-status.ts';

export type OffersWanted = {
  readonly statuses: readonly CareOfferStatus[];
  readonly expiresBefore: Date | null;
  readonly centreId: string | null;
  readonly order: CareOfferOrder;
  readonly seen: SeenFilter;
};

/** Where an offer stands in the list, to the millisecond, as cursors tell it. */
const PlaceRow = rowOf({ id: ['offer.id', id], at: ['offer.place', instant] });
export type PlaceInOffers = RowFrom<typeof PlaceRow>;

const orders = {
  EXPIRES_FIRST: { column: 'expires_at', direction: 'asc', behind: '>' },
  NEWEST_FIRST: { column: 'offered_at', direction: 'desc', behind: '<' },
} as const satisfies Record<CareOfferOrder, object>;

const offersText = ({ statuses, expiresBefore, centreId, order, seen }: OffersWanted, values: unknown[]) => {
  const add = (value: unknown): string => `$${values.push(value)}`;
  return `
    select offer.id, date_trunc('milliseconds', offer.${orders[order].column}) as place
    from care_offers offer join care_requests request on request.id = offer.care_request_id
    where offer.status = any(${add(statuses)}::text[])
      and ${expiresBefore ? `offer.expires_at < ${add(expiresBefore)}::timestamptz` : 'true'}
      and ${centreId ? `offer.centre_id = ${add(centreId)}::uuid` : 'true'}
      and ${seen('request.family_id', numberedIn(values))}`;
};

export const placesInOffers = (
  db: Database,
  wanted: OffersWanted,
  { after, rows }: { readonly after: PlaceInOffers | null; readonly rows: number },
): Promise<PlaceInOffers[]> => {
  const values: unknown[] = [];
  const { direction, behind } = orders[wanted.order];
  const offers = offersText(wanted, values);
  const add = (value: unknown): string => `$${values.push(value)}`;
  const rest = after
    ? `where (offer.place, offer.id) ${behind} (${add(after.at)}::timestamptz, ${add(after.id)}::uuid)`
    : '';
  const text = `select ${PlaceRow.columns} from (${offers}) offer ${rest}
    order by offer.place ${direction}, offer.id ${direction} limit ${add(rows)}`;
  return rowsOf(db, PlaceRow, text, values);
};

export const countOffers = (db: Database, wanted: OffersWanted): Promise<number> => {
  const values: unknown[] = [];
  return countRows(db, offersText(wanted, values), values);
};
