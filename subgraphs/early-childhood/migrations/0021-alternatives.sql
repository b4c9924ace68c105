-- Every other solution that was proposed for a request, and not only the last one; and why a commission was entered afterwards.

alter table care_requests add column alternatives jsonb not null default '[]';

update care_requests request
set alternatives = jsonb_build_array(jsonb_build_object(
  'id', request.id, 'text', request.alternative, 'contact', request.alternative_contact, 'phone', null, 'replacedById', null,
  'proposedAt', to_char(coalesce(step.at, request.submitted_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'proposedBy', step.done_by))
from care_requests each
left join lateral (
  select at, done_by from care_steps where subject_id = each.id and kind = 'ALTERNATIVE_PROPOSED' order by at desc limit 1
) step on true
where request.id = each.id and request.alternative is not null;

alter table care_requests alter column alternatives drop default;

alter table admission_commissions add column entered_late_because text;
