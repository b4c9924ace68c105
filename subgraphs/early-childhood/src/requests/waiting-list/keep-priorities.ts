import type { JobHandler } from '@relais/platform/jobs/job.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { addMinutes, dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import { forgetClosed, judgeAnew, lockNotRight } from './kept-priority.queries.ts';

export const KEEP_PRIORITIES = 'keep-priorities';
export const KEEP_MORE_PRIORITIES = 'keep-more-priorities';

/** Whoever changes one of them waits for no longer than judging these takes. */
const AT_ONCE = 500;

/**
 * Judges anew what is right no longer: what changed since, and at midnight everything. Until then it is judged whenever the list is
 * read, so nothing is wrong while this has not run.
 */
export const keepPriorities: JobHandler = async (tx, _, now) => {
  const today = dayOf(now);
  const judged = { today, settings: await settingsOn(tx, today) };
  const ids = await lockNotRight(tx, judged, AT_ONCE);
  await forgetClosed(tx, ids);
  await judgeAnew(tx, ids, judged);
  if (ids.length === AT_ONCE) await scheduleJob(tx, KEEP_MORE_PRIORITIES, {}, { runAt: now, key: '' });
};

/** Each minute, and at midnight. */
export const nextKeeping = (after: Date): Date => {
  const midnight = startOfDay(dayOf(after).add({ days: 1 }));
  return new Date(Math.min(addMinutes(after, 1).getTime(), midnight.getTime()));
};
