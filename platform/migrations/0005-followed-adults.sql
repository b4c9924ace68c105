-- An advisor follows a family because of one of its adults, whom alone the advisor is told how to reach. Owners tell it anew.

alter table followers add adult_id uuid;
alter table followers drop constraint followers_pkey;
alter table followers add constraint follower_is_told_once
  unique nulls not distinct (family_id, sub, relation, from_on, adult_id);
alter table followers add constraint follower_of_an_adult_is_an_advisor
  check (adult_id is null or relation = 'ADVISOR');
