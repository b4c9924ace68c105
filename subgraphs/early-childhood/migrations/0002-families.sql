-- Who lives together, where, and since when. What was once true stays known: addresses and members are dated, and a family
-- registered twice keeps its row when it is merged into the other file.
-- `pg_trgm`, `unaccent` and `btree_gist` are trusted extensions: the owner of the database may create them.
--
-- The indexes on names hold what the function `searchable` answers: they are made beside it, in functions/names.sql.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create sequence family_reference_number;

create table families (
  id uuid not null,
  -- Given by functions/family-references.sql.
  reference text not null,
  display_name text not null,
  household_kind text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  latitude double precision,
  longitude double precision,
  district_id uuid,
  address_since date,
  registered_at timestamptz not null,
  merged_into uuid,
  version integer not null,
  constraint families_pkey primary key (id),
  constraint family_reference_is_unique unique (reference),
  constraint family_in_a_known_district foreign key (district_id) references districts (id),
  constraint family_household_kind_is_known check (household_kind in ('COUPLE', 'LONE_PARENT')),
  constraint family_position_is_whole check ((latitude is null) = (longitude is null)),
  constraint family_merged_into_a_known_one foreign key (merged_into) references families (id),
  constraint family_not_merged_into_itself check (merged_into <> id)
);
create index families_of_district on families (district_id);
create index families_merged on families (merged_into) where merged_into is not null;

create table adults (
  id uuid not null,
  family_id uuid not null,
  first_name text not null,
  last_name text not null,
  birth_date date,
  phone text,
  preferred_language text not null,
  needs_interpreter boolean not null,
  joined_on date,
  left_on date,
  merged_into uuid,
  version integer not null,
  constraint adults_pkey primary key (id),
  constraint adult_of_a_known_family foreign key (family_id) references families (id),
  constraint adult_joins_before_leaving check (joined_on <= left_on),
  constraint adult_merged_into_a_known_one foreign key (merged_into) references adults (id),
  constraint adult_not_merged_into_itself check (merged_into <> id)
);
create index adults_of_family on adults (family_id);
create index adults_merged on adults (merged_into) where merged_into is not null;

create table children (
  id uuid not null,
  family_id uuid not null,
  first_name text,
  last_name text not null,
  birth_date date,
  expected_date date,
  may_be_collected_by text[] not null,
  care_alerts text[] not null,
  vaccination_checked_on date,
  joined_on date,
  left_on date,
  merged_into uuid,
  version integer not null,
  constraint children_pkey primary key (id),
  constraint child_of_a_known_family foreign key (family_id) references families (id),
  constraint child_is_born_or_expected check (num_nonnulls(birth_date, expected_date) = 1),
  constraint born_child_has_a_first_name check (birth_date is null or first_name is not null),
  constraint child_joins_before_leaving check (joined_on <= left_on),
  constraint child_merged_into_a_known_one foreign key (merged_into) references children (id),
  constraint child_not_merged_into_itself check (merged_into <> id)
);
create index children_of_family on children (family_id);
create index children_merged on children (merged_into) where merged_into is not null;
-- By which a family is looked up, besides its name.
create index children_by_day_of_birth on children ((coalesce(birth_date, expected_date)));

-- Where a family lived before.
create table family_addresses (
  id uuid not null,
  family_id uuid not null,
  street text not null,
  postal_code text not null,
  city text not null,
  latitude double precision,
  longitude double precision,
  district_id uuid,
  from_day date not null,
  until_day date not null,
  constraint family_addresses_pkey primary key (id),
  constraint address_of_a_known_family foreign key (family_id) references families (id),
  constraint address_in_a_known_district foreign key (district_id) references districts (id),
  constraint address_position_is_whole check ((latitude is null) = (longitude is null)),
  constraint address_held_from_before_it_ended check (from_day <= until_day)
);
create index family_addresses_of_family on family_addresses (family_id, from_day);
create index family_addresses_of_district on family_addresses (district_id) where district_id is not null;

-- Who asked whether a file exists, never after whom: the log must not become a register of names.
create table family_lookups (
  id uuid not null,
  asked_by text not null,
  asked_at timestamptz(3) not null,
  outcome text not null,
  found_family_ids uuid[] not null,
  constraint family_lookups_pkey primary key (id),
  constraint family_lookup_outcome_is_known check (outcome in ('FOUND', 'NOT_FOUND', 'TURNED_AWAY')),
  constraint family_lookup_found_what_it_says
    check ((outcome = 'FOUND') = (cardinality(found_family_ids) > 0))
);
create index family_lookups_by_time on family_lookups (asked_at, id);
create index family_lookups_of_asker on family_lookups (asked_by, asked_at, id);

create table shared_residences (
  child_id uuid not null,
  other_family_id uuid not null,
  constraint shared_residences_pkey primary key (child_id),
  constraint shared_residence_of_a_known_child foreign key (child_id) references children (id),
  constraint shared_residence_with_a_known_family
    foreign key (other_family_id) references families (id)
);
create index shared_residences_of_family on shared_residences (other_family_id);

create table residence_periods (
  id uuid not null,
  child_id uuid not null,
  family_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint residence_periods_pkey primary key (id),
  constraint residence_period_of_a_shared_residence
    foreign key (child_id) references shared_residences (child_id),
  constraint residence_period_with_a_known_family foreign key (family_id) references families (id),
  constraint residence_period_starts_before_it_ends check (starts_at < ends_at),
  constraint residence_with_one_family_at_a_time exclude using gist
    (child_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index residence_periods_of_family on residence_periods (family_id);
