import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type Days, daysOf, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { giveBackBookings, lockBookingsToCome } from '../bookings/booking.queries.ts';
import type { Booking } from '../bookings/booking.ts';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { periodOfDays } from './agreed-stays.rules.ts';
import { placementChange } from './as-it-would-be.ts';
import { bookPlacement } from './book-placement.ts';
import {
  broughtBy,
  familiarisationChangeProblem,
  firstOrdinaryDay,
  isFamiliarisation,
  restingStays,
  staysBeside,
  withGiven,
} from './familiarisation.rules.ts';
import { FamiliarisationStayInput } from './familiarisation.ts';
import { findAgreedStays } from './find-agreed-stays.ts';
import { type LockedPlacement, lockPlacement } from './lock-placement.ts';
import { changeFamiliarisationReasons } from './placement.reasons.ts';
import { Placement } from './placement.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { recordPlacementStep } from './record-placement-step.ts';

@InputType({ description: 'A placement whose days of familiarisation are to be others.' })
export class ChangeFamiliarisationInput extends PlacementChangeInput {
  @Field(() => [FamiliarisationStayInput], {
    description:
      'All that are still to come, on days of the placement; those that have begun stay. One that is agreed already stays as it is: where its booking was cancelled, it is not booked again. None ends familiarisation, where some have begun.',
  })
  familiarisation!: FamiliarisationStayInput[];

  @Field(() => String, { description: 'Why, in the words of whoever changes them.' })
  reason!: string;
}

@ObjectType(CHANGED)
export class ChangeFamiliarisationPayload extends placementPayloadOf(
  'ChangeFamiliarisation',
  changeFamiliarisationReasons,
) {}

type Result = PlacementResult<Word<typeof changeFamiliarisationReasons>>;

const resting = (locked: LockedPlacement, added: readonly Period[]): Result | null => {
  const obstructed = restingStays(added, locked.pauses).map(
    (stay) => ({ stay, refusal: 'CARE_RESTS' }) as const,
  );
  return obstructed.length > 0 ? { refusal: 'CARE_RESTS', obstructed } : null;
};

/** What is agreed on days to come, and which of its bookings stand. What was moved there from other days is left alone. */
const standing = async (
  tx: Transaction,
  { placement, pauses }: LockedPlacement,
  days: Days,
  now: Date,
): Promise<{ readonly agreed: Period[]; readonly bookings: Booking[] }> => {
  const agreed = await findAgreedStays(tx, placement, pauses, days, now);
  const toCome = await lockBookingsToCome(tx, placement.id, periodOfDays(days), now);
  return { agreed, bookings: broughtBy(toCome, agreed) };
};

/** The same days are agreed as they are, unless one of them was cancelled: that one is not booked by naming it again. */
const unchanged = async (tx: Transaction, locked: LockedPlacement, now: Date): Promise<Result> => {
  const { placement } = locked;
  const until = firstOrdinaryDay(placement).subtract({ days: 1 });
  const { agreed, bookings } = await standing(tx, locked, { startsOn: dayOf(now), endsOn: until }, now);
  return bookings.length < agreed.length
    ? { refusal: 'FAMILIARISATION_CANCELLED' }
    : { placement, uncoveredMilestones: [] };
};

/**
 * Frees the days of familiarisation that are no longer to be, and the ordinary hours before those that are; books the new
 * ones, and the ordinary hours that now begin earlier. Days that stay as they were keep their bookings, or have none.
 */
const replaceDays = async (
  tx: Transaction,
  locked: LockedPlacement,
  { familiarisation: given, reason }: ChangeFamiliarisationInput,
  acting: Acting,
): Promise<Result> => {
  const { now } = acting;
  const { placement, pauses } = locked;
  const familiarisation = withGiven(placement.familiarisation, given, now);
  const ordinaryFrom = firstOrdinaryDay({ ...placement, familiarisation });
  const until = laterOf(ordinaryFrom, firstOrdinaryDay(placement)).subtract({ days: 1 });
  const { bookings } = await standing(tx, locked, { startsOn: dayOf(now), endsOn: until }, now);
  const dropped = staysBeside(placement.familiarisation, familiarisation);
  const isToGo = (booking: Booking) =>
    isFamiliarisation(booking, dropped) || !isFamiliarisation(booking, placement.familiarisation);
  const freed = bookings.filter(isToGo);
  await giveBackBookings(tx, freed, reason.trim());
  const changed = await store(tx, Placement, placement, { familiarisation });
  const ordinary = await findAgreedStays(tx, changed, pauses, { startsOn: ordinaryFrom, endsOn: until }, now);
  const added = [...staysBeside(given, placement.familiarisation), ...ordinary];
  const booked = await bookPlacement(tx, changed, added, { now, isPromised: true });
  if ('refusal' in booked) return booked;
  const days = daysOf(familiarisation);
  await recordPlacementStep(tx, 'FAMILIARISATION_AGREED', changed, {
    ...acting,
    ...days,
    reason: reason.trim(),
  });
  return {
    placement: changed,
    uncoveredMilestones: await publishCoverOfChildren(tx, freed, [placement.childId], now),
  };
};

const change = async (
  tx: Transaction,
  input: ChangeFamiliarisationInput,
  acting: ActingSeer,
): Promise<Result> => {
  const locked = await lockPlacement(tx, 'CHANGE', input, acting);
  if ('refusal' in locked) return locked;
  if (!input.reason.trim()) return { refusal: 'REASON_MISSING' };
  const { placement } = locked;
  const given = input.familiarisation;
  const refusal = familiarisationChangeProblem(placement, given, acting.now);
  if (refusal) return { refusal };
  const refused = resting(locked, staysBeside(given, placement.familiarisation));
  if (refused) return refused;
  const familiarisation = withGiven(placement.familiarisation, given, acting.now);
  return wouldChange(placement, { familiarisation })
    ? replaceDays(tx, locked, input, acting)
    : unchanged(tx, locked, acting.now);
};

/** Moves the days on which a child gets used to a centre: those to come are booked as given, the ordinary hours after them. */
export const changeFamiliarisation = (
  tx: Transaction,
  input: ChangeFamiliarisationInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => change(tx, input, acting));
