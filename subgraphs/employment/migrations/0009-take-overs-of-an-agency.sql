-- Work goes to the desk as well, where no colleague takes it; who handed on what is read by the administrators of the agency.

alter table take_overs alter column to_sub drop not null;
alter table take_overs add column agency text;
update take_overs set agency = professionals.agency from professionals where professionals.sub = take_overs.from_sub;
update take_overs set agency = '' where agency is null;
alter table take_overs alter column agency set not null;
create index take_overs_of_agency on take_overs (agency, taken_at, id);
