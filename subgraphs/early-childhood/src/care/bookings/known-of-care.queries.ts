import { hydrationOf } from '@relais/platform/database/hydration.ts';
import { id as anId, recordFromJson } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { daysOf } from '@relais/platform/time/days.rules.ts';
import { z } from 'zod';
import { Closure } from '../../centres/centres/closure.ts';
import { Child } from '../../families/families/child.ts';
import {
  LATER_SERVICES,
  type LaterService,
  LaterServiceRow,
} from '../../families/family-addresses/not-served-yet.ts';
import { type ChildOfFamilies, type Others, othersInJson, othersOfStay } from './booking.queries.ts';
import { Booking } from './booking.ts';

type AskedCare = Pick<Booking, 'childId' | 'startsAt' | 'endsAt'> & {
  readonly id?: string | null;
  readonly familyId?: string | null;
  readonly milestoneId?: string | null;
};

/** What is known of care before it is booked. */
export type KnownOfCare = {
  /** The booking of the id that a client made, where it was sent before. */
  readonly earlier: Booking | null;
  readonly child: ChildOfFamilies | null;
  /** The family of the milestone that it is for, where that is known. */
  readonly milestoneFamilyId: string | null;
  /** Of the centre, on the days of the stay. */
  readonly closures: Closure[];
  /** Of all families that it may concern, those to whose districts the practice comes later; the last to come first. */
  readonly later: readonly LaterService[];
  /** What is booked meanwhile. */
  readonly others: Others;
};

const OTHERS = 'select other_family_id from shared_residences where child_id = child.id';
const OF_MILESTONE = 'select family_id from known_milestones where id = $7';

const KNOWN = (columnsOfChild: string): string => `
  select ${columnsOfChild}, array(${OTHERS}) as others, (${OF_MILESTONE}) as of_milestone,
    (select to_json(booking) from bookings booking where booking.id = $2) as earlier,
    (
      select json_agg(closure order by closure.starts_on, closure.id) from closures closure
      where closure.centre_id = $3 and closure.starts_on <= $5 and closure.ends_on >= $4
    ) as closures,
    (
      select json_agg(${LaterServiceRow.json} order by service.served_from desc)
      ${LATER_SERVICES(`(array[child.family_id, $6, (${OF_MILESTONE})] || array(${OTHERS}))`, '$8')}
    ) as later,
    ${othersOfStay('$3', '$1', '$9', '$10')} as meanwhile
  from (select $1::uuid as id) asked left join children child on child.id = asked.id`;

const RestOfRow = z.object({
  child_id: anId.nullable(),
  others: z.array(anId),
  of_milestone: anId.nullable(),
  earlier: z.unknown().nullable(),
  closures: z.array(z.unknown()).nullable(),
  later: LaterServiceRow.list.nullable(),
  meanwhile: othersInJson,
});

/** All of it in one statement, once the place is held. */
export const knownOfCare = async (
  tx: Transaction,
  asked: AskedCare,
  centreId: string,
  now: Date,
): Promise<KnownOfCare> => {
  const hydration = hydrationOf(tx.connection, Child);
  const { startsOn, endsOn } = daysOf([asked]);
  const rows = await tx.query(KNOWN(hydration.columns('child', 'child_')), [
    asked.childId,
    asked.id ?? null,
    centreId,
    startsOn.toString(),
    endsOn.toString(),
    asked.familyId ?? null,
    asked.milestoneId ?? null,
    dayOf(now).toString(),
    asked.startsAt,
    asked.endsAt,
  ]);
  const [row] = z.tuple([z.record(z.string(), z.unknown())]).parse(rows);
  const rest = RestOfRow.parse(row);
  const child = hydration.record(row, 'child_');
  return {
    earlier: rest.earlier ? recordFromJson(tx, Booking, rest.earlier) : null,
    child: rest.child_id ? { child, familyIds: [child.familyId, ...rest.others] } : null,
    milestoneFamilyId: rest.of_milestone,
    closures: (rest.closures ?? []).map((closure) => recordFromJson(tx, Closure, closure)),
    later: rest.later ?? [],
    others: rest.meanwhile,
  };
};
