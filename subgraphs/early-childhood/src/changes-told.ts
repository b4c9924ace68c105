import type { ChangesTold } from '@relais/platform/changes/changes.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Permission } from './permissions.ts';

const ofFamily =
  (permission: Permission) =>
  ({ sight }: SubgraphContext) =>
    sight.filter(permission);

/** What of early childhood is told to open screens: of families to those who see it, of centres to those who run them. */
export const changesTold: ChangesTold = {
  CARE: ofFamily('care:read'),
  COVER: ofFamily('cover:read'),
  FAMILY: ofFamily('family:see'),
  CENTRE: ({ user }) => {
    if (user.role === 'CARE_COORDINATOR') return () => 'true';
    if (user.role !== 'CENTRE_STAFF') return () => 'false';
    return (centre, add) => `${centre} = any(string_to_array(${add(user.centreIds.join())}, ',')::uuid[])`;
  },
};
