-- The practice came to one district first, then to the city: from when the families of a district are served, and to whom they turn until
-- then. Of a district of which nothing is said families are served.
create table district_services (
  district_id uuid not null,
  served_from date not null,
  turn_to text not null,
  said_at timestamptz not null,
  said_by text not null,
  version integer not null,
  constraint district_services_pkey primary key (district_id),
  constraint service_of_a_known_district foreign key (district_id) references districts (id)
);
