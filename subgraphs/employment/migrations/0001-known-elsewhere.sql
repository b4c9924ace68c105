-- What other agencies tell of a family: copies kept by events, never edited here.

create table known_families (
  id uuid not null,
  reference text not null,
  version integer not null,
  -- The file it was merged into; this row stays, so that whoever still names it is led on.
  merged_into uuid,
  -- Figures are counted by district, and a day that is over among the families known then, where they lived then.
  -- Unknown until early-childhood tells a family again (`npm run events -- rebuild`).
  district_id uuid,
  registered_on date,
  homes jsonb not null default '[]',
  constraint known_families_pkey primary key (id)
);
create index known_families_merged on known_families (merged_into) where merged_into is not null;
create index known_families_by_reference on known_families (reference);

create table known_adults (
  id uuid not null,
  family_id uuid not null,
  constraint known_adults_pkey primary key (id),
  constraint known_adult_belongs_to_a_known_family
    foreign key (family_id) references known_families (id) on delete cascade
);
create index known_adults_by_family on known_adults (family_id);

-- No key to a milestone or family: an event may come before what it is about.
create table known_covers (
  milestone_id uuid not null,
  family_id uuid not null,
  starts_at timestamptz(3) not null,
  status text not null,
  milestone_version integer not null,
  -- Covers of one milestone may come under two families, the merged and the surviving one: the later telling wins.
  told_at timestamptz(3),
  constraint known_covers_pkey primary key (milestone_id)
);
create index known_covers_by_family on known_covers (family_id, starts_at);
