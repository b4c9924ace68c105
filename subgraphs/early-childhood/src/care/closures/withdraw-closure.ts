import type { ActingUser } from '@relais/platform/acting.ts';
import { wholly } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { inOrder } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { mayActForCentre } from '../../centres/centres/centre-staff.rules.ts';
import { Closure } from '../../centres/centres/closure.ts';
import { type NewCareStep, recordSteps } from '../../history/care-history/record-step.ts';
import { lockCentres } from '../bookings/booking.queries.ts';
import type { Booking } from '../bookings/booking.ts';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { bookDaysAgain } from './book-days-again.ts';
import { withdrawClosureReasons } from './closure.reasons.ts';
import { lengthenStays } from './lengthen-stays.ts';

@InputType({ description: 'A closure that is not to be, from today on.' })
export class WithdrawClosureInput extends Previewable {
  @Field(() => ID, { description: 'The closure.' })
  closureId!: string;
}

@ObjectType({ description: 'The centre, open again, or why it stays closed.' })
export class WithdrawClosurePayload extends payloadOf(
  'WithdrawClosure',
  withdrawClosureReasons,
  'Why it stays closed; absent when it does not.',
) {
  @Field(() => Centre, { nullable: true, description: 'The centre; absent when refused.' })
  centre?: Centre;

  @Field(() => Int, {
    description: 'How many stretches of its placements are booked again, or are as long again as they were.',
  })
  bookedAgain = 0;

  @Field(() => Int, {
    description: 'How many of them are not, because the child is looked after elsewhere or there is no room.',
  })
  notBookedAgain = 0;
}

type OpenedAgain = {
  readonly centre: Centre;
  readonly bookedAgain: number;
  readonly notBookedAgain: number;
};
type Result = OpenedAgain | Refused<Word<typeof withdrawClosureReasons>>;

/** The closure, held after its centre; one of a centre that is not the asker's is as absent. */
const lockClosure = async (tx: Transaction, id: string, { user }: ActingUser): Promise<Closure | null> => {
  const found = await tx.findOneBy(Closure, { id });
  if (!found || !mayActForCentre(user, found.centreId)) return null;
  // Whether a centre is there at all is decided by the service point.
  if (found.isLasting && user.role === 'CENTRE_STAFF') return null;
  await lockCentres(tx, [found.centreId]);
  return tx.findOneBy(Closure, { id });
};

/** One step per child and family, in one statement. */
const recordReopening = (
  tx: Transaction,
  booked: readonly Pick<Booking, 'familyId' | 'childId' | 'startsAt'>[],
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
  return recordSteps(tx, [...steps.values()]);
};

/** A centre that was to open later opens today; one that was closed for good is closed no longer. */
const openForGood = async (tx: Transaction, { centreId, startsOn }: Closure, today: Temporal.PlainDate) => {
  const { openedOn, closedFrom } = await tx.findOneByOrFail(Centre, { id: centreId });
  const wasClosed = closedFrom?.equals(startsOn) ?? false;
  const opens = wasClosed ? { openedOn, closedFrom: null } : { openedOn: today, closedFrom };
  await tx.update(Centre, { id: centreId }, { ...opens, version: () => 'version + 1' });
};

const withdraw = async (
  tx: Transaction,
  { closureId }: WithdrawClosureInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const today = dayOf(now);
  const closure = await lockClosure(tx, closureId, acting);
  if (!closure) return { refusal: 'UNKNOWN_CLOSURE' };
  if (isBefore(closure.endsOn, today)) return { refusal: 'IN_THE_PAST' };

  const { centreId, startsOn, endsOn } = closure;
  const hasBegun = isBefore(startsOn, today);
  const days = { startsOn: hasBegun ? today : startsOn, endsOn };
  const { stays, notLengthened } = await lengthenStays(tx, closure, days, now);
  if (hasBegun) await tx.update(Closure, { id: closureId }, { endsOn: today.subtract({ days: 1 }) });
  if (!hasBegun) await tx.delete(Closure, { id: closureId });
  if (closure.isLasting) await openForGood(tx, closure, today);
  const { booked, notBooked } = await bookDaysAgain(tx, centreId, days, now);
  const again = [...booked, ...stays];
  await recordReopening(tx, again, closure, acting);
  const childIds = [...new Set(again.map(({ childId }) => childId))];
  await publishCoverOfChildren(tx, [], childIds, now);
  const centre = await tx.findOneByOrFail(Centre, { id: centreId });
  return { centre, bookedAgain: again.length, notBookedAgain: notBooked + notLengthened };
};

/** Opens a centre again: the days of its placements are booked again, where the child is not looked after elsewhere. */
export const withdrawClosure = (
  tx: Transaction,
  input: WithdrawClosureInput,
  acting: ActingUser,
): Promise<Result> => wholly(tx, input.preview, () => withdraw(tx, input, acting));
