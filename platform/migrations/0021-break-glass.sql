-- When it must be now: somebody who does not follow a family reads its file for some minutes and answers for it afterwards.
-- Told as who follows is, with an end to the second (docs/decisions/0061-break-glass.md).

alter table followers add until timestamptz;
alter table followers drop constraint follower_relation_is_known;
alter table followers add constraint follower_relation_is_known
  check (relation in ('TEAM', 'ADVISOR', 'REFERRAL', 'NAMED', 'BARRED', 'BREAK_GLASS'));
alter table followers add constraint follower_until_a_moment_broke_the_glass
  check ((relation = 'BREAK_GLASS') = (until is not null));
