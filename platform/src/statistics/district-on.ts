/**
 * SQL: the district in which a family of `known_families` lived on a day, as the service point knows it; the present one
 * before its first known address. Hardly any family has moved, so most are not looked into.
 */
export const districtOn = (family: string, day: string): string => `
  case when jsonb_array_length(${family}.homes) < 2 then ${family}.district_id else (
    select case when count(*) = 0 then ${family}.district_id
      else (array_agg((home ->> 'districtId')::uuid order by (home ->> 'from')::date desc))[1] end
    from jsonb_array_elements(${family}.homes) home where (home ->> 'from')::date <= ${day}) end`;

/** SQL: whether a family of `known_families`, or one that was merged into it, was registered on a day or before. */
export const registeredBy = (family: string, day: string): string => `
  (coalesce(${family}.registered_on <= ${day}, true) or exists (
    select from known_families merged where merged.merged_into = ${family}.id and merged.registered_on <= ${day}))`;
