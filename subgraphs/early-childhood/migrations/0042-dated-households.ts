import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a family lived and who belonged to it stays known: addresses and members are dated, never overwritten. */
export class DatedHouseholds1795400000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table families add column address_since date');
    await runner.query(`
      create table family_addresses (
        id uuid not null,
        family_id uuid not null,
        street text not null,
        postal_code text not null,
        city text not null,
        latitude double precision,
        longitude double precision,
        district_id uuid,
        from_day date not null,
        until_day date not null,
        constraint family_addresses_pkey primary key (id),
        constraint address_of_a_known_family foreign key (family_id) references families (id),
        constraint address_in_a_known_district foreign key (district_id) references districts (id),
        constraint address_position_is_whole check ((latitude is null) = (longitude is null)),
        constraint address_held_from_before_it_ended check (from_day <= until_day)
      )`);
    await runner.query('create index family_addresses_of_family on family_addresses (family_id, from_day)');
    for (const [table, member] of [
      ['adults', 'adult'],
      ['children', 'child'],
    ]) {
      await runner.query(`
        alter table ${table} add column joined_on date, add column left_on date,
          add constraint ${member}_joins_before_leaving check (joined_on <= left_on)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['adults', 'children']) {
      await runner.query(`alter table ${table} drop column joined_on, drop column left_on`);
    }
    await runner.query('drop table family_addresses');
    await runner.query('alter table families drop column address_since');
  }
}
