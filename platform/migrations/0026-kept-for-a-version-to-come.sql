-- An event of a type that this version does not know yet is kept until one starts that does
-- (docs/decisions/0099-what-a-newer-neighbour-tells.md).
alter table dead_letters
  drop constraint dead_letter_has_a_known_problem,
  add constraint dead_letter_has_a_known_problem
    check (problem in ('LEAP', 'OTHER_SUBJECT', 'MALFORMED', 'UNKNOWN_TYPE'));
