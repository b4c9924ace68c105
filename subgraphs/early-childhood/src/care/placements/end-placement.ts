import type { ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { giveBackBookings, lockBookingsToCome } from '../bookings/booking.queries.ts';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { periodOfDays } from './agreed-stays.rules.ts';
import { placementChange } from './as-it-would-be.ts';
import { lockPlacement } from './lock-placement.ts';
import { isContinued } from './placement.queries.ts';
import { endPlacementReasons } from './placement.reasons.ts';
import { endProblem } from './placement.rules.ts';
import { Placement } from './placement.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { recordPlacementStep } from './record-placement-step.ts';

@InputType({ description: 'A placement that is to end earlier than agreed.' })
export class EndPlacementInput extends PlacementChangeInput {
  @Field(() => CivilDate, {
    description: 'Last day of care, today at the earliest; a day before the first calls the placement off.',
  })
  lastDay!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, in the words of whoever ends it.' })
  reason!: string;
}

@ObjectType(CHANGED)
export class EndPlacementPayload extends placementPayloadOf('EndPlacement', endPlacementReasons) {}

type Result = PlacementResult<Word<typeof endPlacementReasons>>;

const end = async (tx: Transaction, input: EndPlacementInput, acting: ActingSeer): Promise<Result> => {
  const { now } = acting;
  const locked = await lockPlacement(tx, 'END', input, acting);
  if ('refusal' in locked) return locked;
  const { placement } = locked;
  const reason = input.reason.trim();
  const refusal = reason ? endProblem(placement, input.lastDay, dayOf(now)) : 'REASON_MISSING';
  if (refusal) return { refusal };
  if (await isContinued(tx, placement.id)) return { refusal: 'RENEWED_ALREADY' };

  const dayBefore = placement.startsOn.subtract({ days: 1 });
  const lastDay = isBefore(input.lastDay, dayBefore) ? dayBefore : input.lastDay;
  const after = { startsOn: lastDay.add({ days: 1 }), endsOn: placement.endsOn };
  const freed = await lockBookingsToCome(tx, placement.id, periodOfDays(after), now);
  await giveBackBookings(tx, freed, reason);
  const ended = await store(tx, Placement, placement, { endsOn: lastDay, endReason: reason });
  await recordPlacementStep(tx, 'PLACEMENT_ENDED', ended, { ...acting, reason, startsOn: lastDay });
  return {
    placement: ended,
    uncoveredMilestones: await publishCoverOfChildren(tx, freed, [placement.childId], now),
  };
};

/** Ends a placement on a day, or calls it off before it starts; the hours after it are free for others at once. */
export const endPlacement = (
  tx: Transaction,
  input: EndPlacementInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => end(tx, input, acting));
