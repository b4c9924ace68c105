-- By the name of whoever may collect a child, written as names are compared, a telephone number at which they are reached.
alter table children add column collector_phones jsonb not null default '{}';
