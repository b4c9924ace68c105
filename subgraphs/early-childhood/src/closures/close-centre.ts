import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId, partId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { Any } from 'typeorm';
import { lockCentres } from '../bookings/booking.queries.ts';
import type { Booking } from '../bookings/booking.ts';
import { freeBookings, tellFreed } from '../bookings/free-bookings.ts';
import { changeWhollyOrNot } from '../bookings/preview-change.ts';
import { keepCareSteps } from '../care-steps/care-step.queries.ts';
import { centresByIds, closuresDuring } from '../centres/centre.queries.ts';
import { mayActForCentre } from '../centres/centre-staff.rules.ts';
import { Closure } from '../centres/closure.ts';
import type { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import { periodOfDays } from '../placements/agreed-stays.rules.ts';
import { lockBookingsOfCentres, municipalCentreIds } from './closure.queries.ts';
import { type ClosureProblem, closureProblem, isTooMuch } from './closure.rules.ts';

@InputType({ description: 'Days on which centres are to be closed.' })
export class CloseCentreInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again closes once.' })
  id?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The centres, or none when all municipal ones are meant.',
  })
  centreIds!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'All centres that the city runs, as on a public holiday.',
  })
  allMunicipal!: boolean;

  @Field(() => CivilDate, { description: 'First closed day, today at the earliest.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last closed day.' })
  to!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, as families may read it.' })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

export type CloseCentreRefusalReason = ClosureProblem | 'UNKNOWN_CENTRE' | 'OVERLAPPING_CLOSURE' | 'CONFLICT';

export type ClosedCentres = {
  readonly closures: Closure[];
  readonly freedBookings: number;
  readonly uncoveredMilestones: UncoveredMilestone[];
};
export type CloseCentreResult =
  | ClosedCentres
  | { readonly refusal: CloseCentreRefusalReason; readonly alreadyClosed?: Closure[] };

const closureOf = (tx: Transaction, { id, from, to, reason }: CloseCentreInput, centreId: string): Closure =>
  tx.create(Closure, {
    id: id ? partId(id, centreId) : newId(),
    centreId,
    startsOn: from,
    endsOn: to,
    reason: reason.trim(),
  });

const contentOf = ({ centreId, startsOn, endsOn, reason }: Closure): string =>
  JSON.stringify([centreId, startsOn, endsOn, reason]);

/** The same request, sent again, is answered the same way. */
const sentBefore = async (
  tx: Transaction,
  closures: readonly Closure[],
): Promise<CloseCentreResult | null> => {
  const earlier = await tx.findBy(Closure, { id: Any(closures.map(({ id }) => id)) });
  if (earlier.length === 0) return null;
  const contents = new Set(earlier.map(contentOf));
  const isSame = closures.every((closure) => contents.has(contentOf(closure)));
  const asSent = closures.flatMap(({ id }) => earlier.find((each) => each.id === id) ?? []);
  return isSame ? { closures: asSent, freedBookings: 0, uncoveredMilestones: [] } : { refusal: 'CONFLICT' };
};

/** One step per child and closure, in one statement. */
const keepSteps = (
  tx: Transaction,
  freed: readonly Booking[],
  closures: readonly Closure[],
  { user, now }: ActingUser,
): Promise<void> => {
  const concerned = new Map(freed.map((booking) => [`${booking.childId} ${booking.centreId}`, booking]));
  const closed = new Map(closures.map((closure) => [closure.centreId, closure]));
  const steps = [...concerned.values()].flatMap(({ childId, familyId, centreId }) => {
    const closure = closed.get(centreId);
    if (!closure) return [];
    const { id: subjectId, startsOn, endsOn, reason } = closure;
    const facts = { from: startsOn.toString(), to: endsOn.toString(), reason };
    return [
      { kind: 'CENTRE_CLOSED', familyId, childId, subjectId, at: now, doneBy: user.sub, facts } as const,
    ];
  });
  return keepCareSteps(tx, steps);
};

const closeAll = async (
  tx: Transaction,
  closures: readonly Closure[],
  { from, to, reason }: CloseCentreInput,
  change: ActingUser,
): Promise<CloseCentreResult> => {
  const centreIds = closures.map(({ centreId }) => centreId);
  const alreadyClosed = await closuresDuring(tx, centreIds, { from, to });
  if (alreadyClosed.length > 0) return { refusal: 'OVERLAPPING_CLOSURE', alreadyClosed };
  await tx.insert(Closure, [...closures]);
  const days = periodOfDays({ startsOn: from, endsOn: to });
  const freed = await lockBookingsOfCentres(tx, centreIds, days, change.now);
  await freeBookings(tx, freed, reason.trim());
  await keepSteps(tx, freed, closures, change);
  const childIds = [...new Set(freed.map(({ childId }) => childId))];
  const uncoveredMilestones = await tellFreed(tx, freed, childIds, change.now);
  return { closures: [...closures], freedBookings: freed.length, uncoveredMilestones };
};

const close = async (
  tx: Transaction,
  input: CloseCentreInput,
  change: ActingUser,
): Promise<CloseCentreResult> => {
  const refusal = closureProblem(input, dayOf(change.now));
  if (refusal) return { refusal };
  const asked = input.allMunicipal ? await municipalCentreIds(tx) : [...new Set(input.centreIds)];
  if (isTooMuch(asked.length, input)) return { refusal: 'TOO_MUCH_AT_ONCE' };
  if (!asked.every((id) => mayActForCentre(change.user, id))) return { refusal: 'UNKNOWN_CENTRE' };
  await lockCentres(tx, asked);
  const centres = await centresByIds(tx, asked);
  if (centres.length < asked.length) return { refusal: 'UNKNOWN_CENTRE' };
  const closures = asked.map((id) => closureOf(tx, input, id));
  return (await sentBefore(tx, closures)) ?? closeAll(tx, closures, input, change);
};

/** Closes centres on some days: their bookings are given back at once, with the reason. */
export const closeCentre = (
  tx: Transaction,
  input: CloseCentreInput,
  change: ActingUser,
): Promise<CloseCentreResult> => changeWhollyOrNot(tx, input.preview, () => close(tx, input, change));
