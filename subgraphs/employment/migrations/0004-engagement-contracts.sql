-- What a job seeker engages to do, and the hours that a lack of childcare took off it.

create table engagement_contracts (
  id uuid not null,
  job_seeker_id uuid not null,
  signed_on date not null,
  weekly_hours double precision not null,
  constraint engagement_contracts_pkey primary key (id),
  constraint engagement_contract_of_a_job_seeker
    foreign key (job_seeker_id) references job_seekers (id) on delete cascade,
  constraint engagement_contract_hours_are_15_to_35 check (weekly_hours between 15 and 35)
);
create index engagement_contracts_by_job_seeker on engagement_contracts (job_seeker_id, signed_on);

create table hours_reductions (
  id uuid not null,
  contract_id uuid not null,
  milestone_id uuid not null,
  evidence text not null,
  weekly_hours double precision not null,
  starts_on date not null,
  ends_on date not null,
  decided_by text not null,
  decided_at timestamptz(3) not null,
  constraint hours_reductions_pkey primary key (id),
  constraint hours_reduction_of_a_contract
    foreign key (contract_id) references engagement_contracts (id) on delete cascade,
  constraint hours_reduction_names_a_milestone
    foreign key (milestone_id) references milestones (id) on delete cascade,
  constraint hours_reduction_evidence_is_known
    check (evidence in ('UNCOVERED', 'PARTIALLY_COVERED', 'MISSED_FOR_CHILDCARE')),
  constraint hours_reduction_leaves_0_to_35 check (weekly_hours between 0 and 35),
  constraint hours_reduction_starts_before_it_ends check (starts_on <= ends_on),
  constraint hours_reduction_one_at_a_time
    exclude using gist (contract_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index hours_reductions_by_milestone on hours_reductions (milestone_id);
