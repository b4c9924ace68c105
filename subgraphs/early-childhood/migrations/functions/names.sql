-- Two spellings of one name have one form: without case and accents, and without the blanks, hyphens, apostrophes, other
-- signs and unseen characters between its letters.

-- Indexes take only immutable functions; naming the dictionary makes unaccent one. Taken away are ASCII and Latin-1 signs,
-- accents that stand alone, and every kind of blank, hyphen, apostrophe and unseen character.
create or replace function searchable(value text) returns text
language sql immutable strict parallel safe
return regexp_replace(
  lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKC))),
  '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB\u00BF'
  '\u02B0-\u036F\u058A\u05BE\u061C\u1680\u180B-\u180E\u2000-\u206F\u20D0-\u20FF\u2212'
  '\u2E00-\u2E7F\u3000-\u3003\u301C\u3030\u30A0\uA788-\uA78C\uFE00-\uFE0F\uFE20-\uFE2F\uFE58\uFE63\uFEFF]+',
  '', 'g');

-- These indexes hold what the function answered when a row was written. They are made here, and made anew whenever this
-- file changes: one that holds the answers of yesterday's function would not find everybody.
drop index if exists families_by_name, families_by_part_of_name, adults_by_part_of_name;

-- In the order of bytes, the index serves pages by name and names that start with some letters.
create index families_by_name on families ((searchable(display_name) collate "C"), id);

create index families_by_part_of_name on families using gin (searchable(display_name) gin_trgm_ops);

create index adults_by_part_of_name on adults
  using gin (searchable(first_name || ' ' || last_name || ' ' || first_name) gin_trgm_ops);
