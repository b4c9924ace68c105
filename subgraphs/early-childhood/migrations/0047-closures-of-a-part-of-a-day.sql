-- A centre may open later or close earlier on some days; what a booking was before it was shortened is kept, so that it can be told
-- again and comes back when the closure is withdrawn.
alter table closures
  add column opening_time time,
  add column closing_time time,
  add constraint closure_opens_before_it_closes check (opening_time < closing_time),
  add constraint closure_on_the_half_hour check (
    extract(epoch from opening_time)::numeric % 1800 = 0 and extract(epoch from closing_time)::numeric % 1800 = 0);

create table shortened_stays (
  closure_id uuid not null,
  booking_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint shortened_stays_pkey primary key (closure_id, booking_id),
  constraint shortened_by_a_known_closure foreign key (closure_id) references closures (id) on delete cascade,
  constraint shortened_stay_of_a_known_booking foreign key (booking_id) references bookings (id),
  constraint shortened_stay_starts_before_it_ends check (starts_at < ends_at)
);
create index shortened_stays_of_booking on shortened_stays (booking_id);
