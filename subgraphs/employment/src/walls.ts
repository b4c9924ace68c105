import { objectionTo } from '@relais/platform/objections/objection-bars.ts';
import { butFor, wallsOf } from '@relais/platform/sight/walls.ts';
import { permissions } from './permissions.ts';

const seeFamily = permissions['family:see'];
const seesJobSearch = butFor('sees_job_search', seeFamily, objectionTo('JOB_SEARCH'));

/**
 * What a job search is about, and what came of it, the database itself shows to those alone who see the family, and with whom
 * it shares it. The files themselves it shows to all: an administrator hands them on without seeing a family.
 */
export const walls = wallsOf('employment', seeFamily, [
  { table: 'milestones', readBy: seesJobSearch },
  { table: 'corrections', readBy: seesJobSearch },
  ...['returns_to_work', 'engagement_contracts'].map((table) => ({
    table,
    through: `job_seekers walled where walled.id = ${table}.job_seeker_id`,
    readBy: seesJobSearch,
  })),
  {
    table: 'follow_ups',
    through: `job_seekers walled join returns_to_work on returns_to_work.job_seeker_id = walled.id
      where returns_to_work.id = follow_ups.return_id`,
    readBy: seesJobSearch,
  },
  {
    table: 'hours_reductions',
    through: `job_seekers walled join engagement_contracts on engagement_contracts.job_seeker_id = walled.id
      where engagement_contracts.id = hours_reductions.contract_id`,
    readBy: seesJobSearch,
  },
]);
