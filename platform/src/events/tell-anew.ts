import { z } from 'zod';
import type { SqlFile } from '../database/sql-files.ts';
import type { JobHandler, JobHandlers } from '../jobs/job.ts';
import { scheduleJob } from '../jobs/schedule-job.ts';
import { holdFamilies } from './publish.ts';
import type { Rebuild } from './published-event.ts';
import { BEFORE_ALL_IDS } from './replay.ts';

/** The job of every agency that can tell its state anew. */
export const TELL_ANEW = 'tell-anew';

/**
 * A migration that has the others know something new schedules it (`insert into scheduled_jobs`), so that bringing a deployment
 * up to date asks for no command of an operator. It does so under a name of its own, `tell-anew:0034` after its number: services
 * of the version before, which go on meanwhile and could not say what is new, do not know that name and leave the job.
 */
const NAMED_BY_A_MIGRATION = /'(tell-anew:\w+)'/g;

const namesIn = (migrations: readonly Pick<SqlFile, 'sql'>[]): string[] =>
  migrations.flatMap(({ sql }) =>
    [...sql.matchAll(NAMED_BY_A_MIGRATION)].map(([, name = TELL_ANEW]) => name),
  );

/** Few: their numbering is held meanwhile. */
const FAMILIES_AT_A_TIME = 20;

const progress = z.object({ after: z.uuid().default(BEFORE_ALL_IDS) });

/** A few families at a time, each in a transaction with where to go on, so that an end of the process loses nothing. */
const tellAnewAs =
  (name: string, { familiesAfter, republish }: Rebuild): JobHandler =>
  async (tx, payload, now) => {
    const familyIds = await familiesAfter(tx, progress.parse(payload).after, FAMILIES_AT_A_TIME);
    const after = familyIds.at(-1);
    if (!after) return;
    await holdFamilies(tx, familyIds);
    await republish(tx, familyIds, now);
    await scheduleJob(tx, name, { after }, { runAt: now, key: '' });
  };

/** Telling anew, under the name that all versions know and under each that a migration asks for. */
export const tellAnewJobs = (rebuild: Rebuild, migrations: readonly Pick<SqlFile, 'sql'>[]): JobHandlers =>
  Object.fromEntries([TELL_ANEW, ...namesIn(migrations)].map((name) => [name, tellAnewAs(name, rebuild)]));
