create table milestones (
  id uuid not null,
  job_seeker_id uuid not null,
  family_id uuid not null,
  series_id uuid,
  kind text not null,
  title text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  travel_minutes integer not null,
  place text,
  is_remote boolean not null,
  status text not null,
  missed_reason text,
  version integer not null,
  constraint milestones_pkey primary key (id),
  constraint milestone_of_a_job_seeker_and_his_family
    foreign key (job_seeker_id, family_id) references job_seekers (id, family_id)
    on update cascade on delete cascade,
  constraint milestone_kind_is_known check (kind in
    ('INTERVIEW', 'TRAINING_SESSION', 'WORKSHOP', 'IMMERSION', 'ADVISOR_APPOINTMENT', 'JOB_START')),
  constraint milestone_status_is_known check (status in
    ('PLANNED', 'CONFIRMED', 'ATTENDED', 'MISSED', 'EXCUSED', 'CANCELLED')),
  -- A check that is neither true nor false holds: without the coalesce, a missed one would need no reason.
  constraint milestone_missed_has_a_known_reason check (case when status = 'MISSED'
    then coalesce(missed_reason in ('CHILDCARE', 'HEALTH', 'TRANSPORT', 'OTHER'), false)
    else missed_reason is null end),
  constraint milestone_starts_before_it_ends check (starts_at < ends_at),
  constraint milestone_lasts_14_hours_at_most check (ends_at - starts_at <= interval '14 hours'),
  -- One that ends at midnight still lies within its day.
  constraint milestone_lies_within_one_day check ((starts_at at time zone 'Europe/Paris')::date
    = ((ends_at - interval '1 millisecond') at time zone 'Europe/Paris')::date),
  constraint milestone_travel_is_0_to_240_minutes check (travel_minutes between 0 and 240)
);
create index milestones_by_family on milestones (family_id, starts_at, id);
create index milestones_by_job_seeker on milestones (job_seeker_id, starts_at, id);
create index milestones_by_series on milestones (series_id, starts_at);
-- The milestones held in a quarter are counted city-wide: from one stretch of an index.
create index milestones_held on milestones (starts_at) where status in ('ATTENDED', 'MISSED');
