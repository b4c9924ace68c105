create table rides (
  id uuid not null,
  -- No key: a milestone is employment's.
  milestone_id uuid not null,
  driver text not null,
  leaves_at timestamptz not null,
  constraint rides_pkey primary key (id),
  constraint one_ride_to_a_milestone unique (milestone_id)
);
