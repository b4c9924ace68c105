-- Places that a city keeps for emergencies: of a section, in hours of every week. Dated with what else a centre is (`terms`), and
-- in its row, so that whoever holds the centre reads what was voted while it waited.
alter table centres
  add column emergency_places jsonb not null default '[]';

-- It says in which section places are taken, so its table is another: functions/dated-centres.sql.
drop function if exists places_taken_by_hour(uuid, timestamptz, timestamptz);
