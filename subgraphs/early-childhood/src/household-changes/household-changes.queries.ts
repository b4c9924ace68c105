import type { Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { IsNull, Not } from 'typeorm';
import { Booking } from '../bookings/booking.ts';
import { Adult } from '../families/adult.ts';
import { Child } from '../families/child.ts';
import { lockFamily } from '../families/family.queries.ts';
import type { Family } from '../families/family.ts';
import { Placement } from '../placements/placement.ts';

type Member = { readonly familyId: string; readonly mergedInto: string | null };
export type Held<Row> = { readonly family: Family; readonly member: Row };

/** The member read once the family is held, so that its changes follow one another; whoever was merged, as who stays. */
const heldWith = async <Row extends Member>(
  tx: Transaction,
  id: string,
  find: (id: string) => Promise<Row | null>,
): Promise<Held<Row> | null> => {
  const found = await find(id);
  if (!found) return null;
  if (found.mergedInto) return heldWith(tx, found.mergedInto, find);
  const family = await lockFamily(tx, found.familyId);
  const member = await find(id);
  if (family && member?.familyId === family.id) return { family, member };
  throw new RelaisError('TRY_AGAIN', 'This person was just moved to another file.');
};

export const holdAdult = (tx: Transaction, id: string): Promise<Held<Adult> | null> =>
  heldWith(tx, id, (asked) => tx.findOneBy(Adult, { id: asked }));

export const holdChild = (tx: Transaction, id: string): Promise<Held<Child> | null> =>
  heldWith(tx, id, (asked) => tx.findOneBy(Child, { id: asked }));

export const countOtherAdults = (tx: Transaction, { id, familyId }: Adult): Promise<number> =>
  tx.countBy(Adult, { familyId, leftOn: IsNull(), mergedInto: IsNull(), id: Not(id) });

export type CareToCome = { readonly bookings: Booking[]; readonly placements: Placement[] };

/** Enough to see what it is about: a placement alone has a year of bookings. */
const MOST_SHOWN = 20;

/** The places kept for a child from now on; held until commit where the centre is not, by the child's row. */
export const careToComeOf = async (tx: Transaction, childId: string, now: Date): Promise<CareToCome> => ({
  bookings: await tx
    .createQueryBuilder(Booking, 'booking')
    .where("booking.child_id = :childId and booking.status in ('HELD', 'CONFIRMED')", { childId })
    .andWhere('booking.ends_at > :now', { now })
    .orderBy('booking.startsAt')
    .limit(MOST_SHOWN)
    .getMany(),
  placements: await tx
    .createQueryBuilder(Placement, 'placement')
    .where('placement.child_id = :childId and placement.ends_on >= placement.starts_on', { childId })
    .andWhere(`placement.ends_on >= (cast(:now as timestamptz) at time zone 'Europe/Paris')::date`, { now })
    .orderBy('placement.startsOn')
    .limit(MOST_SHOWN)
    .getMany(),
});
