import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import type { Milestone } from './milestone.ts';

type Placed = Pick<Milestone, 'kind' | 'startsAt'>;

/** The first that comes once the file has ended. A job may start on the day that ends it. */
export const firstAfterEnd = <Each extends Placed>(
  { closedOn }: Pick<JobSeeker, 'closedOn'>,
  milestones: readonly Each[],
): Each | null => {
  if (closedOn === null) return null;
  const isAfter = ({ kind, startsAt }: Each): boolean => {
    const order = Temporal.PlainDate.compare(dayOf(startsAt), closedOn);
    return order > 0 || (order === 0 && kind !== 'JOB_START');
  };
  return milestones.find(isAfter) ?? null;
};
