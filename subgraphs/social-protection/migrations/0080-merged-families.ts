import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A family that the service point merged into another. What is written for it afterwards is written for the survivor: a
 * trigger sees to it on every table that names a family.
 */
export class MergedFamilies1790000000080 implements MigrationInterface {
  name = 'MergedFamilies1790000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_families add column merged_into uuid;
      create index known_families_merged on known_families (merged_into) where merged_into is not null;
      alter table known_covers add column told_at timestamptz(3)`);
    await runner.query(FOLLOW);
    await runner.query(
      onEveryTable(`create trigger follows_merged_family before insert on %I
      for each row execute function follow_merged_family()`),
    );
    await runner.query(`
      drop trigger resources_append_only on resources;
      create trigger resources_append_only before delete or truncate on resources
        for each statement execute function refuse_rewriting_history();
      create trigger resources_change_family_only before update on resources for each row
        when ((old.*) is distinct from (new.*) and to_jsonb(old) - 'family_id' <> to_jsonb(new) - 'family_id')
        execute function refuse_rewriting_history()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger resources_change_family_only on resources;
      drop trigger resources_append_only on resources;
      create trigger resources_append_only before update or delete or truncate on resources
        for each statement execute function refuse_rewriting_history()`);
    await runner.query(onEveryTable('drop trigger if exists follows_merged_family on %I'));
    await runner.query(`
      drop function follow_merged_family();
      alter table known_covers drop column told_at;
      alter table known_families drop column merged_into`);
  }
}

// Whoever merges holds the row for update, so this waits for the merge and then sees it.
const FOLLOW = `
  create function follow_merged_family() returns trigger language plpgsql as $$
  declare
    survivor uuid;
  begin
    select merged_into into survivor from known_families where id = new.family_id for key share;
    new.family_id := coalesce(survivor, new.family_id);
    return new;
  end $$`;

const onEveryTable = (statement: string): string => `
  do $do$
  declare
    named text;
  begin
    for named in
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'family_id' and data_type = 'uuid' and table_name not in
        ('known_adults', 'outbox', 'pending_deliveries', 'delivery_positions', 'inbox_positions', 'event_numbers')
    loop
      execute format('${statement}', named);
    end loop;
  end $do$`;
