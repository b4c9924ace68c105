-- Who follows a family is told to all agencies (platform/0004), and whoever is not of its team asks to be.

-- Of a referral that names nobody, whoever opens it reads the file until it is decided or over.
alter table referrals add column seen_by_sub text;
alter table referrals add constraint referrals_seer_fkey foreign key (seen_by_sub) references professionals (sub);
alter table referrals add constraint referrals_seer_has_seen check (seen_by_sub is null or seen_at is not null);
create index referrals_by_seer on referrals (seen_by_sub) where seen_by_sub is not null;
update referrals set seen_by_sub = coalesce(decided_by_sub, addressee_sub) where seen_at is not null;

create table membership_requests (
  id uuid not null,
  family_id uuid not null,
  requester_sub text not null,
  reason text not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by_sub text,
  decline_reason text,
  version integer not null,
  constraint membership_requests_pkey primary key (id),
  constraint membership_request_requester_fkey foreign key (requester_sub) references professionals (sub),
  constraint membership_request_answerer_fkey foreign key (answered_by_sub) references professionals (sub),
  constraint membership_requests_answer_known check (answer in ('GRANTED', 'DECLINED')),
  constraint membership_requests_answered_as_a_whole check
    ((answer is null) = (answered_at is null) and (answer is null) = (answered_by_sub is null)),
  constraint membership_requests_declined_with_a_reason check ((answer = 'DECLINED') = (decline_reason is not null))
);
create index membership_requests_by_family on membership_requests (family_id, asked_at);
create index membership_requests_by_requester on membership_requests (requester_sub, asked_at, id);
create index membership_requests_by_answerer on membership_requests (answered_by_sub) where answered_by_sub is not null;
create index membership_requests_waiting on membership_requests (asked_at, id) where answer is null;

-- Who follows the families that are here already, as the code says it from now on; the others are told by a job.
insert into followers (family_id, sub, relation, from_on, to_on)
select family_id, sub, 'TEAM', lower(days), upper(days)
from (
  select family_id, sub, unnest(range_agg(daterange(from_on, to_on))) as days
  from support_team_members join professionals on professionals.id = professional_id
  group by family_id, sub
) team
where upper(days) is null or upper(days) > (now() at time zone 'Europe/Paris')::date;

insert into followers (family_id, sub, relation, from_on, to_on)
select family_id, sub, 'REFERRAL', lower(days), upper(days)
from (
  select family_id, sub, unnest(range_agg(daterange(sent_on, sent_on + 30))) as days
  from (
    select family_id, coalesce(addressee_sub, seen_by_sub) as sub, (sent_at at time zone 'Europe/Paris')::date as sent_on
    from referrals where decision is null and coalesce(addressee_sub, seen_by_sub) is not null
  ) read
  group by family_id, sub
) read
where upper(days) > (now() at time zone 'Europe/Paris')::date;

insert into scheduled_jobs (name, key, payload, run_at)
select 'tell-anew', '', '{}', now()
where exists (select from support_team_members) or exists (select from referrals)
on conflict (name, key) do nothing;
