import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportedEntitlements1790000000002 implements MigrationInterface {
  name = 'ImportedEntitlements1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table entitlements add column source_number text;
      alter table entitlement_states add column stated_on date;
      create table entitlement_confirmations (
        entitlement_id uuid not null
          constraint entitlement_confirmations_entitlement_fkey references entitlements (id),
        stated_on date not null,
        recorded_at timestamptz not null,
        constraint entitlement_confirmations_pkey primary key (entitlement_id, stated_on)
      );
      create trigger entitlement_confirmations_append_only
        before update or delete or truncate on entitlement_confirmations
        for each statement execute function refuse_rewriting_history();
      create index known_families_by_reference on known_families (reference)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index known_families_by_reference;
      drop table entitlement_confirmations;
      alter table entitlement_states drop column stated_on;
      alter table entitlements drop column source_number`);
  }
}
