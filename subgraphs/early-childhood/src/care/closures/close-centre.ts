import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { preview } from '@relais/platform/database/preview.ts';
import { inMutation, type Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate, LocalTime } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type Days, isDuring } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Authorized, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { centresByIds } from '../../centres/centres/centre.queries.ts';
import { mayActForCentre } from '../../centres/centres/centre-staff.rules.ts';
import { isWholeDay } from '../../centres/centres/closed-time.rules.ts';
import { Closure } from '../../centres/centres/closure.ts';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import type { Permission } from '../../permissions.ts';
import { lockCentres } from '../bookings/booking.queries.ts';
import { milestonesLosingCover, publishCoverOfChildren } from '../bookings/publish-cover-of-children.ts';
import { periodOfDays } from '../placements/agreed-stays.rules.ts';
import type { Context } from '../wing.ts';
import {
  type GivenBack,
  giveBackInCentre,
  givenBackBy,
  lostBy,
  municipalCentreIds,
} from './closure.queries.ts';
import { closeCentreReasons } from './closure.reasons.ts';
import { closureProblem, isTooMuch } from './closure.rules.ts';
import { type CutByClosures, cutStays } from './cut-stays.ts';
import { daysToClose } from './days-to-close.ts';
import { milestonesOnce } from './uncovered-once.rules.ts';

@InputType({ description: 'Days on which centres are to be closed.' })
export class CloseCentreInput extends Confirmable {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, so that sending again closes once, and goes on where it broke off.',
  })
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

  @Field(() => LocalTime, {
    nullable: true,
    description:
      'Where it only opens later on these days: when, on the half-hour. Care before is given back.',
  })
  opensAt?: Temporal.PlainTime | null;

  @Field(() => LocalTime, {
    nullable: true,
    description:
      'Where it only closes earlier on these days: when, on the half-hour. Care after is given back, and what reaches into it is shortened, also where it has begun.',
  })
  closesAt?: Temporal.PlainTime | null;

  get days(): Days {
    return { startsOn: this.from, endsOn: this.to };
  }

  @Field(() => String, { description: 'Why, as families may read it.' })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

@ObjectType({ description: 'The closures, and what they take away, or why nothing was closed.' })
export class CloseCentrePayload extends payloadOf(
  'CloseCentre',
  closeCentreReasons,
  'Why nothing was closed; absent when it was.',
) {
  @ListSize(60)
  @Field(() => [Closure], {
    nullable: true,
    description:
      'One closure per centre and stretch of days that was not closed, as made or as they would be in a preview; absent when refused.',
  })
  closures?: readonly Closure[];

  @Field(() => Int, { description: 'How many bookings are given back, the same when it is sent again.' })
  freedBookings = 0;

  @Field(() => Int, {
    description:
      'How many bookings are shortened to the hours that are left, the same when it is sent again; none where whole days are closed.',
  })
  shortenedBookings = 0;

  @Authorized<Permission>('care:read')
  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    nullable: true,
    description: 'The upcoming milestones that lose cover, first to last; not shared with centre staff.',
  })
  uncoveredMilestones: readonly UncoveredMilestone[] = [];

  @ListSize(60)
  @Field(() => [Closure], {
    description: 'With `OVERLAPPING_CLOSURE` and `ALREADY_CLOSED`: the closures that are there.',
  })
  alreadyClosed: readonly Closure[] = [];
}

type ClosedCentres = {
  readonly closures: readonly Closure[];
  readonly freedBookings: number;
  readonly shortenedBookings: number;
  readonly uncoveredMilestones: readonly UncoveredMilestone[];
};
type NotClosed = Refused<Word<typeof closeCentreReasons>> & { readonly alreadyClosed?: readonly Closure[] };
type Result = (ClosedCentres & { readonly alreadyClosed: readonly Closure[] }) | NotClosed;

/** One step per child and closure, in one statement. */
const recordClosing = (
  tx: Transaction,
  freed: readonly Pick<GivenBack, 'childId' | 'familyId' | 'startsAt'>[],
  closures: readonly Closure[],
  { user, now }: ActingUser,
): Promise<void> => {
  const steps = closures.flatMap((closure) => {
    const concerned = new Map(
      freed
        .filter((booking) => isDuring(dayOf(booking.startsAt), closure))
        .map((booking) => [booking.childId, booking]),
    );
    const { id: subjectId, startsOn, endsOn, opensAt, closesAt, reason } = closure;
    const facts = {
      ...{ from: startsOn.toString(), to: endsOn.toString(), reason },
      ...(opensAt && { opens: opensAt.toString({ smallestUnit: 'minute' }) }),
      ...(closesAt && { closes: closesAt.toString({ smallestUnit: 'minute' }) }),
    };
    const kind = isWholeDay(closure) ? 'CENTRE_CLOSED' : 'CENTRE_CLOSED_IN_PART';
    const shared = { kind, subjectId, at: now, doneBy: user.sub, facts } as const;
    return [...concerned.values()].map(({ childId, familyId }) => ({ ...shared, familyId, childId }));
  });
  return recordSteps(tx, steps);
};

