-- Where children are cared for. Districts, centres and their sections are the city's own data: seeds bring them.

create table districts (
  id uuid not null,
  number integer not null,
  name text not null,
  latitude double precision not null,
  longitude double precision not null,
  -- Where it ends, so that it follows from where a home stands; without, nothing follows.
  outline jsonb not null default '[]',
  constraint districts_pkey primary key (id),
  constraint district_number_is_unique unique (number)
);

create table centres (
  id uuid not null,
  name text not null,
  kind text not null,
  operator text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  latitude double precision not null,
  longitude double precision not null,
  district_id uuid not null,
  authorised_places integer not null,
  opening_hours jsonb not null,
  facilities text[] not null,
  care_kinds text[] not null,
  is_avip boolean not null,
  constraint centres_pkey primary key (id),
  constraint centre_in_a_known_district foreign key (district_id) references districts (id),
  constraint centre_has_places check (authorised_places > 0),
  constraint centre_kind_is_known check (kind in
    ('MULTI_PURPOSE', 'CRECHE', 'MICRO_CRECHE', 'FAMILY_CRECHE', 'PARENTAL_CRECHE', 'KINDERGARTEN')),
  constraint centre_operator_is_known check (operator in ('MUNICIPAL', 'ASSOCIATIVE')),
  constraint centre_care_kinds_are_known check
    (care_kinds <@ array['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY'])
);
create index centres_of_district on centres (district_id);

create table sections (
  id uuid not null,
  centre_id uuid not null,
  name text not null,
  min_age_months integer not null,
  max_age_months integer not null,
  places integer not null,
  constraint sections_pkey primary key (id),
  constraint section_of_a_known_centre foreign key (centre_id) references centres (id),
  -- For the keys of what names a section and its centre: they belong together.
  constraint section_id_with_its_centre unique (id, centre_id),
  constraint section_has_places check (places > 0),
  constraint section_ages_in_order check (min_age_months >= 0 and min_age_months < max_age_months)
);
create index sections_of_centre on sections (centre_id);
