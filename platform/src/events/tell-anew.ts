import { z } from 'zod';
import type { JobHandler } from '../jobs/job.ts';
import { scheduleJob } from '../jobs/schedule-job.ts';
import { holdFamilies } from './publish.ts';
import type { Rebuild } from './published-event.ts';
import { BEFORE_ALL_IDS } from './replay.ts';

/**
 * The job of every agency that can tell its state anew. A migration that has the others know something new of it schedules
 * it (`insert into scheduled_jobs`), so that bringing a deployment up to date asks for no command of an operator.
 */
export const TELL_ANEW = 'tell-anew';

/** Few: their numbering is held meanwhile. */
const FAMILIES_AT_A_TIME = 20;

const progress = z.object({ after: z.uuid().default(BEFORE_ALL_IDS) });

/** A few families at a time, each in a transaction with where to go on, so that an end of the process loses nothing. */
export const tellAnewJob =
  ({ familiesAfter, republish }: Rebuild): JobHandler =>
  async (tx, payload, now) => {
    const familyIds = await familiesAfter(tx, progress.parse(payload).after, FAMILIES_AT_A_TIME);
    const after = familyIds.at(-1);
    if (!after) return;
    await holdFamilies(tx, familyIds);
    await republish(tx, familyIds, now);
    await scheduleJob(tx, TELL_ANEW, { after }, { runAt: now, key: '' });
  };
