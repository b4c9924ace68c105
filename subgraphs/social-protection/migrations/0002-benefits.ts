import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Benefits1790000000001 implements MigrationInterface {
  name = 'Benefits1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTITLEMENTS);
    await runner.query(RESOURCES);
    await runner.query(APPEND_ONLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table resources, entitlement_states, entitlements; drop function refuse_rewriting_history',
    );
  }
}

const ENTITLEMENTS = `
  create table entitlements (
    id uuid constraint entitlements_pkey primary key,
    family_id uuid not null,
    adult_id uuid,
    scheme text not null constraint entitlements_scheme_known check (scheme in
      ('RSA', 'PRIME_ACTIVITE', 'ASF', 'AAH', 'AEEH', 'PAJE_BASE', 'CMG', 'HOUSING_AID', 'FAMILY_ALLOWANCES')),
    source text not null constraint entitlements_source_known check (source in ('CAF', 'MSA', 'TYPED_IN')),
    version integer not null
  );
  create index entitlements_by_family on entitlements (family_id);
  create table entitlement_states (
    id uuid constraint entitlement_states_pkey primary key,
    entitlement_id uuid not null
      constraint entitlement_states_entitlement_fkey references entitlements (id),
    version integer not null,
    state text not null constraint entitlement_states_state_known check (state in
      ('PENDING', 'REFUSED', 'OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED', 'CLOSED_EARLIER')),
    monthly_amount_cents integer,
    from_on date not null,
    reason text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint entitlement_states_one_per_version unique (entitlement_id, version),
    constraint entitlement_states_amount_of_a_right check
      (monthly_amount_cents is null or (monthly_amount_cents >= 0 and state in ('OPEN', 'SUSPENDED')))
  )`;

const RESOURCES = `
  create table resources (
    id uuid constraint resources_pkey primary key,
    family_id uuid not null,
    year integer not null constraint resources_year_plausible check (year between 2000 and 2100),
    yearly_amount_cents integer not null
      constraint resources_amount_not_negative check (yearly_amount_cents >= 0),
    dependent_children integer not null,
    aeeh_children integer not null,
    source text not null constraint resources_source_known check (source in ('CAF', 'MSA', 'TYPED_IN')),
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint resources_children_plausible check
      (dependent_children between 0 and 30 and aeeh_children between 0 and dependent_children)
  );
  create index resources_by_family on resources (family_id, year, recorded_at)`;

/** A question as of any past day must keep its answer. */
const APPEND_ONLY = `
  create function refuse_rewriting_history() returns trigger language plpgsql as $$
  begin
    raise exception '% is only added to: % refused', tg_table_name, lower(tg_op)
      using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only', table = tg_table_name;
  end $$;
  create trigger entitlement_states_append_only before update or delete or truncate on entitlement_states
    for each statement execute function refuse_rewriting_history();
  create trigger resources_append_only before update or delete or truncate on resources
    for each statement execute function refuse_rewriting_history()`;
