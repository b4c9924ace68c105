-- Work goes to the desk as well, where no colleague takes it; who handed on what is read by the administrators of the agency.

alter table take_overs alter column to_sub drop not null;
alter table take_overs add column agency text;
update take_overs set agency = professionals.agency from professionals where professionals.sub = take_overs.from_sub;
update take_overs set agency = '' where agency is null;
alter table take_overs alter column agency set not null;
create index take_overs_of_agency on take_overs (agency, taken_at, id);

-- A task that nobody in particular has to do waits for whoever follows the family.
alter table tasks alter column assignee_sub drop not null;

-- Of a membership that ended because it was handed on: by whom, and to whom unless to the desk.
alter table support_team_members add column handed_on_by text;
alter table support_team_members add column handed_on_to uuid;
alter table support_team_members add constraint support_team_members_successor_fkey
  foreign key (handed_on_to) references professionals (id);
alter table support_team_members add constraint support_team_members_handed_on_when_over
  check (handed_on_by is not null or handed_on_to is null);
create index support_team_members_by_successor on support_team_members (handed_on_to) where handed_on_to is not null;
