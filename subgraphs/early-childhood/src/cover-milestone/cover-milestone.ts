import type { ActingUser } from '@relais/platform/acting.ts';
import { employmentAdvisor, type User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { keepPlaced, type PlacedBooking, placeBooking } from '../bookings/book-care.ts';
import { bookingsOfMilestones, lockCentres } from '../bookings/booking.queries.ts';
import { Booking } from '../bookings/booking.ts';
import type { FoundOptions } from '../care-options/find-care-options.ts';
import type { ChildcareCover } from '../childcare-cover/childcare-cover.ts';
import { loadChildcareCovers } from '../childcare-cover/load-childcare-covers.ts';
import { lockMilestone } from '../known-milestones/known-milestone.queries.ts';
import type { KnownMilestone } from '../known-milestones/known-milestone.ts';
import { type CoverMilestoneRefusalReason, milestoneRefusal } from './cover-milestone.rules.ts';
import { type CoverPlan, needsOf, planCover } from './plan-cover.ts';

@InputType({ description: 'A milestone whose gaps are to be booked.' })
export class CoverMilestoneInput {
  @Field(() => ID, { description: 'The milestone.' })
  milestoneId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  milestoneVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, id of the first booking, so that sending again books once.',
  })
  id?: string | null;
}

export type CoverMilestoneResult =
  | { readonly bookings: readonly Booking[]; readonly cover: ChildcareCover }
  | { readonly refusal: CoverMilestoneRefusalReason; readonly alternatives: readonly FoundOptions[] };

/** Somebody was faster: nothing of the plan may stay, and another is made. */
export class PlaceTaken extends Error {}

const refused = (refusal: CoverMilestoneRefusalReason): CoverMilestoneResult => ({
  refusal,
  alternatives: [],
});

/** An advisor covers the milestones of his own job seekers; others are as absent. */
export const mayCover = ({ advisorId }: KnownMilestone, user: User): boolean =>
  !employmentAdvisor(user) || advisorId === user.sub;

const coverOf = async (tx: Transaction, milestone: KnownMilestone): Promise<ChildcareCover> => {
  const [cover] = await loadChildcareCovers(tx, [milestone]);
  if (cover && !(cover instanceof Error)) return cover;
  throw cover ?? new RelaisError('TRY_AGAIN', 'This milestone is not known here, or not yet.');
};

const bookAll = async (
  tx: Transaction,
  { stays }: CoverPlan,
  { id: milestoneId, familyId }: KnownMilestone,
  input: CoverMilestoneInput,
  change: ActingUser,
): Promise<Booking[]> => {
  await lockCentres(
    tx,
    stays.map(({ centreId }) => centreId),
  );
  const placed: PlacedBooking[] = [];
  for (const { centreId: _, ...stay } of stays) {
    const id = placed.length === 0 ? (input.id ?? null) : null;
    const each = await placeBooking(tx, { ...stay, id, milestoneId, familyId }, change);
    if ('refusal' in each) throw new PlaceTaken(each.refusal);
    placed.push(each);
  }
  await keepPlaced(tx, placed, change);
  return placed.map(({ booking }) => booking);
};

/** The same request, sent again, is answered the same way. */
const sentBefore = async (
  tx: Transaction,
  milestone: KnownMilestone,
  { id }: CoverMilestoneInput,
): Promise<CoverMilestoneResult | null> => {
  const earlier = id ? await tx.findOneBy(Booking, { id }) : null;
  if (!earlier) return null;
  if (earlier.milestoneId !== milestone.id) return refused('CONFLICT');
  const bookings = await bookingsOfMilestones(tx, [milestone.id]);
  return { bookings, cover: await coverOf(tx, milestone) };
};

/** Books the best options for all gaps of all children of a milestone: all of them, or none. */
export const coverMilestone = async (
  tx: Transaction,
  input: CoverMilestoneInput,
  change: ActingUser,
): Promise<CoverMilestoneResult> => {
  const { user, now } = change;
  const milestone = await lockMilestone(tx, input.milestoneId);
  if (!milestone || !mayCover(milestone, user)) return refused('UNKNOWN_MILESTONE');
  const earlier = await sentBefore(tx, milestone, input);
  if (earlier) return earlier;
  const refusal = milestoneRefusal(milestone, input.milestoneVersion, now);
  if (refusal) return refused(refusal);

  const needs = needsOf(await coverOf(tx, milestone), now);
  if (needs.length === 0) return refused('NOTHING_TO_COVER');
  const plan = await planCover(tx, needs, now);
  if (!plan.isWhole) return { refusal: 'NO_OPTION', alternatives: plan.found };

  const bookings = await bookAll(tx, plan, milestone, input, change);
  return { bookings, cover: await coverOf(tx, milestone) };
};
