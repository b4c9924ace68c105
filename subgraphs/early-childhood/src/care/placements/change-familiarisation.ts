import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { daysOf, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { giveBackBookings, lockBookingsToCome } from '../bookings/booking.queries.ts';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { periodOfDays } from './agreed-stays.rules.ts';
import { placementChange } from './as-it-would-be.ts';
import { bookPlacement } from './book-placement.ts';
import {
  familiarisationChangeProblem,
  firstOrdinaryDay,
  restingStays,
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
      'All that are still to come, on days of the placement; those that have begun stay. None ends familiarisation, where some have begun.',
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

const resting = (locked: LockedPlacement, given: readonly Period[]): Result | null => {
  const obstructed = restingStays(given, locked.pauses).map(
    (stay) => ({ stay, refusal: 'CARE_RESTS' }) as const,
  );
  return obstructed.length > 0 ? { refusal: 'CARE_RESTS', obstructed } : null;
};

/** Frees what is to come until both the old and the new days of familiarisation are over, and books it anew. */
const replaceDays = async (
  tx: Transaction,
  { placement, pauses }: LockedPlacement,
  { familiarisation: given, reason }: ChangeFamiliarisationInput,
  acting: Acting,
): Promise<Result> => {
  const { now } = acting;
  const familiarisation = withGiven(placement.familiarisation, given, now);
  const ordinaryFrom = firstOrdinaryDay({ ...placement, familiarisation });
  const ordinaryWas = firstOrdinaryDay(placement);
  const until = laterOf(ordinaryFrom, ordinaryWas).subtract({ days: 1 });
  const freed = await lockBookingsToCome(
    tx,
    placement.id,
    periodOfDays({ startsOn: dayOf(now), endsOn: until }),
    now,
  );
  await giveBackBookings(tx, freed, reason.trim());
  const changed = await store(tx, Placement, placement, { familiarisation });
  const ordinary = await findAgreedStays(tx, changed, pauses, { startsOn: ordinaryFrom, endsOn: until }, now);
  const booked = await bookPlacement(tx, changed, [...given, ...ordinary], { now, isPromised: true });
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
  const refused = resting(locked, given);
  if (refused) return refused;
  const familiarisation = withGiven(placement.familiarisation, given, acting.now);
  if (!wouldChange(placement, { familiarisation })) return { placement, uncoveredMilestones: [] };
  return replaceDays(tx, locked, input, acting);
};

/** Moves the days on which a child gets used to a centre: those to come are booked as given, the ordinary hours after them. */
export const changeFamiliarisation = (
  tx: Transaction,
  input: ChangeFamiliarisationInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => change(tx, input, acting));
