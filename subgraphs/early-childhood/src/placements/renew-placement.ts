import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { BookingObstacle } from '../bookings/booking.rules.ts';
import { tellFreed } from '../bookings/free-bookings.ts';
import { placementChange } from './as-it-would-be.ts';
import { bookPlacement } from './book-placement.ts';
import { findAgreedStays, findHoursWithoutDays } from './find-agreed-stays.ts';
import { holdPlacement } from './hold-placement.ts';
import { keepPlacementStep } from './keep-placement-step.ts';
import { PatternLineInput } from './pattern-line-input.ts';
import { isContinued } from './placement.queries.ts';
import type { StandingRefusal } from './placement.rules.ts';
import { Placement } from './placement.ts';
import {
  bookingMeanings,
  type PlacementResult,
  patternMeanings,
  placementPayloadOf,
  standingMeanings,
} from './placement-payload.ts';
import { newPlacement, type TermsProblem, termsProblem } from './start-placement.ts';

@InputType({ description: 'A placement that is to go on after its last day.' })
export class RenewPlacementInput {
  @Field(() => ID, { description: 'The placement.' })
  placementId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => CivilDate, {
    description:
      'Last day of the renewal, which starts the day after the placement ends and lasts less than 12 months.',
  })
  lastDay!: Temporal.PlainDate;

  @Field(() => [PatternLineInput], {
    nullable: true,
    description: 'The hours of an ordinary week from then on; the same unless given.',
  })
  weeklyPattern?: PatternLineInput[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

type RenewalProblem = TermsProblem | 'RENEWED_ALREADY' | 'INSERTION_CONTRACT_RENEWED_ONCE';
export type RenewPlacementRefusalReason =
  | 'UNKNOWN_PLACEMENT'
  | 'UNKNOWN_SECTION'
  | StandingRefusal
  | 'OUTSIDE_PLACEMENT'
  | RenewalProblem
  | BookingObstacle;

export const RenewPlacementPayload = placementPayloadOf<RenewPlacementRefusalReason>('RenewPlacement', {
  ...standingMeanings,
  ...patternMeanings,
  ...bookingMeanings,
  PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day is not after the end of the placement.',
  OVER_TWELVE_MONTHS: 'The renewal lasts twelve months or more.',
  OVER_SIX_MONTHS: 'The renewal of an insertion contract lasts more than six months.',
  OUTSIDE_PLACEMENT: 'Hours that were given fall on no day of the renewal.',
  RENEWED_ALREADY: 'Another placement continues it already.',
  INSERTION_CONTRACT_RENEWED_ONCE: 'An insertion contract is renewed once only.',
});

type Result = PlacementResult<RenewPlacementRefusalReason>;

const renewalProblem = async (
  tx: Transaction,
  { id, isInsertionContract, renewals }: Placement,
  renewal: Placement,
): Promise<RenewalProblem | null> => {
  if (await isContinued(tx, id)) return 'RENEWED_ALREADY';
  if (isInsertionContract && renewals > 0) return 'INSERTION_CONTRACT_RENEWED_ONCE';
  return termsProblem(renewal);
};

const renew = async (tx: Transaction, input: RenewPlacementInput, change: Acting): Promise<Result> => {
  const { now } = change;
  const held = await holdPlacement(tx, 'RENEW', input, now);
  if ('refusal' in held) return held;
  const { id: continuesId, version: _, ...terms } = held.placement;
  const renewal = newPlacement(tx, {
    ...terms,
    continuesId,
    startsOn: terms.endsOn.add({ days: 1 }),
    endsOn: input.lastDay,
    weeklyPattern: input.weeklyPattern ?? terms.weeklyPattern,
    renewals: terms.renewals + 1,
  });
  const refusal = await renewalProblem(tx, held.placement, renewal);
  if (refusal) return { refusal };

  const lost = await findHoursWithoutDays(tx, renewal, input.weeklyPattern, renewal.weeklyPattern);
  if (lost) return lost;
  await tx.insert(Placement, renewal);
  const days = { from: renewal.startsOn, to: renewal.endsOn };
  const stays = await findAgreedStays(tx, renewal, [], days, now);
  const booked = await bookPlacement(tx, renewal, stays, { now, isPromised: true });
  if ('refusal' in booked) return booked;
  const { startsOn, endsOn } = renewal;
  await keepPlacementStep(tx, 'PLACEMENT_RENEWED', renewal, { ...change, startsOn, endsOn });
  return { placement: renewal, uncoveredMilestones: await tellFreed(tx, [], [renewal.childId], now) };
};

/** Lets a placement go on after its last day, as another one that continues it, with all of its bookings. */
export const renewPlacement = (
  tx: Transaction,
  input: RenewPlacementInput,
  change: Acting,
): Promise<Result> => placementChange(tx, input.preview, () => renew(tx, input, change));
