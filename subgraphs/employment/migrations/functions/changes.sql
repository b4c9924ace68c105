-- What of job search is told to open screens (docs/decisions/0106-changes-are-told-by-id.md).
create or replace trigger added_steps_tell after insert on job_search_steps
  referencing new table as changed_rows for each statement execute function tell_changed('JOB_SEARCH', 'family_id');
create or replace trigger added_milestones_tell after insert on milestones
  referencing new table as changed_rows for each statement execute function tell_changed('MILESTONES', 'family_id');
create or replace trigger changed_milestones_tell after update on milestones
  referencing new table as changed_rows for each statement execute function tell_changed('MILESTONES', 'family_id');
create or replace trigger added_covers_tell after insert on known_covers
  referencing new table as changed_rows for each statement execute function tell_changed('COVER', 'family_id');
create or replace trigger changed_covers_tell after update on known_covers
  referencing new table as changed_rows for each statement execute function tell_changed('COVER', 'family_id');
