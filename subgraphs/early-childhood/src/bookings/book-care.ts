import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { keepMetEmergencies } from '../care-requests/keep-met-emergencies.ts';
import { keepCareSteps, type NewCareStep } from '../care-steps/care-step.queries.ts';
import { CareKind } from '../centres/care-kind.ts';
import { type Place, placeName } from '../centres/place.ts';
import { publishCoverOfFamilies } from '../childcare-cover/publish-cover.ts';
import { Child } from '../families/child.ts';
import type { Explanation } from '../place-explanations/place-explanation.ts';
import { newBooking, type ObstructedStay, obstructedStays } from './book-many.ts';
import { familiesOfChild, lockPlace } from './booking.queries.ts';
import { bookReasons } from './booking.reasons.ts';
import { Booking } from './booking.ts';

@InputType({ description: 'Care of one child in one section.' })
export class BookCareInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again books once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The family that pays; the one the child is registered with unless given.',
  })
  familyId?: string | null;

  @Field(() => CareKind, { description: 'The kind of care.' })
  kind!: CareKind;

  @Field(() => DateTime, { description: 'When care starts, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When care ends, on the half-hour.' })
  endsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The milestone this care makes possible.' })
  milestoneId?: string | null;
}

@ObjectType({ description: 'The booking, or why there is none.' })
export class BookCarePayload extends payloadOf(
  'BookCare',
  bookReasons,
  'Why care was not booked; absent when it was.',
) {
  @Field(() => Booking, { nullable: true, description: 'The booking; absent when refused.' })
  booking?: Booking;
}

type Refusal = Refused<Word<typeof bookReasons>>;

/** Without the stay: it is the one that was asked for. */
export const withoutStay = ({ stay: _asked, ...refused }: ObstructedStay) => refused;

/** Broken constraints that mean what a rule also says; they speak when two requests race. */
export const refusalsOfBooking = {
  bookings_pkey: 'CONFLICT',
  booking_child_in_one_place: 'CHILD_ALREADY_BOOKED',
  booking_of_a_child_still_here: 'CHILD_OF_ANOTHER_FAMILY',
  section_not_overfilled: 'SECTION_FULL',
  centre_not_overfilled: 'CENTRE_FULL',
  centre_within_115_percent: 'CENTRE_FULL',
  centre_week_within_100_percent: 'CENTRE_WEEK_FULL',
} as const satisfies Record<string, Refusal['refusal']>;

const isSameRequest = (booking: Booking, input: BookCareInput): boolean =>
  booking.childId === input.childId &&
  booking.sectionId === input.sectionId &&
  booking.kind === input.kind &&
  booking.startsAt.getTime() === input.startsAt.getTime() &&
  booking.endsAt.getTime() === input.endsAt.getTime() &&
  booking.milestoneId === (input.milestoneId ?? null) &&
  (!input.familyId || booking.familyId === input.familyId);

/** Care in a place that was chosen among options is kept with the reasons. */
type CareToPlace = BookCareInput & { readonly explanation?: Explanation | null };
export type PlacedBooking = {
  readonly booking: Booking;
  readonly families: readonly string[];
  /** What its history says; nothing when it was booked before. */
  readonly steps: readonly NewCareStep[];
};

/** What a step says of a booking. */
export const stepAbout = (booking: Booking, place: Place) => ({
  familyId: booking.familyId,
  childId: booking.childId,
  subjectId: booking.id,
  facts: {
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    place: placeName(place),
  },
});

/**
 * Books care; the centre is held until the end, so that two requests cannot take the last place. Whoever calls it keeps
 * what was done once all is booked.
 */
export const placeBooking = async (
  tx: Transaction,
  input: CareToPlace,
  { user, now }: Acting,
): Promise<PlacedBooking | Refusal> => {
  const place = await lockPlace(tx, input.sectionId);
  if (!place) return { refusal: 'UNKNOWN_SECTION' };
  const earlier = input.id ? await tx.findOneBy(Booking, { id: input.id }) : null;
  if (earlier)
    return isSameRequest(earlier, input)
      ? { booking: earlier, families: [], steps: [] }
      : { refusal: 'CONFLICT' };

  const child = await tx.findOneBy(Child, { id: input.childId });
  if (!child) return { refusal: 'UNKNOWN_CHILD' };
  const { id, sectionId, kind, milestoneId = null, explanation = null, startsAt, endsAt } = input;
  const stay = { startsAt, endsAt, ...(id && { id }) };
  const familyId = input.familyId ?? child.familyId;
  const care = { child, familyId, sectionId, kind, milestoneId, explanation, stays: [stay] };
  const families = await familiesOfChild(tx, child);
  const [obstructed] = await obstructedStays(tx, { ...care, familiesOfChild: families }, place, now);
  if (obstructed) return withoutStay(obstructed);

  const booking = newBooking(tx, { ...care, status: 'CONFIRMED' }, place, { ...stay, bookedAt: now });
  await tx.insert(Booking, booking);
  const step = { ...stepAbout(booking, place), kind: 'CARE_BOOKED', at: now, doneBy: user.sub } as const;
  return { booking, families, steps: [step] };
};

/** Keeps what was done and tells the other agencies what it covers. */
export const keepPlaced = async (
  tx: Transaction,
  placed: readonly PlacedBooking[],
  acting: Acting,
): Promise<void> => {
  const steps = placed.flatMap((each) => each.steps);
  const met = await keepMetEmergencies(
    tx,
    placed.map(({ booking }) => booking),
    acting,
  );
  await keepCareSteps(tx, [...steps, ...met]);
  await publishCoverOfFamilies(tx, [...new Set(placed.flatMap(({ families }) => families))], acting.now);
};

/** Books care; an emergency of a milestone is kept as a request that is met. */
export const bookCare = async (
  tx: Transaction,
  input: BookCareInput,
  acting: Acting,
): Promise<{ booking: Booking } | Refusal> => {
  const placed = await placeBooking(tx, input, acting);
  if ('refusal' in placed) return placed;
  if (placed.steps.length > 0) await keepPlaced(tx, [placed], acting);
  return { booking: placed.booking };
};
