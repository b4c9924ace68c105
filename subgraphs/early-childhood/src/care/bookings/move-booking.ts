import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { askWhetherForeseen } from '../../centres/city-settings/ask-whether-foreseen.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { uncoveredMilestones } from '../../cover/childcare-cover/uncovered-milestone.queries.ts';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import { Child } from '../../families/families/child.ts';
import {
  type HistoryAsItWouldBe,
  previewWithHistory,
} from '../../history/care-history/preview-with-history.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { isFamiliarisation } from '../placements/familiarisation.rules.ts';
import { Placement } from '../placements/placement.ts';
import { obstructedStays } from './book-stays.ts';
import { type ChildOfFamilies, familiesOfChild, lockBookingFor, lockPlace } from './booking.queries.ts';
import { moveReasons } from './booking.reasons.ts';
import { Booking } from './booking.ts';
import type { ChangedBooking } from './cancel-booking.ts';
import { moveRefusal } from './move-booking.rules.ts';
import { payingFamily } from './paying-family.ts';
import { refusalsOfBooking, stepAbout, withoutStay } from './place-booking.ts';

@InputType({ description: 'A booking, and when and where it is to be instead.' })
export class MoveBookingInput extends Confirmable {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;

  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => DateTime, { description: 'When care is to start, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When care is to end, on the half-hour.' })
  endsAt!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The section it is to be in, of any centre; the same unless given.',
  })
  sectionId?: string | null;
}

@ObjectType({ description: 'The moved booking, or why it stays where it is.' })
export class MoveBookingPayload extends payloadOf(
  'MoveBooking',
  moveReasons,
  'Why it was not moved; absent when it was.',
) {
  @Field(() => Booking, {
    nullable: true,
    description: 'The booking as moved, or as it would be in a preview; absent when refused.',
  })
  booking?: Booking;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones: UncoveredMilestone[] = [];
}

type Result = ChangedBooking | Refused<Word<typeof moveReasons>>;

const { bookings_pkey: _madeOnly, ...refusalsOfMove } = refusalsOfBooking;

export { refusalsOfMove };

const isOfFamiliarisation = async (
  tx: Transaction,
  { placementId, startsAt, endsAt }: Booking,
): Promise<boolean> => {
  const placement = placementId ? await tx.findOneBy(Placement, { id: placementId }) : null;
  return isFamiliarisation({ startsAt, endsAt }, placement?.familiarisation ?? []);
};

/**
 * What to ask about its new time: whether it is known to be one of the other parent than who pays, and whether an emergency could
 * be foreseen where it begins at another time. Who pays for what a placement or an offer brought is agreed; when it is, was.
 */
const questionAbout = async (
  tx: Transaction,
  booking: Booking,
  ofFamilies: ChildOfFamilies,
  { startsAt, endsAt, confirmed }: MoveBookingInput,
  now: Date,
): Promise<Refused<'OTHER_PARENTS_DAY' | 'FORESEEN'> | null> => {
  const { familyId, kind, placementId, offerId } = booking;
  if (confirmed) return null;
  const isPayerAgreed = placementId !== null || offerId !== null;
  if (!isPayerAgreed && wouldChange(booking, { startsAt, endsAt })) {
    const paying = await payingFamily(tx, ofFamilies, { startsAt, endsAt, familyId, confirmed });
    if ('refusal' in paying) return { refusal: 'OTHER_PARENTS_DAY' };
  }
  return wouldChange(booking, { startsAt })
    ? askWhetherForeseen(tx, { kind, stays: [{ startsAt }] }, now)
    : null;
};

/** Puts a held booking elsewhere, by the rules of booking, in which it is not in its own way. */
const moveTo = async (
  tx: Transaction,
  booking: Booking,
  { centre, section }: SectionOfCentre,
  input: MoveBookingInput,
  { user, now }: Acting,
): Promise<Result> => {
  const { startsAt, endsAt } = input;
  const child = await tx.findOneByOrFail(Child, { id: booking.childId });
  const moved = { startsAt, endsAt, sectionId: section.id, centreId: centre.id };
  if (!wouldChange(booking, moved)) return { booking, uncoveredMilestones: [] };
  const familyIds = await familiesOfChild(tx, child);
  const question = await questionAbout(tx, booking, { child, familyIds }, input, now);
  if (question) return question;
  const care = { ...booking, ...moved, child, familiesOfChild: familyIds, stays: [{ startsAt, endsAt }] };
  const [obstructed] = await obstructedStays(tx, { ...care, exceptId: booking.id }, { centre, section }, now);
  if (obstructed) return withoutStay(obstructed);

  // The reasons for a place say nothing of another one.
  const explanation = section.id === booking.sectionId ? booking.explanation : null;
  const stored = await store(tx, Booking, booking, { ...moved, explanation, bookedAt: now });
  const about = stepAbout(stored, { centre, section });
  await recordStep(tx, { ...about, kind: 'BOOKING_MOVED', at: now, doneBy: user.sub });
  const uncovered = await uncoveredMilestones(tx, { stays: [booking], familyIds }, now);
  await publishCoverOfFamilies(tx, familyIds, now);
  return { booking: stored, uncoveredMilestones: uncovered };
};

const move = async (tx: Transaction, input: MoveBookingInput, acting: ActingSeer): Promise<Result> => {
  const found = await tx.findOneBy(Booking, { id: input.bookingId });
  if (!found) return { refusal: 'UNKNOWN_BOOKING' };
  // The place before the booking, as whoever books does. If it moved meanwhile, its version is another.
  const place = await lockPlace(tx, input.sectionId ?? found.sectionId);
  if (!place) return { refusal: 'UNKNOWN_SECTION' };
  const booking = await lockBookingFor(tx, found.id, acting);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const refusal = moveRefusal(booking, input, acting.now);
  if (refusal) return { refusal };
  return (await isOfFamiliarisation(tx, booking))
    ? { refusal: 'IS_FAMILIARISATION' }
    : moveTo(tx, booking, place, input, acting);
};

const movedIn = (result: Result) => ('refusal' in result ? null : result.booking);

/** Moves care to another time or section: the old place is given back only if the new one is free. */
export const moveBooking = (
  tx: Transaction,
  input: MoveBookingInput,
  acting: ActingSeer,
): Promise<Result & HistoryAsItWouldBe> =>
  previewWithHistory(tx, input.preview, () => move(tx, input, acting), movedIn);
