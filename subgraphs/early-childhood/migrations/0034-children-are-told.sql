-- Social protection learns which children families have, by their ids: benefits that are due for a child name it.
insert into scheduled_jobs (name, key, payload, run_at)
select 'tell-anew', '', '{}', now() where exists (select from families)
on conflict (name, key) do nothing;
