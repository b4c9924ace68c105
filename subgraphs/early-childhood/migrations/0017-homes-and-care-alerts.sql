-- Where families live, and what those who look after a child must know: apart from families and children, which are searched
-- and joined by everything, so that the database itself shows them to those alone who may read them (src/walls.ts).

create table family_homes (
  family_id uuid not null,
  street text not null,
  postal_code text not null,
  city text not null,
  latitude double precision,
  longitude double precision,
  constraint family_homes_pkey primary key (family_id),
  constraint family_home_of_a_known_family foreign key (family_id) references families (id),
  constraint family_home_position_is_whole check ((latitude is null) = (longitude is null))
);

-- Where a file that was merged lived is among the addresses of the one that stays.
insert into family_homes (family_id, street, postal_code, city, latitude, longitude)
select id, street, postal_code, city, latitude, longitude from families where merged_into is null;

alter table families
  drop constraint family_position_is_whole,
  drop column street,
  drop column postal_code,
  drop column city,
  drop column latitude,
  drop column longitude;

-- Of a child of whom nothing must be known there is no row.
create table care_alerts (
  child_id uuid not null,
  alerts text[] not null,
  constraint care_alerts_pkey primary key (child_id),
  constraint care_alerts_of_a_known_child foreign key (child_id) references children (id),
  constraint care_alerts_say_something check (cardinality(alerts) > 0)
);

-- Those of a child who was registered twice were added to those of the one who stays.
insert into care_alerts (child_id, alerts)
select id, care_alerts from children where cardinality(care_alerts) > 0 and merged_into is null;

alter table children drop column care_alerts;
