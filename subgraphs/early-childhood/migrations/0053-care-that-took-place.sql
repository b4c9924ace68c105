-- Reports count care that was cancelled after it had begun as an absence: the index of what took place holds it too.
drop index bookings_that_took_place;
create index bookings_that_took_place on bookings (starts_at, family_id, kind)
  where status in ('CONFIRMED', 'ATTENDED', 'ABSENT') or cancelled_after_start;
