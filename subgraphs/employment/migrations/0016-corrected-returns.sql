-- Returns to work and their follow-ups are put right, in their next version (docs/decisions/0091-corrections-keep-what-was-said.md).

alter table returns_to_work add version integer not null default 1;
alter table follow_ups add version integer not null default 1;
