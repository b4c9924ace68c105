import { wallsOf } from '@relais/platform/sight/walls.ts';
import { permissions } from './permissions.ts';

/** Where families lived is shown by the database itself to those alone who see the family. */
export const walls = wallsOf('early-childhood', permissions['family:see'], [{ table: 'family_addresses' }]);
