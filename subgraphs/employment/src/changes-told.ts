import type { ChangesTold } from '@relais/platform/changes/changes.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Permission } from './permissions.ts';

const ofFamily =
  (permission: Permission) =>
  ({ sight }: SubgraphContext) =>
    sight.filter(permission);

/** What of job search is told to open screens. */
export const changesTold: ChangesTold = {
  JOB_SEARCH: ofFamily('job-seeker:read'),
  MILESTONES: ofFamily('milestone:read'),
  COVER: ofFamily('cover:read'),
};
