-- To what sharing a family objects now, the same copy in all three agencies: kept by events, read in the statement that reads
-- the family (docs/decisions/0047-objections-are-known-everywhere.md). Who said it, to whom and when stays with social-protection.

create table objections (
  family_id uuid not null,
  -- Whose data: the agency that keeps them.
  category text not null,
  -- With whom they are not to be shared.
  agency text not null,
  constraint objections_pkey primary key (family_id, category, agency),
  constraint objection_category_is_known check (category in ('CARE', 'BENEFITS', 'JOB_SEARCH')),
  constraint objection_agency_is_known check (agency in ('CARE', 'BENEFITS', 'JOB_SEARCH')),
  constraint objection_is_to_another_agency check (category <> agency)
);
