-- Who follows a family, whichever agency says so: the same copy in all three, kept by events, on which every rule of
-- seeing rests (docs/decisions/0042-one-rule-of-seeing.md). No key to a family: an event may come before what it is about.

create table followers (
  family_id uuid not null,
  -- As the sign-in knows the professional.
  sub text not null,
  relation text not null,
  from_on date not null,
  -- The first day on which the family is no longer followed.
  to_on date,
  constraint followers_pkey primary key (family_id, sub, relation, from_on),
  constraint follower_relation_is_known check (relation in ('TEAM', 'ADVISOR', 'REFERRAL')),
  constraint follower_begins_before_it_ends check (from_on <= to_on)
);
create index followers_by_professional on followers (sub, family_id);
