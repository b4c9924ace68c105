-- The files of job seekers, their history, and what became of them. `btree_gist` is a trusted extension: the owner of the
-- database may create it.

create extension if not exists btree_gist;

create table job_seekers (
  id uuid not null,
  adult_id uuid not null,
  family_id uuid not null,
  category integer not null,
  statistical_category text,
  rome_code text,
  advisor_id text not null,
  registered_on date not null,
  closed_on date,
  closing_reason text,
  version integer not null,
  constraint job_seekers_pkey primary key (id),
  -- For the keys of what belongs to a job seeker: it names the same family, and moves with it.
  constraint job_seeker_of_one_family unique (id, family_id),
  constraint job_seeker_category_is_1_to_10 check (category between 1 and 10),
  constraint job_seeker_statistical_category_is_a_to_g check (statistical_category ~ '^[A-G]$'),
  constraint job_seeker_rome_code_is_well_formed check (rome_code ~ '^[A-N][0-9]{4}$'),
  constraint job_seeker_closes_after_registration check (closed_on >= registered_on),
  constraint job_seeker_closing_reason_is_known check (closing_reason in
    ('EMPLOYMENT_FOUND', 'TRAINING_STARTED', 'SEARCH_STOPPED', 'NOT_RENEWED', 'STRUCK_OFF', 'OTHER')),
  constraint job_seeker_closes_for_a_reason check (closing_reason is null or closed_on is not null),
  constraint job_seeker_has_one_file_at_a_time
    exclude using gist (adult_id with =, daterange(registered_on, closed_on) with &&)
);
create index job_seekers_by_adult on job_seekers (adult_id);
create index job_seekers_by_advisor on job_seekers (advisor_id);
-- What a family's follow-ups and reductions need is found from the family.
create index job_seekers_by_family on job_seekers (family_id);

create table job_search_steps (
  id uuid not null,
  job_seeker_id uuid not null,
  family_id uuid not null,
  kind text not null,
  at timestamptz(3) not null,
  done_by text not null,
  facts jsonb not null,
  constraint job_search_steps_pkey primary key (id),
  constraint job_search_step_of_a_job_seeker_and_his_family
    foreign key (job_seeker_id, family_id) references job_seekers (id, family_id)
    on update cascade on delete cascade
);
create index job_search_steps_by_family on job_search_steps (family_id, at, id);
create index job_search_steps_by_job_seeker on job_search_steps (job_seeker_id, at, id);

create table returns_to_work (
  id uuid not null,
  job_seeker_id uuid not null,
  kind text not null,
  starts_on date not null,
  ends_on date,
  title text,
  contract text,
  weekly_hours double precision,
  training_hours double precision,
  constraint returns_to_work_pkey primary key (id),
  constraint return_to_work_of_a_job_seeker
    foreign key (job_seeker_id) references job_seekers (id) on delete cascade,
  constraint return_to_work_kind_is_known
    check (kind in ('EMPLOYMENT', 'TRAINING', 'EDUCATION', 'OTHER')),
  constraint return_to_work_starts_before_it_ends check (starts_on <= ends_on),
  constraint return_to_work_contract_is_known check (contract in
    ('PERMANENT', 'FIXED_TERM', 'TEMPORARY', 'APPRENTICESHIP', 'SUBSIDISED', 'OTHER')),
  constraint return_to_work_contract_is_for_a_job check (contract is null or kind = 'EMPLOYMENT'),
  constraint return_to_work_hours_are_1_to_60 check (weekly_hours between 1 and 60),
  constraint return_to_work_training_hours_are_1_to_5000 check (training_hours between 1 and 5000)
);
create index returns_to_work_by_job_seeker on returns_to_work (job_seeker_id, starts_on);
-- The returns of a quarter are counted city-wide: from one stretch of an index.
create index returns_to_work_by_start on returns_to_work (starts_on);

create table follow_ups (
  id uuid not null,
  return_id uuid not null,
  point text not null,
  outcome text not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null,
  constraint follow_ups_pkey primary key (id),
  constraint follow_up_of_a_return
    foreign key (return_id) references returns_to_work (id) on delete cascade,
  constraint follow_up_once_at_each_point unique (return_id, point),
  constraint follow_up_point_is_known check (point in ('ONE_MONTH', 'THREE_MONTHS', 'SIX_MONTHS')),
  constraint follow_up_outcome_is_known check (outcome in
    ('GOES_ON', 'CHANGED', 'ENDED_AS_PLANNED', 'SEARCHING_AGAIN', 'NOT_REACHED'))
);
