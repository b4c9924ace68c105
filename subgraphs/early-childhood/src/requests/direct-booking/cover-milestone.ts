import type { ActingUser } from '@relais/platform/acting.ts';
import { employmentAdvisor, type User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { bookingsOfMilestones, lockCentres } from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { type PlacedBooking, placeBooking } from '../../care/bookings/place-booking.ts';
import { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import { loadChildcareCovers } from '../../cover/childcare-cover/load-childcare-covers.ts';
import { lockMilestone } from '../../cover/known-milestones/known-milestone.queries.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import { recordPlaced } from './book-care.ts';
import { CoverAlternative } from './cover-alternative.ts';
import { coverReasons } from './cover-milestone.reasons.ts';
import { milestoneRefusal } from './cover-milestone.rules.ts';
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

@ObjectType({ description: 'The bookings made and the cover they give, or why nothing was booked.' })
export class CoverMilestonePayload extends payloadOf(
  'CoverMilestone',
  coverReasons,
  'Why nothing was booked; absent when it was.',
) {
  @ListSize(10)
  @Field(() => [Booking], { nullable: true, description: 'The bookings; absent when refused.' })
  bookings?: readonly Booking[];

  @Field(() => ChildcareCover, { nullable: true, description: 'The cover after; absent when refused.' })
  cover?: ChildcareCover;

  @ListSize(10)
  @Field(() => [CoverAlternative], { description: 'With `NO_OPTION`: what could be done, gap by gap.' })
  alternatives: CoverAlternative[] = [];
}

type Covered = {
  readonly bookings: readonly Booking[];
  readonly cover: ChildcareCover;
  readonly refusal?: never;
};
export type CoverMilestoneResult = { readonly alternatives: CoverAlternative[] } & (
  | Covered
  | Refused<Word<typeof coverReasons>>
);

/** Somebody was faster: nothing of the plan may stay, and another is made. */
export class PlaceTaken extends Error {}

const refused = (refusal: Word<typeof coverReasons>): CoverMilestoneResult => ({
  refusal,
  alternatives: [],
});

/** An advisor covers the milestones of their own job seekers; others are as absent. */
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
  acting: ActingUser,
): Promise<Booking[]> => {
  await lockCentres(
    tx,
    stays.map(({ centreId }) => centreId),
  );
  const placed: PlacedBooking[] = [];
  for (const { centreId: _, ...stay } of stays) {
    const id = placed.length === 0 ? (input.id ?? null) : null;
    const each = await placeBooking(tx, { ...stay, id, milestoneId, familyId }, acting);
    if ('refusal' in each) throw new PlaceTaken(each.refusal);
    placed.push(each);
  }
  await recordPlaced(tx, placed, acting);
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
  return { bookings, cover: await coverOf(tx, milestone), alternatives: [] };
};

/** Books the best options for all gaps of all children of a milestone: all of them, or none. */
export const coverMilestone = async (
  tx: Transaction,
  input: CoverMilestoneInput,
  acting: ActingUser,
): Promise<CoverMilestoneResult> => {
  const { user, now } = acting;
  const milestone = await lockMilestone(tx, input.milestoneId);
  if (!milestone || !mayCover(milestone, user)) return refused('UNKNOWN_MILESTONE');
  const earlier = await sentBefore(tx, milestone, input);
  if (earlier) return earlier;
  const refusal = milestoneRefusal(milestone, input.milestoneVersion, now);
  if (refusal) return refused(refusal);

  const needs = needsOf(await coverOf(tx, milestone), now);
  if (needs.length === 0) return refused('NOTHING_TO_COVER');
  const plan = await planCover(tx, needs, now);
  if (!plan.isWhole) return { refusal: 'NO_OPTION', alternatives: plan.found.map(CoverAlternative.of) };

  const bookings = await bookAll(tx, plan, milestone, input, acting);
  return { bookings, cover: await coverOf(tx, milestone), alternatives: [] };
};
