import { isBefore } from '@relais/platform/time/days.rules.ts';
import { overlap, type Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CentreKind } from '../../centres/centres/centre-kind.ts';
import type { BookingStatus } from '../bookings/booking-status.ts';
import type { StaffRatio } from './staff-ratio.ts';

/** A child who is counted: whether it walks, and whether it is three. */
export type CountedChild = { readonly walks: boolean; readonly isThree: boolean };

type Ratio = { readonly kind: CentreKind; readonly ratio: StaffRatio };

const count = (children: readonly CountedChild[], is: (child: CountedChild) => boolean): number =>
  children.filter(is).length;

/** The parts of an adult that children take, whole numbers of a part so that nothing is rounded before the end. */
const adultsFor = (children: readonly CountedChild[], { kind, ratio }: Ratio): number => {
  // One for six under three years, one for fifteen from three on (R2324-47-4).
  if (kind === 'KINDERGARTEN') {
    const three = count(children, ({ isThree }) => isThree);
    return Math.ceil((5 * (children.length - three) + 2 * three) / 30);
  }
  if (ratio === 'ONE_FOR_SIX') return Math.ceil(children.length / 6);
  const walking = count(children, ({ walks }) => walks);
  return Math.ceil((8 * (children.length - walking) + 5 * walking) / 40);
};

/** Two adults at least, in a micro-crèche from the fourth child on (R2324-43-1). */
const fewest = (children: number, kind: CentreKind): number =>
  kind === 'MICRO_CRECHE' && children < 4 ? 1 : 2;

/** How many adults must be with these children at once; `null` where no such ratio holds, in a family crèche. */
export const adultsNeeded = (children: readonly CountedChild[], centre: Ratio): number | null => {
  if (centre.kind === 'FAMILY_CRECHE') return null;
  if (children.length === 0) return 0;
  return Math.max(fewest(children.length, centre.kind), adultsFor(children, centre));
};

export type CountedStay = Period & {
  readonly status: BookingStatus;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
  readonly child: CountedChild;
};

/** When a child is there: as was noted, and as was booked where nothing was noted yet; never of one that is absent. */
export const presenceOf = ({ status, startsAt, endsAt, arrivedAt, leftAt }: CountedStay): Period | null => {
  if (status !== 'CONFIRMED' && status !== 'ATTENDED') return null;
  const there = { startsAt: arrivedAt ?? startsAt, endsAt: leftAt ?? endsAt };
  return there.startsAt < there.endsAt ? there : null;
};

export type Staffing = {
  readonly children: number;
  readonly notWalking: number;
  readonly adultsNeeded: number | null;
};

/** The moment of half an hour that takes most adults: children come and go within it. */
export const staffingDuring = (halfHour: Period, stays: readonly CountedStay[], centre: Ratio): Staffing => {
  const there = stays.flatMap((stay) => {
    const presence = presenceOf(stay);
    return presence && overlap(presence, halfHour) ? [{ ...presence, child: stay.child }] : [];
  });
  const from = halfHour.startsAt.getTime();
  const moments = new Set([from, ...there.map(({ startsAt }) => Math.max(from, startsAt.getTime()))]);
  const at = (moment: number): Staffing => {
    const children = there
      .filter(({ startsAt, endsAt }) => startsAt.getTime() <= moment && moment < endsAt.getTime())
      .map(({ child }) => child);
    const notWalking = count(children, ({ walks }) => !walks);
    return { children: children.length, notWalking, adultsNeeded: adultsNeeded(children, centre) };
  };
  return [...moments].map(at).reduce((most, each) => (weightOf(each) > weightOf(most) ? each : most));
};

const MOST_CHILDREN = 1000;

const weightOf = ({ adultsNeeded: adults, children }: Staffing): number =>
  (adults ?? 0) * MOST_CHILDREN + children;

/** Whether a child walks on a day, as was said of it; of whom nothing was said it does not. */
export const walksOn = (walksSince: Temporal.PlainDate | null, day: Temporal.PlainDate): boolean =>
  walksSince !== null && !isBefore(day, walksSince);

/** Whether a child is three on a day; one of whom nobody knows when it was born is not. */
export const isThreeOn = (birthDate: Temporal.PlainDate | null, day: Temporal.PlainDate): boolean =>
  birthDate !== null && !isBefore(day, birthDate.add({ years: 3 }));
