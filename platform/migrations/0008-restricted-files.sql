-- The file of a colleague's own family is read by those who follow it and by those named for it, and never by whoever is
-- barred. While somebody is named the file is restricted; told as who follows is (docs/decisions/0048-restricted-files.md).

alter table followers drop constraint follower_relation_is_known;
alter table followers add constraint follower_relation_is_known
  check (relation in ('TEAM', 'ADVISOR', 'REFERRAL', 'NAMED', 'BARRED'));
-- Of nearly all families there is nothing in it, so that asking costs nearly nothing.
create index followers_restricting on followers (family_id) where relation in ('NAMED', 'BARRED');