/** The same answer once more: the first one may have come too late for whoever asked. */
const closedBefore = async (
  tx: Transaction,
  closures: readonly Closure[],
  { now }: ActingUser,
): Promise<ClosedCentres> => {
  const freed = await givenBackBy(tx, closures);
  const lost = await lostBy(tx, closures);
  const uncoveredMilestones = await milestonesLosingCover(tx, [...freed, ...lost], now);
  const shortenedBookings = new Set(lost.map(({ bookingId }) => bookingId)).size;
  return { closures, freedBookings: freed.length, shortenedBookings, uncoveredMilestones };
};

/** Of whole days in one statement; of parts of days each stay is looked at. */
const takeAway = async (
  tx: Transaction,
  input: CloseCentreInput,
  closures: readonly Closure[],
  now: Date,
): Promise<CutByClosures> => {
  const [first] = closures;
  if (!first) return { givenBack: 0, shortened: 0, lost: [] };
  if (!isWholeDay(first)) return cutStays(tx, closures, now);
  const reason = input.reason.trim();
  const lost = await giveBackInCentre(tx, first.centreId, periodOfDays(input.days), { reason, now });
  return { givenBack: lost.length, shortened: 0, lost };
};

/** Closes a centre, held until the end, on the days on which it is not closed yet. */
const closeOne = async (
  tx: Transaction,
  input: CloseCentreInput,
  centreId: string,
  acting: ActingUser,
): Promise<ClosedCentres> => {
  await lockCentres(tx, [centreId]);
  const [days] = await daysToClose(tx, input, [centreId]);
  const closures = days?.closures ?? [];
  if (closures.length === 0)
    return { closures, freedBookings: 0, shortenedBookings: 0, uncoveredMilestones: [] };
  if (days?.isDone) return closedBefore(tx, closures, acting);

  await tx.insert(Closure, [...closures]);
  const { lost, givenBack, shortened } = await takeAway(tx, input, closures, acting.now);
  await recordClosing(tx, lost, closures, acting);
  const childIds = [...new Set(lost.map(({ childId }) => childId))];
  const uncoveredMilestones = await publishCoverOfChildren(tx, lost, childIds, acting.now);
  return { closures, freedBookings: givenBack, shortenedBookings: shortened, uncoveredMilestones };
};

/** The centres that are meant, when all of them may be closed. */
const centresToClose = async (
  db: Database,
  input: CloseCentreInput,
  { user, now }: ActingUser,
): Promise<NotClosed | { readonly centreIds: readonly string[] }> => {
  const refusal = closureProblem(input, dayOf(now));
  if (refusal) return { refusal };
  const centreIds = input.allMunicipal
    ? await municipalCentreIds(db, input.from)
    : [...new Set(input.centreIds)];
  if (isTooMuch(centreIds.length, input.days)) return { refusal: 'TOO_MUCH_AT_ONCE' };
  if (!centreIds.every((id) => mayActForCentre(user, id))) return { refusal: 'UNKNOWN_CENTRE' };
  const centres = await centresByIds(db, centreIds);
  if (centres.length < centreIds.length) return { refusal: 'UNKNOWN_CENTRE' };

  const days = await daysToClose(db, input, centreIds);
  const alreadyClosed = days.filter(({ isDone }) => !isDone).flatMap((each) => each.alreadyClosed);
  if (days.some(({ isConflict }) => isConflict)) return { refusal: 'CONFLICT' };
  if (days.every(({ closures }) => closures.length === 0))
    return { refusal: 'ALREADY_CLOSED', alreadyClosed };
  if (alreadyClosed.length > 0 && !input.confirmed) return { refusal: 'OVERLAPPING_CLOSURE', alreadyClosed };
  return { centreIds };
};

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * Closes centres on some days: their bookings are given back at once, with the reason. All that may be refused is looked
 * at first; then one centre after the other is closed in a transaction of its own, so that a city's summer holds up who
 * books in a centre for as long as that one takes. What broke off is sent again.
 */
export const closeCentre = async (context: Context, input: CloseCentreInput): Promise<Result> => {
  const asked = await centresToClose(context.db, input, context);
  if ('refusal' in asked) return asked;
  const closed: ClosedCentres[] = [];
  for (const centreId of asked.centreIds) {
    const close = (tx: Transaction, acting: ActingUser) =>
      preview(tx, input.preview, () => closeOne(tx, input, centreId, acting));
    closed.push(await inMutation(context, close));
  }
  return {
    closures: closed.flatMap(({ closures }) => closures),
    freedBookings: sumOf(closed.map(({ freedBookings }) => freedBookings)),
    shortenedBookings: sumOf(closed.map(({ shortenedBookings }) => shortenedBookings)),
    uncoveredMilestones: milestonesOnce(closed.flatMap(({ uncoveredMilestones }) => uncoveredMilestones)),
    alreadyClosed: [],
  };
};
