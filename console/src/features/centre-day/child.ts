import type { DayOfCentreQuery } from '../../graph/asked/types.ts';

export type Day = NonNullable<NonNullable<DayOfCentreQuery['centre']>['day']>;
export type Child = Day['children'][number];

export const notedOf = ({ booking, arrivedAt, leftAt }: Child) => ({
  status: booking.status,
  arrivedAt,
  leftAt,
});

export const nameOf = ({ firstName, lastName }: Child): string => `${firstName ?? ''} ${lastName}`.trim();

/** A child as it is noted by now. */
export type ReadAgain = (bookingId: string) => Promise<Child | undefined>;
