-- When a child really came and went, beside the half-hours that were booked; and each word from the door of a centre, so that one
-- that is sent again is noted once.
alter table bookings
  add column arrived_at timestamptz,
  add column left_at timestamptz,
  add constraint booking_times_of_a_child_that_came
    check (status = 'ATTENDED' or num_nonnulls(arrived_at, left_at) = 0),
  add constraint booking_left_after_it_arrived check (arrived_at < left_at);

create table attendance_words (
  id uuid not null,
  booking_id uuid not null,
  kind text not null,
  at timestamptz not null,
  noted_at timestamptz not null,
  noted_by text not null,
  constraint attendance_words_pkey primary key (id),
  constraint attendance_word_of_a_known_booking foreign key (booking_id) references bookings (id),
  constraint attendance_word_kind_is_known check (kind in ('ARRIVED', 'LEFT', 'ABSENT'))
);
create index attendance_words_of_booking on attendance_words (booking_id);
