-- Covers of milestones that are over, of families that object to the service point knowing their job search: nobody can read
-- them, nor tell whose they are, before employment names the milestone again (docs/decisions/0059-…).

create table sealed_covers (
  name bytea not null,
  sealed bytea not null,
  constraint sealed_covers_pkey primary key (name)
);
