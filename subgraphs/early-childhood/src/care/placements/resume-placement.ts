import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { placementChange } from './as-it-would-be.ts';
import { bookPlacement } from './book-placement.ts';
import { findAgreedStays } from './find-agreed-stays.ts';
import { type LockedPlacement, lockPlacement } from './lock-placement.ts';
import { resumeReasons } from './placement.reasons.ts';
import { dayProblem, isSuspension } from './placement.rules.ts';
import { Placement } from './placement.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { PlacementPause } from './placement-pause.ts';
import { recordPlacementStep } from './record-placement-step.ts';

@InputType({ description: 'A suspended placement that is to run again.' })
export class ResumePlacementInput extends PlacementChangeInput {
  @Field(() => CivilDate, { description: 'First day with care again, today at the earliest.' })
  from!: Temporal.PlainDate;
}

@ObjectType(CHANGED)
export class ResumePlacementPayload extends placementPayloadOf('ResumePlacement', resumeReasons) {}

type Result = PlacementResult<Word<typeof resumeReasons>>;

/** A suspension that rests until the day before; one that would not begin by then is called off. */
const shorten = async (tx: Transaction, pause: PlacementPause, from: Temporal.PlainDate): Promise<void> => {
  if (!isBefore(pause.startsOn, from)) {
    await tx.delete(PlacementPause, { id: pause.id });
    return;
  }
  await tx.update(PlacementPause, { id: pause.id }, { endsOn: from.subtract({ days: 1 }) });
};

/** Ends a pause before a day, and books the days that it leaves again: all of them, or none. */
export const bookDaysOfPause = async (
  tx: Transaction,
  { placement, pauses }: LockedPlacement,
  pause: PlacementPause,
  from: Temporal.PlainDate,
  now: Date,
) => {
  await shorten(tx, pause, from);
  const others = pauses.filter(({ id }) => id !== pause.id);
  const days = { startsOn: laterOf(from, pause.startsOn), endsOn: pause.endsOn };
  const stays = await findAgreedStays(tx, placement, others, days, now);
  const booked = await bookPlacement(tx, placement, stays, { now, isPromised: true });
  if ('refusal' in booked) return booked;
  return {
    placement: await store(tx, Placement, placement, {}),
    uncoveredMilestones: await publishCoverOfChildren(tx, [], [placement.childId], now),
  };
};

const bookAgain = async (
  tx: Transaction,
  locked: LockedPlacement,
  suspension: PlacementPause,
  { from }: ResumePlacementInput,
  acting: Acting,
): Promise<Result> => {
  const result = await bookDaysOfPause(tx, locked, suspension, from, acting.now);
  if ('refusal' in result) return result;
  const startsOn = laterOf(from, suspension.startsOn);
  await recordPlacementStep(tx, 'PLACEMENT_RESUMED', result.placement, { ...acting, startsOn });
  return result;
};

const resume = async (tx: Transaction, input: ResumePlacementInput, acting: ActingSeer): Promise<Result> => {
  const locked = await lockPlacement(tx, 'RESUME', input, acting);
  if ('refusal' in locked) return locked;
  const refusal = dayProblem(locked.placement, input.from, dayOf(acting.now));
  if (refusal) return { refusal };
  const suspension = locked.pauses.find(
    (pause) => isSuspension(pause) && !isBefore(pause.endsOn, input.from),
  );
  return suspension ? bookAgain(tx, locked, suspension, input, acting) : { refusal: 'NOT_SUSPENDED' };
};

/** Lets a suspended placement run again: books the rest of its days, or says which of them have no place. */
export const resumePlacement = (
  tx: Transaction,
  input: ResumePlacementInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => resume(tx, input, acting));
