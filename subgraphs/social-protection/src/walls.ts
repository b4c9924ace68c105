import { objectionTo } from '@relais/platform/objections/objection-bars.ts';
import { butFor, wallsOf } from '@relais/platform/sight/walls.ts';
import { permissions } from './permissions.ts';

const seeFamily = permissions['family:see'];
const seesBenefits = butFor('sees_benefits', seeFamily, objectionTo('BENEFITS'));

/** Amounts and notes are shown by the database itself to those alone who see the family, and with whom it shares them. */
export const walls = wallsOf('social-protection', seeFamily, [
  { table: 'resources', readBy: seesBenefits },
  { table: 'notes' },
  {
    table: 'entitlement_states',
    through: 'entitlements walled where walled.id = entitlement_states.entitlement_id',
    readBy: seesBenefits,
  },
]);
