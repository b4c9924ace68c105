import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { giveBackBookings, lockBookingsToCome } from '../bookings/booking.queries.ts';
import { publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { periodOfDays } from './agreed-stays.rules.ts';
import { placementChange } from './as-it-would-be.ts';
import { bookPlacement } from './book-placement.ts';
import { findAgreedStays, findObstructedHours } from './find-agreed-stays.ts';
import { type LockedPlacement, lockPlacement } from './lock-placement.ts';
import { patternProblem } from './pattern.rules.ts';
import { PatternLineInput } from './pattern-line.ts';
import { weekReasons } from './placement.reasons.ts';
import { weekProblem } from './placement.rules.ts';
import { Placement } from './placement.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { recordPlacementStep } from './record-placement-step.ts';
import { SentWeek } from './sent-week.ts';

@InputType({ description: 'The hours that a family needs in one coming week of a flexible placement.' })
export class SendWeekHoursInput extends PlacementChangeInput {
  @Field(() => CivilDate, { description: 'The Monday of the week, which has not begun.' })
  monday!: Temporal.PlainDate;

  @Field(() => [PatternLineInput], {
    description: 'The hours of that week, no more of them than agreed; none when no care is needed.',
  })
  hours!: PatternLineInput[];
}

@ObjectType(CHANGED)
export class SendWeekHoursPayload extends placementPayloadOf('SendWeekHours', weekReasons) {}

type Result = PlacementResult<Word<typeof weekReasons>>;

const DAYS_TO_SUNDAY = 6;
const WEEK_REPLACED = 'Horaires de la semaine transmis par la famille';

/** Whether the week stands as it is sent again. A day of it that was given back since would have to be booked anew. */
const isSentAlready = async (
  tx: Transaction,
  { id: placementId }: Placement,
  { monday, hours }: Pick<SendWeekHoursInput, 'monday' | 'hours'>,
): Promise<boolean> => {
  const sent = await tx.findOneBy(SentWeek, { placementId, monday });
  if (!sent || wouldChange(sent, { hours })) return false;
  const week = periodOfDays({ startsOn: monday, endsOn: monday.add({ days: DAYS_TO_SUNDAY }) });
  const booked = await lockBookingsToCome(tx, placementId, week, sent.sentAt);
  return booked.length === hours.length;
};

const replaceWeek = async (
  tx: Transaction,
  { placement, pauses }: LockedPlacement,
  { monday, hours }: SendWeekHoursInput,
  acting: Acting,
): Promise<Result> => {
  const { now } = acting;
  const sunday = monday.add({ days: DAYS_TO_SUNDAY });
  const obstructed = await findObstructedHours(tx, placement, hours, pauses, {
    startsOn: monday,
    endsOn: sunday,
  });
  const [first] = obstructed;
  if (first) return { refusal: first.refusal, obstructed };
  if (await isSentAlready(tx, placement, { monday, hours })) return { placement, uncoveredMilestones: [] };
  await tx.upsert(SentWeek, { placementId: placement.id, monday, hours, sentAt: now }, [
    'placementId',
    'monday',
  ]);
  const week = periodOfDays({ startsOn: monday, endsOn: sunday });
  const freed = await lockBookingsToCome(tx, placement.id, week, now);
  await giveBackBookings(tx, freed, WEEK_REPLACED);
  const stays = await findAgreedStays(tx, placement, pauses, { startsOn: monday, endsOn: sunday }, now);
  const booked = await bookPlacement(tx, placement, stays, { now, isPromised: true });
  if ('refusal' in booked) return booked;
  const changed = await store(tx, Placement, placement, {});
  await recordPlacementStep(tx, 'WEEK_HOURS_SENT', changed, { ...acting, startsOn: monday });
  return {
    placement: changed,
    uncoveredMilestones: await publishCoverOfChildren(tx, freed, [placement.childId], now),
  };
};

const send = async (tx: Transaction, input: SendWeekHoursInput, acting: ActingSeer): Promise<Result> => {
  const locked = await lockPlacement(tx, 'SEND_WEEK', input, acting);
  if ('refusal' in locked) return locked;
  const refusal = patternProblem(input.hours) ?? weekProblem(locked.placement, input, dayOf(acting.now));
  return refusal ? { refusal } : replaceWeek(tx, locked, input, acting);
};

/** Replaces the bookings of one coming week of a flexible placement by the hours that the family sends. */
export const sendWeekHours = (
  tx: Transaction,
  input: SendWeekHoursInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => send(tx, input, acting));
