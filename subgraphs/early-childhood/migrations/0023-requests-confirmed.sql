-- A request is said to be needed still every six months; one of whose family nobody hears after a notice lapses.

alter table care_requests add column confirmed_at timestamptz;
update care_requests set confirmed_at = submitted_at;
alter table care_requests alter column confirmed_at set not null;
alter table care_requests add column notice_sent_at timestamptz;

alter table care_requests drop constraint care_request_status_is_known;
alter table care_requests add constraint care_request_status_is_known check (status in
  ('SUBMITTED', 'OFFERED', 'ACCEPTED', 'PLACED', 'ALTERNATIVE_PROPOSED', 'REFUSED', 'WITHDRAWN', 'LAPSED'));
alter table care_requests add constraint care_request_lapses_after_a_notice check (
  status <> 'LAPSED' or notice_sent_at is not null);
