-- An advisor follows the families of own job seekers, seven months beyond the end of a file: what became of a return to
-- work is asked after six. As the code says it from now on; the others are told by a job.

insert into followers (family_id, sub, relation, from_on, to_on)
select family_id, advisor_id, 'ADVISOR', lower(days), upper(days)
from (
  select family_id, advisor_id,
    unnest(range_agg(daterange(registered_on, (closed_on + interval '7 months')::date))) as days
  from job_seekers group by family_id, advisor_id
) followed
where upper(days) is null or upper(days) > (now() at time zone 'Europe/Paris')::date;

insert into scheduled_jobs (name, key, payload, run_at)
select 'tell-anew', '', '{}', now() where exists (select from job_seekers)
on conflict (name, key) do nothing;
