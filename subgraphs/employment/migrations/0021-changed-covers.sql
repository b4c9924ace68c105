-- When the cover of a milestone became what it is: told again as it was, nothing has changed. Unknown of what was told before.

alter table known_covers add changed_at timestamptz(3);
