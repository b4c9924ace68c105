import { objectionTo } from '@relais/platform/objections/objection-bars.ts';
import { butFor, wallsOf } from '@relais/platform/sight/walls.ts';
import { permissions } from './permissions.ts';

const seeFamily = permissions['family:see'];
const seesBenefits = butFor('sees_benefits', seeFamily, objectionTo('BENEFITS'));

/** Of referrals, which whom they are between read without seeing the family. */
const IS_OF_REFERRAL = 'exists (select from referrals where referrals.id = corrections.subject_id)';

/** Amounts and notes are shown by the database itself to those alone who see the family, and with whom it shares them. */
export const walls = wallsOf('social-protection', seeFamily, [
  { table: 'resources', readBy: seesBenefits },
  { table: 'notes' },
  { table: 'corrections', besides: IS_OF_REFERRAL },
  {
    table: 'entitlement_states',
    through: 'entitlements walled where walled.id = entitlement_states.entitlement_id',
    readBy: seesBenefits,
  },
]);
