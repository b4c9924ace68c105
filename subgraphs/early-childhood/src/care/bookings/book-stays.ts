import { storeNew } from '@relais/platform/database/store-new.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { RefusalDetails } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { type Catalogue, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { daysOf } from '@relais/platform/time/days.rules.ts';
import { overlap, type Period } from '@relais/platform/time/periods.rules.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import { placeOn } from '../../centres/centres/centre-terms.rules.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { countedAge } from '../../families/families/age.rules.ts';
import type { Child } from '../../families/families/child.ts';
import { familyOfMilestone, lockPlace, othersDuring } from './booking.queries.ts';
import {
  type BookingFacts,
  type BookingObstacle,
  oldEnoughOn,
  type RefusedStay,
  refusalReason,
} from './booking.rules.ts';
import { Booking } from './booking.ts';
import type { KnownOfCare } from './known-of-care.queries.ts';

/** `id` where the client made it. */
export type StayToBook = Period & { readonly id?: string };

/** What all bookings of one care have in common. */
type SharedByBookings = Pick<Booking, 'familyId' | 'sectionId' | 'kind' | 'status'> &
  Partial<Pick<Booking, 'placementId' | 'offerId' | 'milestoneId' | 'explanation'>>;

/** Any number of stays of one child in one section, first to last. */
export type CareToBook = SharedByBookings & {
  readonly child: Child;
  readonly familiesOfChild: readonly string[];
  readonly stays: readonly StayToBook[];
  /** A running contract promises it already, so that it needs no notice. */
  readonly isPromised?: boolean;
  /** It may start in the half-hour that runs. */
  readonly isAtOnce?: boolean;
  /** What was read already of its one stay, once the place was held. */
  readonly known?: Pick<KnownOfCare, 'milestoneFamilyId' | 'closures' | 'others'>;
};

/** A booking of one stay, not stored yet. */
export const newBooking = (
  tx: Transaction,
  care: SharedByBookings & Pick<Booking, 'childId' | 'centreId'>,
  { id = newId(), startsAt, endsAt }: StayToBook,
  bookedAt: Date,
): Booking => {
  const { placementId = null, offerId = null, milestoneId = null, explanation = null } = care;
  return tx.create(Booking, {
    id,
    childId: care.childId,
    familyId: care.familyId,
    sectionId: care.sectionId,
    centreId: care.centreId,
    kind: care.kind,
    status: care.status,
    startsAt,
    endsAt,
    placementId,
    offerId,
    milestoneId,
    explanation,
    bookedAt,
    arrivedAt: null,
    leftAt: null,
    cancellationReason: null,
    cancelledAfterStart: false,
    version: 1,
  });
};

const ifBorn: Catalogue<'AS_EXPECTED'> = {
  fr: { AS_EXPECTED: 's’il naît comme prévu' },
  en: { AS_EXPECTED: 'if born as expected' },
};

/** From when a child that is too young could come. */
const detailsOf = (refusal: BookingObstacle, { age, section }: Omit<BookingFacts, 'care'>) => {
  if (refusal !== 'CHILD_TOO_YOUNG') return {};
  const day = oldEnoughOn(age, section);
  const details: RefusalDetails = (language) => ({
    oldEnoughOn: dayText(language, day),
    ...(age.isExpected && { asExpected: say(ifBorn, language, 'AS_EXPECTED') }),
  });
  return { details };
};

type CareInQuestion = Omit<CareToBook, 'status'> & {
  /** A booking that is being moved is not in its own way. */
  readonly exceptId?: string;
};

/** The family of the milestone that care is for: `undefined` where it is for none, `null` where it is not known. */
const familyServedBy = async (
  tx: Transaction,
  milestoneId: string | null | undefined,
  known: CareInQuestion['known'],
): Promise<string | null | undefined> => {
  if (!milestoneId) return undefined;
  return known ? known.milestoneFamilyId : familyOfMilestone(tx, milestoneId);
};

/** All that decides, stay by stay: four statements at most for any number of them. */
const factsOf = async (
  tx: Transaction,
  {
    child,
    kind,
    familyId,
    familiesOfChild,
    milestoneId,
    stays,
    isPromised = false,
    isAtOnce = false,
    exceptId,
    known,
  }: CareInQuestion,
  { centre, section }: SectionOfCentre,
  now: Date,
): Promise<BookingFacts[]> => {
  const shared = {
    now,
    isPromised,
    isAtOnce,
    familyId,
    familiesOfChild,
    milestoneFamilyId: await familyServedBy(tx, milestoneId, known),
    age: countedAge(child),
    closures: known?.closures ?? (await closuresDuring(tx, [centre.id], daysOf(stays))),
  };
  const asked = { centreId: centre.id, childId: child.id, stays };
  const others = known ? [known.others] : await othersDuring(tx, exceptId ? { ...asked, exceptId } : asked);
  return stays.map((stay, index) => ({
    ...shared,
    ...placeOn({ centre, section }, dayOf(stay.startsAt)),
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

export type BookedStays =
  | { readonly bookings: Booking[] }
  | (RefusedStay<BookingObstacle> & { readonly obstructed: readonly RefusedStay<BookingObstacle>[] });

/**
 * Books all of the stays in one statement, or none and tells the first that cannot be. Its caller holds the place until
 * the end, so that nobody takes it meanwhile, and tells the families' cover once all is booked.
 */
export const bookStaysIn = async (
  tx: Transaction,
  place: SectionOfCentre,
  care: CareToBook,
  now: Date,
): Promise<BookedStays> => {
  const obstructed = await obstructedStays(tx, care, place, now);
  const [first] = obstructed;
  if (first) return { ...first, obstructed };

  const bookings = care.stays.map((stay) =>
    newBooking(tx, { ...care, childId: care.child.id, centreId: place.centre.id }, stay, now),
  );
  await storeNew(tx, Booking, bookings);
  return { bookings };
};

/** `bookStaysIn` for whoever does not hold the place yet. */
export const bookStays = async (
  tx: Transaction,
  care: CareToBook,
  now: Date,
): Promise<BookedStays | { readonly refusal: 'UNKNOWN_SECTION' }> => {
  const place = await lockPlace(tx, care.sectionId);
  return place ? bookStaysIn(tx, place, care, now) : { refusal: 'UNKNOWN_SECTION' };
};
