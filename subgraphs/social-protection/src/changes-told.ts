import type { ChangesTold } from '@relais/platform/changes/changes.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Permission } from './permissions.ts';

const ofFamily =
  (permission: Permission) =>
  ({ sight }: SubgraphContext) =>
    sight.filter(permission);

/** What of social protection is told to open screens. Tasks, referrals, notes and the team are one kind: which it was is not told. */
export const changesTold: ChangesTold = {
  BENEFITS: ofFamily('benefits:read'),
  COORDINATION: ofFamily('timeline:read'),
};
