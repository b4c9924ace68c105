-- Early-childhood covers a series as one, and learns of which series a milestone is with each change of it. What it knew from
-- before is in none until it is told again: it is told now, by a job.
insert into scheduled_jobs (name, key, payload, run_at)
select 'tell-anew', '', '{}', now() where exists (select from milestones where series_id is not null)
on conflict (name, key) do nothing;
