-- Letters of two files that are one, or were, are taken in the order in which they were told, whichever of the two each names
-- (docs/decisions/0099-what-a-newer-neighbour-tells.md).
alter table dead_letters add column told_at timestamptz;
