import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { placementChange } from './as-it-would-be.ts';
import { bookPlacement } from './book-placement.ts';
import { findAgreedStays, findHoursWithoutDays } from './find-agreed-stays.ts';
import { lockPlacement } from './lock-placement.ts';
import { PatternLineInput } from './pattern-line.ts';
import { isContinued } from './placement.queries.ts';
import { renewReasons } from './placement.reasons.ts';
import type { Placement } from './placement.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { recordPlacementStep } from './record-placement-step.ts';
import { insertPlacement, newPlacement, termsProblem } from './start-placement.ts';

@InputType({ description: 'A placement that is to go on after its last day.' })
export class RenewPlacementInput extends PlacementChangeInput {
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
}

@ObjectType(CHANGED)
export class RenewPlacementPayload extends placementPayloadOf('RenewPlacement', renewReasons) {}

type Result = PlacementResult<Word<typeof renewReasons>>;

const renewalProblem = async (
  tx: Transaction,
  { id, isInsertionContract, renewals }: Placement,
  renewal: Placement,
): Promise<Word<typeof renewReasons> | null> => {
  if (await isContinued(tx, id)) return 'RENEWED_ALREADY';
  if (isInsertionContract && renewals > 0) return 'INSERTION_CONTRACT_RENEWED_ONCE';
  return termsProblem(renewal);
};

const renew = async (tx: Transaction, input: RenewPlacementInput, acting: ActingSeer): Promise<Result> => {
  const { now } = acting;
  const locked = await lockPlacement(tx, 'RENEW', input, acting);
  if ('refusal' in locked) return locked;
  const { id: continuesId, version: _, ...terms } = locked.placement;
  const renewal = newPlacement(tx, {
    ...terms,
    continuesId,
    startsOn: terms.endsOn.add({ days: 1 }),
    endsOn: input.lastDay,
    weeklyPattern: input.weeklyPattern ?? terms.weeklyPattern,
    familiarisation: [],
    ordinaryFrom: null,
    renewals: terms.renewals + 1,
  });
  const refusal = await renewalProblem(tx, locked.placement, renewal);
  if (refusal) return { refusal };

  const withoutDays = await findHoursWithoutDays(tx, renewal, input.weeklyPattern, renewal.weeklyPattern);
  if (withoutDays) return withoutDays;
  await insertPlacement(tx, renewal);
  const stays = await findAgreedStays(tx, renewal, [], renewal, now);
  const booked = await bookPlacement(tx, renewal, stays, { now, isPromised: true });
  if ('refusal' in booked) return booked;
  const { startsOn, endsOn } = renewal;
  await recordPlacementStep(tx, 'PLACEMENT_RENEWED', renewal, { ...acting, startsOn, endsOn });
  return {
    placement: renewal,
    uncoveredMilestones: await publishCoverOfChildren(tx, [], [renewal.childId], now),
  };
};

/** Lets a placement go on after its last day, as another one that continues it, with all of its bookings. */
export const renewPlacement = (
  tx: Transaction,
  input: RenewPlacementInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => renew(tx, input, acting));
