import type { ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { giveBackBookings, lockBookingsToCome } from '../bookings/booking.queries.ts';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { periodOfDays } from './agreed-stays.rules.ts';
import { placementChange } from './as-it-would-be.ts';
import { type LockedPlacement, lockPlacement } from './lock-placement.ts';
import { suspendReasons } from './placement.reasons.ts';
import { dayProblem, isSuspension } from './placement.rules.ts';
import { Placement } from './placement.ts';
import {
  CHANGED,
  type ChangedPlacement,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { PlacementPause } from './placement-pause.ts';
import { recordPlacementStep } from './record-placement-step.ts';

@InputType({ description: 'A placement whose care is to rest from one day to another.' })
export class SuspendPlacementInput extends PlacementChangeInput {
  @Field(() => CivilDate, { description: 'First day without care, today at the earliest.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Last day without care, one of the placement’s; its own last one unless given.',
  })
  to?: Temporal.PlainDate | null;

  @Field(() => String, { description: 'Why, in the words of whoever suspends.' })
  reason!: string;
}

@ObjectType(CHANGED)
export class SuspendPlacementPayload extends placementPayloadOf('SuspendPlacement', suspendReasons) {}

type Result = PlacementResult<Word<typeof suspendReasons>>;

const suspensionProblem = (
  { placement, pauses }: LockedPlacement,
  { startsOn, endsOn }: Days,
  reason: string,
  now: Date,
): Word<typeof suspendReasons> | null => {
  if (!reason) return 'REASON_MISSING';
  if (isBefore(endsOn, startsOn)) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  const problem = dayProblem(placement, startsOn, dayOf(now)) ?? dayProblem(placement, endsOn, dayOf(now));
  if (problem) return problem;
  const isTaken = pauses.some(
    (pause) => isSuspension(pause) && !isBefore(endsOn, pause.startsOn) && !isBefore(pause.endsOn, startsOn),
  );
  return isTaken ? 'SUSPENDED_THEN_ALREADY' : null;
};

/** Keeps that care rests on some days and gives their bookings back. */
export const pausePlacement = async (
  tx: Transaction,
  placement: Placement,
  pause: Pick<PlacementPause, 'kind' | 'startsOn' | 'endsOn' | 'reason'>,
  now: Date,
): Promise<ChangedPlacement> => {
  await tx.insert(PlacementPause, { ...pause, id: newId(), placementId: placement.id });
  const freed = await lockBookingsToCome(tx, placement.id, periodOfDays(pause), now);
  await giveBackBookings(tx, freed, pause.reason);
  const paused = await store(tx, Placement, placement, {});
  return {
    placement: paused,
    uncoveredMilestones: await publishCoverOfChildren(tx, freed, [placement.childId], now),
  };
};

const suspend = async (
  tx: Transaction,
  input: SuspendPlacementInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now } = acting;
  const locked = await lockPlacement(tx, 'SUSPEND', input, acting);
  if ('refusal' in locked) return locked;
  const { placement } = locked;
  const reason = input.reason.trim();
  const days = { startsOn: input.from, endsOn: input.to ?? placement.endsOn };
  const refusal = suspensionProblem(locked, days, reason, now);
  if (refusal) return { refusal };

  await recordPlacementStep(tx, 'PLACEMENT_SUSPENDED', placement, { ...acting, reason, ...days });
  return pausePlacement(tx, placement, { kind: 'SUSPENSION', ...days, reason }, now);
};

/** Lets a placement rest from one day to another; its hours are free for others at once. */
export const suspendPlacement = (
  tx: Transaction,
  input: SuspendPlacementInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => suspend(tx, input, acting));
