import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A family registered twice is merged into the other file. Rows that name the merged one meanwhile (a change under way, an
 * event that comes late) are written for the survivor: the triggers are on every table that names a family or a child.
 */
export class MergedFamilies1795400000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, one] of MERGED) {
      await runner.query(`
        alter table ${table} add column merged_into uuid,
          add constraint ${one}_merged_into_a_known_one foreign key (merged_into) references ${table} (id),
          add constraint ${one}_not_merged_into_itself check (merged_into <> id)`);
      await runner.query(
        `create index ${table}_merged on ${table} (merged_into) where merged_into is not null`,
      );
    }
    for (const [table, one] of FOLLOWED) {
      await runner.query(follow(table, one));
      await runner.query(
        onEveryTable(
          one,
          `create trigger follows_merged_${one} before insert on %I
        for each row execute function follow_merged_${one}()`,
        ),
      );
    }
    await lockPlacesWhen(
      runner,
      'insert or update of centre_id, section_id, kind, status, starts_at, ends_at',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await lockPlacesWhen(runner, 'insert or update');
    for (const [, one] of FOLLOWED) {
      await runner.query(onEveryTable(one, `drop trigger if exists follows_merged_${one} on %I`));
      await runner.query(`drop function follow_merged_${one}()`);
    }
    for (const [table] of MERGED) await runner.query(`alter table ${table} drop column merged_into`);
  }
}

const MERGED = [
  ['families', 'family'],
  ['adults', 'adult'],
  ['children', 'child'],
];
const FOLLOWED = MERGED.filter(([, one]) => one !== 'adult');

// Whoever merges holds the row for update, so this waits for the merge and then sees it.
const follow = (table = '', one = ''): string => `
  create function follow_merged_${one}() returns trigger language plpgsql as $$
  declare
    survivor uuid;
  begin
    select merged_into into survivor from ${table} where id = new.${one}_id for key share;
    new.${one}_id := coalesce(survivor, new.${one}_id);
    return new;
  end $$`;

const onEveryTable = (one = '', statement = ''): string => `
  do $do$
  declare
    named text;
  begin
    for named in
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = '${one}_id' and data_type = 'uuid' and table_name not in
        ('outbox', 'pending_deliveries', 'delivery_positions', 'inbox_positions', 'event_numbers')
    loop
      execute format('${statement.replaceAll("'", "''")}', named);
    end loop;
  end $do$`;

/** Who a booking is for takes no room: writing it for the survivor needs no lock on centres. */
const lockPlacesWhen = async (runner: QueryRunner, written: string): Promise<void> => {
  await runner.query('drop trigger booking_1_locks_its_places on bookings');
  await runner.query(`
    create trigger booking_1_locks_its_places before ${written} on bookings for each row
    when (new.status <> 'CANCELLED') execute function lock_places_of_booking()`);
};
