-- A training of six months is one series, and is covered as one. Employment tells which one a milestone is of with each change
-- of it; a milestone that is known from before has none until its family is told again.
alter table known_milestones add column series_id uuid;
create index known_milestones_of_series on known_milestones (series_id) where series_id is not null;
