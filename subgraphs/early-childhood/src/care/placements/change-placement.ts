import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Section } from '../../centres/centres/section.ts';
import { giveBackBookings, lockBookingsToCome } from '../bookings/booking.queries.ts';
import type { Booking } from '../bookings/booking.ts';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { periodOfDays } from './agreed-stays.rules.ts';
import { placementChange } from './as-it-would-be.ts';
import { bookPlacement } from './book-placement.ts';
import { findAgreedStays, findHoursWithoutDays } from './find-agreed-stays.ts';
import { followUpPlacement } from './follow-up-placement.ts';
import { type LockedPlacement, lockPlacement } from './lock-placement.ts';
import { patternProblem } from './pattern.rules.ts';
import { PatternLineInput } from './pattern-line.ts';
import { changePlacementReasons } from './placement.reasons.ts';
import { dayProblem } from './placement.rules.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { recordPlacementStep } from './record-placement-step.ts';

@InputType({ description: 'A placement whose hours or section are to be others from a day on.' })
export class ChangePlacementInput extends PlacementChangeInput {
  @Field(() => CivilDate, {
    description: 'First day of the change, tomorrow at the earliest; long-term care from the next Monday on.',
  })
  from!: Temporal.PlainDate;

  @Field(() => [PatternLineInput], {
    nullable: true,
    description: 'The hours of an ordinary week from then on; the same unless given.',
  })
  weeklyPattern?: PatternLineInput[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The section from then on, of any centre; the same unless given.',
  })
  sectionId?: string | null;

  @Field(() => String, { description: 'Why, in the words of whoever changes it.' })
  reason!: string;
}

@ObjectType(CHANGED)
export class ChangePlacementPayload extends placementPayloadOf('ChangePlacement', changePlacementReasons) {}

const changeProblem = (
  { placement }: LockedPlacement,
  { from, weeklyPattern, sectionId, reason }: ChangePlacementInput,
  now: Date,
): Word<typeof changePlacementReasons> | null => {
  if (!reason.trim()) return 'REASON_MISSING';
  if (!weeklyPattern && !sectionId) return 'NOTHING_CHANGES';
  if (weeklyPattern?.length === 0) return 'PATTERN_EMPTY';
  const problem = patternProblem(weeklyPattern ?? []);
  if (problem) return problem;
  const tomorrow = dayOf(now).add({ days: 1 });
  return dayProblem(placement, from, tomorrow);
};

type Result = PlacementResult<Word<typeof changePlacementReasons>>;

/** Frees the hours from the day on and books the new ones; what is left without a place refuses the whole. */
const changeHours = async (
  tx: Transaction,
  locked: LockedPlacement,
  input: ChangePlacementInput,
  acting: Acting,
): Promise<Result> => {
  const { now } = acting;
  const { id, endsOn, childId } = locked.placement;
  const reason = input.reason.trim();
  const days = { startsOn: input.from, endsOn };
  const freed: Booking[] = await lockBookingsToCome(tx, id, periodOfDays(days), now);
  await giveBackBookings(tx, freed, reason);
  const terms = {
    sectionId: input.sectionId ?? locked.placement.sectionId,
    weeklyPattern: input.weeklyPattern ?? locked.placement.weeklyPattern,
  };
  const { placement, pauses } = await followUpPlacement(tx, locked, { from: input.from, reason, ...terms });
  const stays = await findAgreedStays(tx, placement, pauses, days, now);
  const booked = await bookPlacement(tx, placement, stays, { now, isPromised: false });
  if ('refusal' in booked) return booked;
  await recordPlacementStep(tx, 'PLACEMENT_CHANGED', placement, { ...acting, reason, startsOn: input.from });
  return { placement, uncoveredMilestones: await publishCoverOfChildren(tx, freed, [childId], now) };
};

const changeIfPossible = async (
  tx: Transaction,
  input: ChangePlacementInput,
  acting: ActingSeer,
): Promise<Result> => {
  const locked = await lockPlacement(tx, 'CHANGE', input, acting);
  if ('refusal' in locked) return locked;
  const refusal = changeProblem(locked, input, acting.now);
  if (refusal) return { refusal };
  const { sectionId, endsOn, weeklyPattern } = locked.placement;
  const isOther = wouldChange(locked.placement, {
    sectionId: input.sectionId ?? sectionId,
    weeklyPattern: input.weeklyPattern ?? weeklyPattern,
  });
  if (!isOther) return { refusal: 'NOTHING_CHANGES' };
  const after = { startsOn: input.from, endsOn, sectionId: input.sectionId ?? sectionId };
  if (!(await tx.existsBy(Section, { id: after.sectionId }))) return { refusal: 'UNKNOWN_SECTION' };
  const withoutDays = await findHoursWithoutDays(tx, after, input.weeklyPattern, weeklyPattern);
  return withoutDays ?? changeHours(tx, locked, input, acting);
};

/**
 * Gives a placement other hours or another section from a day on: all bookings to come are replaced, or nothing is. What
 * was before stays as it was; the placement from that day on continues it.
 */
export const changePlacement = (
  tx: Transaction,
  input: ChangePlacementInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => changeIfPossible(tx, input, acting));
