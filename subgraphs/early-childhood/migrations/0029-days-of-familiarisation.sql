-- A child gets used to a centre in short hours before its agreed ones: kept with the contract, so that whatever books its days
-- again books them so.
alter table placements
  add column familiarisation jsonb not null default '[]',
  -- First day of the agreed hours, where days of familiarisation come before them.
  add column ordinary_from date,
  add constraint placement_familiarisation_is_a_list check (jsonb_typeof(familiarisation) = 'array');
