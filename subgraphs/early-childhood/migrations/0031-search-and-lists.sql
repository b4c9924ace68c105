-- A family is found by the telephone somebody calls from.

create index adults_by_phone on adults (phone) where phone is not null;
