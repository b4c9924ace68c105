-- Whom an advisor followed who left, and no colleague took over, waits at the desk of the agency for another.

alter table job_seekers alter column advisor_id drop not null;
alter table job_seekers add column desk_agency text;
alter table job_seekers add column desk_since timestamptz(3);
alter table job_seekers add constraint job_seeker_is_followed_or_at_the_desk check (
  (advisor_id is null) = (desk_agency is not null) and (desk_agency is null) = (desk_since is null));
create index job_seekers_at_the_desk on job_seekers (desk_agency, desk_since, id) where desk_agency is not null;
