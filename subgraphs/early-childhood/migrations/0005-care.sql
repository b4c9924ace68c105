-- Who is where when: days on which centres are closed, placements, bookings, and what families arrange themselves.

create table closures (
  id uuid not null,
  centre_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null,
  constraint closures_pkey primary key (id),
  constraint closure_of_a_known_centre foreign key (centre_id) references centres (id),
  constraint closure_starts_before_it_ends check (starts_on <= ends_on)
);
create index closures_of_centre on closures (centre_id, ends_on);

-- A placement's state follows from its dates and pauses, so that nothing has to run at midnight. What changes from a day
-- on, and what is renewed, continues as another placement: what was agreed before stays on file.
create table placements (
  id uuid not null,
  child_id uuid not null,
  family_id uuid not null,
  section_id uuid not null,
  kind text not null,
  starts_on date not null,
  ends_on date not null,
  end_reason text,
  weekly_pattern jsonb not null,
  is_insertion_contract boolean not null,
  continues_id uuid,
  renewals integer not null,
  version integer not null,
  constraint placements_pkey primary key (id),
  constraint placement_of_a_known_child foreign key (child_id) references children (id),
  constraint placement_of_a_known_family foreign key (family_id) references families (id),
  constraint placement_in_a_known_section foreign key (section_id) references sections (id),
  constraint placement_kind_is_known check (kind in ('LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY')),
  -- One that was called off before its first day ends the day before it.
  constraint placement_ends_at_the_earliest_before_it_starts
    check (starts_on <= ends_on or (ends_on = starts_on - 1 and end_reason is not null)),
  constraint placement_lasts_a_year_at_most check (ends_on < starts_on + interval '12 months'),
  constraint placement_continues_a_known_one foreign key (continues_id) references placements (id),
  constraint placement_continued_once unique (continues_id)
);
create index placements_of_child on placements (child_id, starts_on);
create index placements_of_family on placements (family_id);
create index placements_of_section on placements (section_id);

create table placement_pauses (
  id uuid not null,
  placement_id uuid not null,
  kind text not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null,
  constraint placement_pauses_pkey primary key (id),
  constraint pause_of_a_known_placement foreign key (placement_id) references placements (id),
  constraint pause_kind_is_known check (kind in ('SUSPENSION', 'ABSENCE')),
  constraint pause_starts_before_it_ends check (starts_on <= ends_on),
  constraint placement_suspended_once_at_a_time exclude using gist
    (placement_id with =, daterange(starts_on, ends_on, '[]') with &&) where (kind = 'SUSPENSION')
);
create index pauses_of_placement on placement_pauses (placement_id, starts_on);

-- The hours that a family sent for one week of a flexible placement.
create table sent_weeks (
  placement_id uuid not null,
  monday date not null,
  hours jsonb not null,
  sent_at timestamptz not null,
  constraint sent_weeks_pkey primary key (placement_id, monday),
  constraint sent_week_of_a_known_placement foreign key (placement_id) references placements (id),
  constraint sent_week_starts_on_a_monday check (extract(isodow from monday) = 1)
);

-- That no place is given twice is kept by triggers: functions/booking-capacity.sql.
create table bookings (
  id uuid not null,
  child_id uuid not null,
  family_id uuid not null,
  section_id uuid not null,
  centre_id uuid not null,
  kind text not null,
  status text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  placement_id uuid,
  milestone_id uuid,
  offer_id uuid,
  cancellation_reason text,
  -- The reasons for the place, kept with the decision that chose it.
  explanation jsonb,
  -- When care was booked gives its notice. Whoever writes a booking need not say it.
  booked_at timestamptz default now(),
  version integer not null,
  constraint bookings_pkey primary key (id),
  constraint booking_of_a_known_child foreign key (child_id) references children (id),
  constraint booking_of_a_known_family foreign key (family_id) references families (id),
  constraint booking_in_a_section_of_its_centre
    foreign key (section_id, centre_id) references sections (id, centre_id),
  constraint booking_of_a_known_placement foreign key (placement_id) references placements (id),
  constraint booking_kind_is_known check (kind in ('LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY')),
  constraint booking_status_is_known
    check (status in ('HELD', 'CONFIRMED', 'ATTENDED', 'ABSENT', 'CANCELLED')),
  constraint booking_starts_before_it_ends check (starts_at < ends_at),
  -- What counts places looks back a day, no further: functions/booking-capacity.sql.
  constraint booking_lasts_a_day_at_most check (ends_at - starts_at <= interval '24 hours'),
  constraint booking_on_the_half_hour check (
    extract(epoch from starts_at)::numeric % 1800 = 0 and extract(epoch from ends_at)::numeric % 1800 = 0),
  constraint booking_cancelled_with_a_reason
    check ((status = 'CANCELLED') = (cancellation_reason is not null)),
  constraint booking_child_in_one_place exclude using gist
    (child_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')
)
-- Vacuumed early, since only pages without news can be left unread by what reads the index alone.
with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
-- Everything that counts places reads the bookings of a centre from the index alone: in a city of 112 centres that is a
-- fourteenth of the pages.
create index bookings_of_centre on bookings (centre_id, starts_at) include (ends_at, section_id, kind)
  where status <> 'CANCELLED';
create index bookings_of_child on bookings (child_id, starts_at);
-- By which a merge finds what is to be the survivor's.
create index bookings_of_family on bookings (family_id);
create index bookings_of_milestone on bookings (milestone_id) where milestone_id is not null;
create index bookings_of_placement on bookings (placement_id) where placement_id is not null;
create index bookings_of_offer on bookings (offer_id) where offer_id is not null;
-- The care of a quarter is counted city-wide: from one stretch of an index.
create index bookings_that_took_place on bookings (starts_at, family_id, kind)
  where status in ('CONFIRMED', 'ATTENDED', 'ABSENT');

-- Care that a family arranges itself, on one date or weekly. A removed one stays, so that sending it again does not bring
-- it back.
create table own_arrangements (
  id uuid not null,
  child_id uuid not null,
  kind text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  weekday integer,
  from_time time,
  to_time time,
  starts_on date,
  ends_on date,
  removed_at timestamptz,
  version integer not null,
  constraint own_arrangements_pkey primary key (id),
  constraint own_arrangement_of_a_known_child foreign key (child_id) references children (id),
  constraint own_arrangement_kind_is_known check (kind in ('FAMILY', 'CHILDMINDER', 'SCHOOL', 'OTHER')),
  constraint own_arrangement_is_dated_or_weekly check (
    num_nonnulls(starts_at, ends_at) in (0, 2)
    and num_nonnulls(weekday, from_time, to_time, starts_on, ends_on) in (0, 5)
    and num_nonnulls(starts_at, weekday) = 1),
  constraint own_arrangement_starts_before_it_ends
    check (starts_at < ends_at or (from_time < to_time and starts_on <= ends_on)),
  constraint own_arrangement_weekday_is_iso check (weekday between 1 and 7),
  constraint own_arrangement_school_is_weekly check (kind <> 'SCHOOL' or weekday is not null)
);
create index own_arrangements_of_child on own_arrangements (child_id);

-- Days on which school looks after children; on all others it does not, also when the calendar is not known yet. Seeds
-- bring them.
create table school_periods (
  starts_on date not null,
  ends_on date not null,
  constraint school_periods_pkey primary key (starts_on),
  constraint school_period_starts_before_it_ends check (starts_on <= ends_on)
);
