import type { Relation } from '@relais/platform/sight/condition.rules.ts';

/** A job seeker of the family waits for an advisor at the desk of the reader's own agency. */
export const waitsAtDesk: Relation = {
  name: 'DESK',
  sql: (family, bind) => `exists (
    select from job_seekers waiting join professionals reader on reader.agency = waiting.desk_agency
    where waiting.family_id = ${family} and reader.sub = ${bind('sub')}
      and (reader.departed_on is null or ${bind('today')} < reader.departed_on))`,
};
