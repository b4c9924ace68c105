import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { RefusalDetails } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { overlap, type Period } from '@relais/platform/time/periods.rules.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import type { Child } from '../../families/families/child.ts';
import { familiesOfChild, familyOfMilestone, lockPlace, othersDuring } from './booking.queries.ts';
import {
  type BookingFacts,
  type BookingObstacle,
  oldEnoughOn,
  type RefusedStay,
  refusalReason,
} from './booking.rules.ts';
import { Booking } from './booking.ts';

type StayToBook = Period & { readonly id?: string };

/** Any number of stays of one child in one section, first to last. */
export type CareToBook = Pick<Booking, 'familyId' | 'sectionId' | 'kind' | 'status'> &
  Partial<Pick<Booking, 'placementId' | 'offerId' | 'milestoneId' | 'explanation'>> & {
    readonly child: Child;
    readonly stays: readonly StayToBook[];
    /** A running contract promises it already, so that it needs no notice. */
    readonly isPromised?: boolean;
  };

/** From when a child that is too young could come; one that is expected has no such day yet. */
const detailsOf = (refusal: BookingObstacle, { birthDate, section }: Omit<BookingFacts, 'care'>) => {
  if (refusal !== 'CHILD_TOO_YOUNG' || !birthDate) return {};
  const day = oldEnoughOn(birthDate, section);
  const details: RefusalDetails = (language) => ({ oldEnoughOn: dayText(language, day) });
  return { details };
};

type CareInQuestion = Omit<CareToBook, 'status'> & {
  readonly familiesOfChild: readonly string[];
  /** A booking that is being moved is not in its own way. */
  readonly exceptId?: string;
};

const daysOf = (stays: readonly Period[]) => {
  const starts = stays.map(({ startsAt }) => startsAt.getTime());
  const ends = stays.map(({ endsAt }) => endsAt.getTime());
  return { from: dayOf(new Date(Math.min(...starts))), to: dayOf(new Date(Math.max(...ends))) };
};

/** All that decides, stay by stay: four statements for any number of them. */
const factsOf = async (
  tx: Transaction,
  { child, kind, familyId, milestoneId, stays, isPromised = false, ...care }: CareInQuestion,
  { centre, section }: SectionOfCentre,
  now: Date,
): Promise<BookingFacts[]> => {
  const shared = {
    now,
    isPromised,
    familyId,
    familiesOfChild: care.familiesOfChild,
    milestoneFamilyId: milestoneId ? await familyOfMilestone(tx, milestoneId) : undefined,
    birthDate: child.birthDate,
    section,
    centre,
    closures: await closuresDuring(tx, [centre.id], daysOf(stays)),
  };
  const asked = { centreId: centre.id, childId: child.id, stays };
  const others = await othersDuring(tx, care.exceptId ? { ...asked, exceptId: care.exceptId } : asked);
  return stays.map((stay, index) => ({
    ...shared,
    care: { ...stay, childId: child.id, sectionId: section.id, kind },
    othersInCentre: others[index]?.inCentre ?? [],
    othersOfChild: [
      ...(others[index]?.ofChild ?? []),
      ...stays.filter((other) => other !== stay && overlap(other, stay)),
    ],
  }));
};

/** The stays that cannot be booked in a place that is held; none when all can. */
export const obstructedStays = async (
  tx: Transaction,
  care: CareInQuestion,
  place: SectionOfCentre,
  now: Date,
): Promise<RefusedStay<BookingObstacle>[]> => {
  if (care.stays.length === 0) return [];
  const facts = await factsOf(tx, care, place, now);
  return facts.flatMap(({ care: stay, ...rest }) => {
    const refusal = refusalReason({ ...rest, care: stay });
    return refusal ? [{ stay, refusal, ...detailsOf(refusal, rest) }] : [];
  });
};

/** A booking of one of the stays, not stored yet. */
export const newBooking = (
  tx: Transaction,
  { child, stays: _stays, isPromised: _isPromised, ...care }: CareToBook,
  { centre }: SectionOfCentre,
  { id, startsAt, endsAt, bookedAt }: StayToBook & Pick<Booking, 'bookedAt'>,
): Booking =>
  tx.create(Booking, {
    placementId: null,
    offerId: null,
    milestoneId: null,
    explanation: null,
    ...care,
    id: id ?? newId(),
    startsAt,
    endsAt,
    bookedAt,
    childId: child.id,
    centreId: centre.id,
    cancellationReason: null,
    version: 1,
  });

export type HeldStays =
  | { readonly bookings: Booking[]; readonly families: readonly string[] }
  | (RefusedStay<BookingObstacle> & { readonly obstructed: readonly RefusedStay<BookingObstacle>[] })
  | { readonly refusal: 'UNKNOWN_SECTION' };

/**
 * Books all of the stays in one statement, or none and tells the first that cannot be; the centre is held until the end,
 * so that nobody takes the places meanwhile. Whoever calls it tells the families' cover once all is booked.
 */
export const holdStays = async (tx: Transaction, care: CareToBook, now: Date): Promise<HeldStays> => {
  const place = await lockPlace(tx, care.sectionId);
  if (!place) return { refusal: 'UNKNOWN_SECTION' };
  const families = await familiesOfChild(tx, care.child);
  const obstructed = await obstructedStays(tx, { ...care, familiesOfChild: families }, place, now);
  const [first] = obstructed;
  if (first) return { ...first, obstructed };

  const bookings = care.stays.map((stay) => newBooking(tx, care, place, { ...stay, bookedAt: now }));
  if (bookings.length > 0) await tx.insert(Booking, bookings);
  return { bookings, families };
};
