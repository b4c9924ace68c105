-- How many adults are with the children of a centre in each half-hour, and by which ratio the centre chose to have them (code de la
-- santé publique R2324-46-4). No name of anybody who works there is kept.
create table staff_half_hours (
  centre_id uuid not null,
  starts_at timestamptz not null,
  adults integer not null,
  noted_at timestamptz not null,
  noted_by text not null,
  constraint staff_half_hours_pkey primary key (centre_id, starts_at),
  constraint staff_of_a_known_centre foreign key (centre_id) references centres (id),
  constraint staff_on_the_half_hour check (extract(epoch from starts_at)::numeric % 1800 = 0),
  constraint staff_of_a_possible_number check (adults between 0 and 200)
);

-- The ratio that holds is the last one chosen up to a day.
create table staff_ratios (
  centre_id uuid not null,
  from_day date not null,
  ratio text not null,
  chosen_at timestamptz not null,
  chosen_by text not null,
  constraint staff_ratios_pkey primary key (centre_id, from_day),
  constraint staff_ratio_of_a_known_centre foreign key (centre_id) references centres (id),
  constraint staff_ratio_is_known check (ratio in ('BY_WALKING', 'ONE_FOR_SIX'))
);

-- A child of whom nobody said that it walks counts as one that does not.
alter table children add column walks_since date;
