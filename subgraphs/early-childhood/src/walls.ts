import { objectionTo } from '@relais/platform/objections/objection-bars.ts';
import { butFor, CENTRES_OF_STAFF, madeByOrOfServicePoint, wallsOf } from '@relais/platform/sight/walls.ts';
import { homeKept } from './families/family-addresses/protected-home.ts';
import { permissions } from './permissions.ts';

const seeFamily = permissions['family:see'];

/** Also whoever may not be told the address itself, but how far from home a place is. */
const seesHome = butFor('sees_home', seeFamily, homeKept);
const seesCare = butFor('sees_care', seeFamily, objectionTo('CARE'));

/** Under shared residence a child is of two families. */
const FAMILIES_OF_CHILD = `(
  select id as child_id, family_id from children
  union all select child_id, other_family_id from shared_residences) walled`;

/** Staff receive children of families that they do not follow. */
const IS_RECEIVED = `exists (
  select from bookings where bookings.child_id = care_alerts.child_id and bookings.status <> 'CANCELLED'
    and bookings.centre_id = any(${CENTRES_OF_STAFF}))`;

/** Where families live and lived, and what must be known of children, the database itself shows to those alone who may know. */
export const walls = wallsOf('early-childhood', seeFamily, [
  { table: 'family_homes', readBy: seesHome },
  { table: 'family_addresses', readBy: seesHome },
  { table: 'corrections', readBy: seesCare },
  // By what is known of a merge, to nobody but the service.
  { table: 'merge_prints', whose: 'false' },
  { table: 'merges_taken', whose: 'false' },
  // What somebody told before there is a family that anybody could see.
  { table: 'registration_requests', whose: madeByOrOfServicePoint('sent_by') },
  {
    table: 'care_alerts',
    through: `${FAMILIES_OF_CHILD} where walled.child_id = care_alerts.child_id`,
    readBy: seesCare,
    besides: IS_RECEIVED,
  },
]);
