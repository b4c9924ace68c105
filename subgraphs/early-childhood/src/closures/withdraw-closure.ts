import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { lockCentres } from '../bookings/booking.queries.ts';
import type { Booking } from '../bookings/booking.ts';
import { tellFreed } from '../bookings/free-bookings.ts';
import { changeWhollyOrNot } from '../bookings/preview-change.ts';
import { inOrder } from '../care-requests/asked-care.rules.ts';
import { keepCareSteps, type NewCareStep } from '../care-steps/care-step.queries.ts';
import { mayActForCentre } from '../centres/centre-staff.rules.ts';
import { Closure } from '../centres/closure.ts';
import { bookDaysAgain } from './book-days-again.ts';

@InputType({ description: 'A closure that is not to be, from today on.' })
export class WithdrawClosureInput {
  @Field(() => ID, { description: 'The closure.' })
  closureId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

export type WithdrawClosureRefusalReason = 'UNKNOWN_CLOSURE' | 'IN_THE_PAST';

export type OpenedAgain = {
  readonly centreId: string;
  readonly bookedAgain: number;
  readonly notBookedAgain: number;
};
export type WithdrawClosureResult = OpenedAgain | { readonly refusal: WithdrawClosureRefusalReason };

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean => day.until(other).sign > 0;

/** The closure, held after its centre; one of a centre that is not the asker's is as absent. */
const lockClosure = async (tx: Transaction, id: string, { user }: ActingUser): Promise<Closure | null> => {
  const found = await tx.findOneBy(Closure, { id });
  if (!found || !mayActForCentre(user, found.centreId)) return null;
  await lockCentres(tx, [found.centreId]);
  return tx.findOneBy(Closure, { id });
};

/** One step per child and family, in one statement. */
const keepSteps = (
  tx: Transaction,
  booked: readonly Booking[],
  { id: subjectId }: Closure,
  { user, now }: ActingUser,
): Promise<void> => {
  const steps = new Map<string, NewCareStep>();
  for (const { familyId, childId, startsAt } of inOrder(booked)) {
    const day = dayOf(startsAt).toString();
    const from = steps.get(`${familyId} ${childId}`)?.facts?.from ?? day;
    const about = { familyId, childId, subjectId, at: now, doneBy: user.sub, facts: { from, to: day } };
    steps.set(`${familyId} ${childId}`, { kind: 'CENTRE_OPENED_AGAIN', ...about });
  }
  return keepCareSteps(tx, [...steps.values()]);
};

const withdraw = async (
  tx: Transaction,
  { closureId }: WithdrawClosureInput,
  change: ActingUser,
): Promise<WithdrawClosureResult> => {
  const { now } = change;
  const today = dayOf(now);
  const closure = await lockClosure(tx, closureId, change);
  if (!closure) return { refusal: 'UNKNOWN_CLOSURE' };
  if (isBefore(closure.endsOn, today)) return { refusal: 'IN_THE_PAST' };

  const { centreId, startsOn, endsOn } = closure;
  const hasBegun = isBefore(startsOn, today);
  if (hasBegun) await tx.update(Closure, { id: closureId }, { endsOn: today.subtract({ days: 1 }) });
  if (!hasBegun) await tx.delete(Closure, { id: closureId });
  const days = { from: hasBegun ? today : startsOn, to: endsOn };
  const { booked, lacking } = await bookDaysAgain(tx, centreId, days, now);
  await keepSteps(tx, booked, closure, change);
  const childIds = [...new Set(booked.map(({ childId }) => childId))];
  await tellFreed(tx, [], childIds, now);
  return { centreId, bookedAgain: booked.length, notBookedAgain: lacking };
};

/** Opens a centre again: the days of its placements are booked again, where the child is not looked after elsewhere. */
export const withdrawClosure = (
  tx: Transaction,
  input: WithdrawClosureInput,
  change: ActingUser,
): Promise<WithdrawClosureResult> => changeWhollyOrNot(tx, input.preview, () => withdraw(tx, input, change));
