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

-- Of a file that was merged it is a later change, but for what another agency tells.
create or replace trigger noticed_after_a_merge after insert on changes for each row
  when (coalesce(current_setting('app.merging', true), '') = '' and new.kind <> 'COVER') execute function notice_change_after_merge();
