import type { JobHandler } from '../jobs/job.ts';
import { dayOf, startOfDay } from '../time/civil-time.ts';

export const MAKE_ACCESS_LOG_MONTHS = 'make-access-log-months';

/** This month and two more: a job that fails is seen long before a month is missing. */
const MONTHS_AHEAD = 3;

/** The database makes them by its own clock, by which it also puts rows into them. */
export const makeAccessLogMonths: JobHandler = async (tx) => {
  await tx.query('select make_access_log_months(current_date, $1)', [MONTHS_AHEAD]);
};

export const nextMaking = (after: Date): Date => startOfDay(dayOf(after).add({ days: 1 }));
