import { wallsOf } from '@relais/platform/sight/walls.ts';
import { permissions } from './permissions.ts';

/** Amounts and notes are shown by the database itself to those alone who see the family. */
export const walls = wallsOf('social-protection', permissions['family:see'], [
  { table: 'resources' },
  { table: 'notes' },
  {
    table: 'entitlement_states',
    through: 'entitlements walled where walled.id = entitlement_states.entitlement_id',
  },
]);
