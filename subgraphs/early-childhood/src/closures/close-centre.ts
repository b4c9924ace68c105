import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { inMutation, type Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { lockCentres } from '../bookings/booking.queries.ts';
import { tellFreed } from '../bookings/free-bookings.ts';
import { previewChange } from '../bookings/preview-change.ts';
import { keepCareSteps } from '../care-steps/care-step.queries.ts';
import { centresByIds } from '../centres/centre.queries.ts';
import { mayActForCentre } from '../centres/centre-staff.rules.ts';
import { Closure } from '../centres/closure.ts';
import type { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import type { Context } from '../context.ts';
import { periodOfDays } from '../placements/agreed-stays.rules.ts';
import type { CloseCentreInput } from './close-centre-input.ts';
import { type GivenBack, giveBack, municipalCentreIds } from './closure.queries.ts';
import { type ClosureProblem, closureProblem, isTooMuch } from './closure.rules.ts';
import { daysToClose } from './days-to-close.ts';
import { milestonesOnce } from './lost-cover.rules.ts';

export type CloseCentreRefusalReason =
  | ClosureProblem
  | 'UNKNOWN_CENTRE'
  | 'OVERLAPPING_CLOSURE'
  | 'ALREADY_CLOSED'
  | 'CONFLICT';

export type ClosedCentres = {
  readonly closures: readonly Closure[];
  readonly freedBookings: number;
  readonly uncoveredMilestones: readonly UncoveredMilestone[];
};
type Refused = { readonly refusal: CloseCentreRefusalReason; readonly alreadyClosed?: readonly Closure[] };
export type CloseCentreResult = ClosedCentres | Refused;

const isWithin = ({ startsAt }: GivenBack, { startsOn, endsOn }: Closure): boolean => {
  const { startsAt: from, endsAt: to } = periodOfDays({ startsOn, endsOn });
  return startsAt >= from && startsAt < to;
};

/** One step per child and closure, in one statement. */
const keepSteps = (
  tx: Transaction,
  freed: readonly GivenBack[],
  closures: readonly Closure[],
  { user, now }: ActingUser,
): Promise<void> => {
  const steps = closures.flatMap((closure) => {
    const concerned = new Map(
      freed.filter((booking) => isWithin(booking, closure)).map((booking) => [booking.childId, booking]),
    );
    const { id: subjectId, startsOn, endsOn, reason } = closure;
    const facts = { from: startsOn.toString(), to: endsOn.toString(), reason };
    const shared = { kind: 'CENTRE_CLOSED', subjectId, at: now, doneBy: user.sub, facts } as const;
    return [...concerned.values()].map(({ childId, familyId }) => ({ ...shared, familyId, childId }));
  });
  return keepCareSteps(tx, steps);
};

/** Closes a centre, held until the end, on the days on which it is not closed yet. */
const closeOne = async (
  tx: Transaction,
  input: CloseCentreInput,
  centreId: string,
  change: ActingUser,
): Promise<ClosedCentres> => {
  await lockCentres(tx, [centreId]);
  const [days] = await daysToClose(tx, input, [centreId]);
  const closures = days?.closures ?? [];
  if (!days || days.isDone || closures.length === 0)
    return { closures, freedBookings: 0, uncoveredMilestones: [] };

  await tx.insert(Closure, [...closures]);
  const period = periodOfDays({ startsOn: input.from, endsOn: input.to });
  const freed = await giveBack(tx, centreId, period, { reason: input.reason.trim(), now: change.now });
  await keepSteps(tx, freed, closures, change);
  const childIds = [...new Set(freed.map(({ childId }) => childId))];
  const uncoveredMilestones = await tellFreed(tx, freed, childIds, change.now);
  return { closures, freedBookings: freed.length, uncoveredMilestones };
};

/** The centres that are meant, when all of them may be closed. */
const centresToClose = async (
  db: Database,
  input: CloseCentreInput,
  { user, now }: ActingUser,
): Promise<Refused | { readonly centreIds: readonly string[] }> => {
  const refusal = closureProblem(input, dayOf(now));
  if (refusal) return { refusal };
  const centreIds = input.allMunicipal ? await municipalCentreIds(db) : [...new Set(input.centreIds)];
  if (isTooMuch(centreIds.length, input)) return { refusal: 'TOO_MUCH_AT_ONCE' };
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

/**
 * Closes centres on some days: their bookings are given back at once, with the reason. All that may be refused is looked
 * at first; then one centre after the other is closed in a transaction of its own, so that a city's summer holds up who
 * books in a centre for as long as that one takes. What broke off is sent again.
 */
export const closeCentre = async (context: Context, input: CloseCentreInput): Promise<CloseCentreResult> => {
  const asked = await centresToClose(context.db, input, context);
  if ('refusal' in asked) return asked;
  const closed: ClosedCentres[] = [];
  for (const centreId of asked.centreIds) {
    const close = (tx: Transaction, acting: ActingUser) =>
      previewChange(tx, input.preview, () => closeOne(tx, input, centreId, acting));
    closed.push(await inMutation(context, close));
  }
  return {
    closures: closed.flatMap(({ closures }) => closures),
    freedBookings: closed.reduce((sum, { freedBookings }) => sum + freedBookings, 0),
    uncoveredMilestones: milestonesOnce(closed.flatMap(({ uncoveredMilestones }) => uncoveredMilestones)),
  };
};
