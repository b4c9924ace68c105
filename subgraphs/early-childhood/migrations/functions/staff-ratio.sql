-- How many adults must be with children at once: as in adults-needed.rules.ts, which says by which articles. A test compares them.
create or replace function adults_needed(
  kind text, ratio text, walking bigint, not_walking bigint, under_three bigint, from_three bigint
) returns integer language sql immutable parallel safe
return case
  when kind = 'FAMILY_CRECHE' then null
  when walking + not_walking = 0 then 0
  else greatest(
    case when kind = 'MICRO_CRECHE' and walking + not_walking < 4 then 1 else 2 end,
    case
      when kind = 'KINDERGARTEN' then (5 * under_three + 2 * from_three + 29) / 30
      when ratio = 'ONE_FOR_SIX' then (walking + not_walking + 5) / 6
      else (8 * not_walking + 5 * walking + 39) / 40
    end)::integer
end;
