-- The bookings to come that serve milestones, in the order in which they begin: those of milestones that are called off are a list.

create index bookings_to_come_of_milestones on bookings (starts_at, id)
  where milestone_id is not null and status in ('HELD', 'CONFIRMED');
