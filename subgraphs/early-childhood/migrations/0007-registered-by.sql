-- Whoever registers a family follows it from then on: `sub`, `name`, `role` and `agency` of the sign-in. Of families
-- registered before it is not known here; their teams are told by social-protection.

alter table families add column registered_by jsonb;
