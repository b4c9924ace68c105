-- Reading the log is written down in it, under a word of its own; an auditor reads it by a period as well.

alter table access_log
  drop constraint access_is_of_something,
  add constraint access_is_of_something check (
    cardinality(categories) > 0
    and categories <@ array['HOUSEHOLD', 'CARE', 'BENEFITS', 'JOB_SEARCH', 'COORDINATION', 'ACCESSES']
  );
create index access_log_by_time on access_log (at desc, id desc);
