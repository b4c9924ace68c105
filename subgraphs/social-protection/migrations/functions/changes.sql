-- What of social protection is told to open screens (docs/decisions/0106-changes-are-told-by-id.md). That there is a note for its
-- author alone is told to nobody.
create or replace trigger added_entitlements_tell after insert on entitlements
  referencing new table as changed_rows for each statement execute function tell_changed('BENEFITS', 'family_id');
create or replace trigger changed_entitlements_tell after update on entitlements
  referencing new table as changed_rows for each statement execute function tell_changed('BENEFITS', 'family_id');
create or replace trigger added_resources_tell after insert on resources
  referencing new table as changed_rows for each statement execute function tell_changed('BENEFITS', 'family_id');
create or replace trigger added_support_team_members_tell after insert on support_team_members
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger changed_support_team_members_tell after update on support_team_members
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger added_referrals_tell after insert on referrals
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger changed_referrals_tell after update on referrals
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger added_tasks_tell after insert on tasks
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger changed_tasks_tell after update on tasks
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger added_membership_requests_tell after insert on membership_requests
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger changed_membership_requests_tell after update on membership_requests
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id');
create or replace trigger added_notes_tell after insert on notes
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id', 'audience <> ''AUTHOR''');
create or replace trigger changed_notes_tell after update on notes
  referencing new table as changed_rows for each statement execute function tell_changed('COORDINATION', 'family_id', 'audience <> ''AUTHOR''');
