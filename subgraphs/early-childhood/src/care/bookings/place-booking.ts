import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { storeNew } from '@relais/platform/database/store-new.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { askWhetherForeseen } from '../../centres/city-settings/ask-whether-foreseen.ts';
import { settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import type { PastCovers } from '../../cover/childcare-cover/settled-cover.queries.ts';
import { whyNotServedOf } from '../../families/family-addresses/not-served-yet.ts';
import type { NewCareStep } from '../../history/care-history/record-step.ts';
import { placeName } from '../../history/care-history/record-step.ts';
import type { Permission } from '../../permissions.ts';
import { isAdmittedOn } from '../placements/placement.queries.ts';
import { type CareToBook, newBooking, obstructedStays, type StayToBook } from './book-stays.ts';
import { type ChildOfFamilies, lockPlace } from './booking.queries.ts';
import type { bookReasons, placeReasons } from './booking.reasons.ts';
import type { BookingObstacle, RefusedStay } from './booking.rules.ts';
import { Booking } from './booking.ts';
import { type KnownOfCare, knownOfCare } from './known-of-care.queries.ts';
import { payingFamily } from './paying-family.ts';

const NOTHING_PAST: PastCovers = { familyIds: [], since: null, byMilestone: [] };

type Refusal = Refused<Word<typeof bookReasons>>;

/** Without the stay: it is the one that was asked for. */
export const withoutStay = ({ stay: _asked, ...refused }: RefusedStay<BookingObstacle>) => refused;

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

const isSameBooking = (booking: Booking, input: CareToPlace): boolean =>
  booking.childId === input.childId &&
  booking.sectionId === input.sectionId &&
  booking.kind === input.kind &&
  booking.startsAt.getTime() === input.startsAt.getTime() &&
  booking.endsAt.getTime() === input.endsAt.getTime() &&
  booking.milestoneId === (input.milestoneId ?? null) &&
  (!input.familyId || booking.familyId === input.familyId);

/** One stay of a child in a section; in a place that was chosen among options it is kept with the reasons. */
export type CareToPlace = Pick<Booking, 'childId' | 'sectionId' | 'kind' | 'startsAt' | 'endsAt'> & {
  readonly id?: string | null;
  /** The family that pays; under shared residence the one whose day it is unless given, else that of the file. */
  readonly familyId?: string | null;
  readonly milestoneId?: string | null;
  readonly explanation?: Booking['explanation'];
  /** That it is right although another family should pay, or it could be foreseen, as it looks. */
  readonly confirmed?: boolean;
  /** That it is an emergency although it could be foreseen; as `confirmed` unless given. */
  readonly isEmergency?: boolean;
};
export type PlacedBooking = {
  readonly booking: Booking;
  /** Held until the end, so that it is as it was read. */
  readonly place: SectionOfCentre;
  readonly familyIds: readonly string[];
  /** What its history says; nothing when it was booked before. */
  readonly steps: readonly NewCareStep[];
  /** What was known of times that are over, where it began in the half-hour that runs. */
  readonly past: PastCovers;
};

/** What a step says of a booking. */
export const stepAbout = (booking: Booking, place: SectionOfCentre) => ({
  familyId: booking.familyId,
  childId: booking.childId,
  subjectId: booking.id,
  facts: {
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    place: placeName(place),
  },
});

/** Stays may each be for a milestone of their own, and be kept with the reasons for the place. */
export type StayInPlace = StayToBook & Partial<Pick<Booking, 'milestoneId' | 'explanation'>>;

/**
 * Books stays of one child in a place that is held, all of them or none, in as many statements as one; of families that
 * are known. The milestones they are for are of one family.
 */
export const placeStays = async (
  tx: Transaction,
  place: SectionOfCentre,
  care: Omit<CareToBook, 'stays' | 'status'>,
  stays: readonly StayInPlace[],
  { user, now }: Acting,
): Promise<PlacedBooking[] | Refused<BookingObstacle>> => {
  const isAtOnce = care.kind === 'EMERGENCY';
  const [obstructed] = await obstructedStays(tx, { ...care, isAtOnce, stays }, place, now);
  if (obstructed) return withoutStay(obstructed);
  const familyIds = care.familiesOfChild;
  const since = new Date(Math.min(...stays.map(({ startsAt }) => startsAt.getTime())));
  const past = await settlePastCovers(tx, { familyIds, since }, now);
  const about = { ...care, childId: care.child.id, centreId: place.centre.id, status: 'CONFIRMED' } as const;
  const bookings = stays.map(({ milestoneId = null, explanation = null, ...stay }) =>
    newBooking(tx, { ...about, milestoneId, explanation }, stay, now),
  );
  await storeNew(tx, Booking, bookings);
  return bookings.map((booking): PlacedBooking => {
    const done = { id: newId(), kind: 'CARE_BOOKED', at: now, doneBy: user.sub } as const;
    // Only the first can have begun: a child is in one place at a time.
    const isFirst = booking.startsAt.getTime() === since.getTime();
    const steps = [{ ...stepAbout(booking, place), ...done }];
    return { booking, place, familyIds, steps, past: isFirst ? past : NOTHING_PAST };
  });
};

/** The same of one stay. */
const placeStay = async (
  tx: Transaction,
  place: SectionOfCentre,
  care: Omit<CareToBook, 'stays' | 'status'>,
  stay: StayInPlace,
  acting: Acting,
): Promise<PlacedBooking | Refused<BookingObstacle>> => {
  const placed = await placeStays(tx, place, care, [stay], acting);
  if ('refusal' in placed) return placed;
  const [only] = placed;
  if (!only) throw new Error('a stay was booked, and no booking is told');
  return only;
};

/** The child, if who acts sees any of its families; else it is as absent. */
const seenBy = async (
  tx: Transaction,
  found: ChildOfFamilies | null,
  { sight }: ActingSeer,
): Promise<ChildOfFamilies | null> =>
  found && (await sight.allows(tx, 'booking:write' satisfies Permission, found.familyIds)) ? found : null;

/** Long-term care is decided by a commission; a child that has such a place may have more hours of it. */
const isCommissionNeeded = async (
  tx: Transaction,
  { kind, childId, startsAt }: CareToPlace,
): Promise<boolean> => kind === 'LONG_TERM' && !(await isAdmittedOn(tx, childId, dayOf(startsAt)));

const whetherForeseen = async (
  tx: Transaction,
  input: CareToPlace,
  now: Date,
): Promise<Refused<'FORESEEN'> | null> => {
  const { isEmergency = input.confirmed } = input;
  return isEmergency ? null : askWhetherForeseen(tx, { ...input, stays: [input] }, now);
};

/** The family that pays, where the practice has come to its district and to that of whose milestone it is for. */
const servedFamily = async (
  tx: Transaction,
  found: ChildOfFamilies,
  { milestoneFamilyId, later }: KnownOfCare,
  input: CareToPlace,
) => {
  const paying = await payingFamily(tx, found, input);
  if ('refusal' in paying) return paying;
  const served = milestoneFamilyId ? [paying.familyId, milestoneFamilyId] : [paying.familyId];
  return whyNotServedOf(served, later) ?? paying;
};

type FamilyFor<Reason extends string> = (
  found: ChildOfFamilies,
  known: KnownOfCare,
) => Promise<{ readonly familyId: string } | Refused<Reason>>;

/** Who pays for care that is of the kind it is named. Who pays is asked first: an answer to that passes the other question too. */
const payerOf = async <Reason extends string>(
  tx: Transaction,
  input: CareToPlace,
  familyFor: () => Promise<{ readonly familyId: string } | Refused<Reason>>,
  now: Date,
): Promise<{ readonly familyId: string } | Refused<Reason | 'COMMISSION_NEEDED' | 'FORESEEN'>> => {
  if (await isCommissionNeeded(tx, input)) return { refusal: 'COMMISSION_NEEDED' };
  const paying = await familyFor();
  if ('refusal' in paying) return paying;
  return (await whetherForeseen(tx, input, now)) ?? paying;
};

const place = async <Reason extends string>(
  tx: Transaction,
  input: CareToPlace,
  acting: ActingSeer,
  familyFor: FamilyFor<Reason>,
): Promise<PlacedBooking | Refused<Word<typeof placeReasons> | Reason>> => {
  const held = await lockPlace(tx, input.sectionId);
  if (!held) return { refusal: 'UNKNOWN_SECTION' };
  const known = await knownOfCare(tx, input, held.centre.id, acting.now);
  const { earlier } = known;
  if (earlier)
    return isSameBooking(earlier, input)
      ? { booking: earlier, place: held, familyIds: [], steps: [], past: NOTHING_PAST }
      : { refusal: 'CONFLICT' };

  const found = await seenBy(tx, known.child, acting);
  if (!found) return { refusal: 'UNKNOWN_CHILD' };
  const { child, familyIds } = found;
  const { id, startsAt, endsAt, confirmed: _asked, ...care } = input;
  const paying = await payerOf(tx, input, () => familyFor(found, known), acting.now);
  if ('refusal' in paying) return paying;
  const whose = { child, ...paying, familiesOfChild: child.leftOn ? [] : familyIds };
  const { milestoneId = null, explanation = null } = care;
  const stay = { startsAt, endsAt, milestoneId, explanation, ...(id && { id }) };
  return placeStay(tx, held, { ...care, ...whose, known }, stay, acting);
};

/**
 * Books care; the centre is held until the end, so that two requests cannot take the last place. Whoever calls it keeps
 * what was done once all is booked.
 */
export const placeBooking = (
  tx: Transaction,
  input: CareToPlace,
  acting: ActingSeer,
): Promise<PlacedBooking | Refusal> =>
  place(tx, input, acting, (found, known) => servedFamily(tx, found, known, input));

/** The same of care that stands in for what was booked once and lost: the family was served then, wherever it lives. */
export const placeStandIn = (
  tx: Transaction,
  input: CareToPlace,
  acting: ActingSeer,
): Promise<PlacedBooking | Refused<Word<typeof placeReasons>>> =>
  place(tx, input, acting, (found) => payingFamily(tx, found, input));
