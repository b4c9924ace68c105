-- An offer that was told of one file, while it waits on its way, may arrive after it was answered in the file into which that one
-- was merged, or from which it was parted: the version says which is older. What was answered is kept, as such, until the offer
-- would have expired.
alter table known_offers
  add column version integer not null default 0,
  add column is_open boolean not null default true;
create index known_offers_by_expiry on known_offers (expires_at);
