-- An advisor follows a family for the sake of each own job seeker; the other agencies are told by a job.

delete from followers where relation = 'ADVISOR';

insert into followers (family_id, sub, relation, from_on, to_on, adult_id)
select family_id, advisor_id, 'ADVISOR', lower(days), upper(days), adult_id
from (
  select family_id, advisor_id, adult_id,
    unnest(range_agg(daterange(registered_on, (closed_on + interval '7 months')::date))) as days
  from job_seekers group by family_id, advisor_id, adult_id
) followed
where upper(days) is null or upper(days) > (now() at time zone 'Europe/Paris')::date;

insert into scheduled_jobs (name, key, payload, run_at)
select 'tell-anew', '', '{}', now() where exists (select from job_seekers)
on conflict (name, key) do nothing;
