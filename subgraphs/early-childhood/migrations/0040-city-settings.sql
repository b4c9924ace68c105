-- What a city decides for all of its families, each from a day: weights and bands of priority as voted, the notice below which care is an
-- emergency. Each row says all of it; the last one that has begun holds. Rows are added, never changed: they are the history.
create table city_settings (
  number integer not null,
  valid_from date not null,
  settings jsonb not null,
  reason text not null,
  said_at timestamptz not null,
  said_by text not null,
  constraint city_settings_pkey primary key (number),
  constraint city_settings_are_counted check (number > 0)
);
