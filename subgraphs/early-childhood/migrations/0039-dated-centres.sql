-- What a centre is changes from a day on: places, hours, kinds, sections. Its row says what holds today; where anything was
-- ever changed, `terms` says what held, holds and will hold, each from its day. They are in the row, so that whoever holds the
-- centre reads what was decided while it waited.

alter table centres
  add column terms jsonb not null default '[]',
  -- Hours of the week with fewer authorised places than `authorised_places`.
  add column places_by_hour jsonb not null default '[]',
  add column opened_on date,
  add column closed_from date,
  add column siret text,
  add column finess text,
  -- The id that the city's own list gives it.
  add column city_id text,
  add column version integer not null default 1,
  add constraint centre_siret_has_14_digits check (siret ~ '^[0-9]{14}$'),
  add constraint centre_finess_has_9_signs check (finess ~ '^[0-9][0-9AB][0-9]{7}$'),
  add constraint centre_siret_is_unique unique (siret),
  add constraint centre_finess_is_unique unique (finess),
  add constraint centre_city_id_is_unique unique (city_id);

alter table sections
  -- Professionals beside the children, as far as the records know them.
  add column staff integer,
  add constraint section_staff_is_counted check (staff >= 0);

-- A centre that opens later or closed for good is closed on those days as on any other; nobody withdraws that by itself.
alter table closures
  add column is_lasting boolean not null default false;
