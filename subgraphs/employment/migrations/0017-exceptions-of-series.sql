-- A milestone that was moved by itself is an exception of its series: it stays where it is when the series is moved.

alter table milestones add is_exception boolean not null default false;
