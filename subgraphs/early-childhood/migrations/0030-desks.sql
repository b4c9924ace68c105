-- What waits at a desk is found city-wide: offers that stand, milestones to come, and what was done since then.

create index care_offers_standing on care_offers (expires_at, id) where status in ('OPEN', 'ACCEPTED');
create index known_milestones_by_start on known_milestones (starts_at, id)
  where status in ('PLANNED', 'CONFIRMED', 'CANCELLED');
create index care_steps_by_time on care_steps (at, id);
