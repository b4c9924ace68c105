-- What the lists of a city say of centres: which centre a row of a source is, so that it is the same one the next time; and those of which
-- something is missing. They are shown, and cannot be booked: they are in no other table.
create table listed_centres (
  source text not null,
  -- The id that the source gives it, else its name and street as they are compared.
  key text not null,
  source_id text,
  name text not null,
  street text not null,
  postal_code text,
  city text,
  centre_id uuid,
  missing text[] not null,
  listed_at timestamptz not null,
  listed_by text not null,
  constraint listed_centres_pkey primary key (source, key),
  constraint listed_centre_is_a_known_centre foreign key (centre_id) references centres (id),
  constraint listed_centre_lacks_known_facts check (missing <@ array
    ['KIND', 'OPERATOR', 'ADDRESS', 'POSITION', 'PLACES', 'OPENING_HOURS', 'CARE_KINDS', 'SECTIONS']),
  constraint listed_centre_is_a_centre_or_incomplete check ((centre_id is null) = (cardinality(missing) > 0))
);
create index listed_centres_of_centre on listed_centres (centre_id);
