-- Care that was cancelled after it had begun is due as an absence is: the place was kept. What was cancelled so before stays as it
-- was billed.
alter table bookings
  add column cancelled_after_start boolean not null default false,
  add constraint booking_cancelled_after_start_is_cancelled check (not cancelled_after_start or status = 'CANCELLED');
-- The hours due of a week are counted centre by centre.
create index bookings_cancelled_after_start on bookings (centre_id, starts_at) where cancelled_after_start;
