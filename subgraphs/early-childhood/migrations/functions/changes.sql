-- What of early childhood is told to open screens (docs/decisions/0106-changes-are-told-by-id.md).
create or replace trigger added_bookings_tell after insert on bookings
  referencing new table as changed_rows for each statement execute function tell_changed('CARE', 'family_id');
create or replace trigger changed_bookings_tell after update on bookings
  referencing new table as changed_rows for each statement execute function tell_changed('CARE', 'family_id');
create or replace trigger added_bookings_centre_tell after insert on bookings
  referencing new table as changed_rows for each statement execute function tell_changed('CENTRE', 'centre_id');
create or replace trigger changed_bookings_centre_tell after update on bookings
  referencing new table as changed_rows for each statement execute function tell_changed('CENTRE', 'centre_id');
create or replace trigger added_steps_tell after insert on care_steps
  referencing new table as changed_rows for each statement execute function tell_changed('CARE', 'family_id');
create or replace trigger added_milestones_tell after insert on known_milestones
  referencing new table as changed_rows for each statement execute function tell_changed('COVER', 'family_id');
create or replace trigger changed_milestones_tell after update on known_milestones
  referencing new table as changed_rows for each statement execute function tell_changed('COVER', 'family_id');
create or replace trigger added_closures_tell after insert on closures
  referencing new table as changed_rows for each statement execute function tell_changed('CENTRE', 'centre_id');
create or replace trigger changed_closures_tell after update on closures
  referencing new table as changed_rows for each statement execute function tell_changed('CENTRE', 'centre_id');
create or replace trigger added_families_tell after insert on families
  referencing new table as changed_rows for each statement execute function tell_changed('FAMILY', 'id');
create or replace trigger changed_families_tell after update on families
  referencing new table as changed_rows for each statement execute function tell_changed('FAMILY', 'id');
create or replace trigger withdrawn_closures_tell after delete on closures
  referencing old table as changed_rows for each statement execute function tell_changed('CENTRE', 'centre_id');
