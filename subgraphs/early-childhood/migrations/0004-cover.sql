-- Milestones and what care they have. Milestones are employment's: events keep this copy, so no foreign key waits for a
-- family that is on its way.

create table known_milestones (
  id uuid not null,
  family_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  travel_minutes integer not null,
  status text not null,
  -- An advisor may cover the milestones of their own job seekers, so each says whose it is; unknown until told.
  advisor_id text,
  version integer not null,
  constraint known_milestones_pkey primary key (id),
  constraint known_milestone_starts_before_it_ends check (starts_at < ends_at),
  constraint known_milestone_travel_is_not_negative check (travel_minutes >= 0)
);
create index known_milestones_of_family on known_milestones (family_id, ends_at);
-- The attended milestones of a quarter are counted city-wide: from one stretch of an index.
create index known_milestones_attended on known_milestones (starts_at) where status = 'ATTENDED';

-- What was told of each milestone last, so that only changes are told.
create table published_covers (
  milestone_id uuid not null,
  family_id uuid not null,
  status text not null,
  milestone_version integer not null,
  constraint published_covers_pkey primary key (milestone_id),
  constraint published_cover_of_a_known_milestone
    foreign key (milestone_id) references known_milestones (id),
  constraint published_cover_status_is_known
    check (status in ('COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED', 'NOT_NEEDED'))
);

-- The cover of a milestone as it was known when the needed time ended, kept before anything is noted afterwards that could
-- change it, and what was noted. A milestone without a row has the cover that is computed: nothing has changed it since.
create table settled_covers (
  milestone_id uuid not null,
  needed_from timestamptz not null,
  needed_to timestamptz not null,
  status text not null,
  children jsonb not null,
  constraint settled_covers_pkey primary key (milestone_id),
  constraint settled_cover_of_a_known_milestone
    foreign key (milestone_id) references known_milestones (id),
  constraint settled_cover_status_is_known
    check (status in ('COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED', 'NOT_NEEDED'))
);

create table cover_notes (
  milestone_id uuid not null,
  step_id uuid not null,
  constraint cover_notes_pkey primary key (milestone_id, step_id),
  constraint cover_note_of_a_settled_cover
    foreign key (milestone_id) references settled_covers (milestone_id),
  constraint cover_note_of_a_kept_step foreign key (step_id) references care_steps (id)
);
create index cover_notes_of_step on cover_notes (step_id);
