import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `btree_gist`, `pg_trgm` and `unaccent` are trusted extensions: the owner of the database may create them. */
export class Families1795400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists unaccent');
    await runner.query('create extension if not exists pg_trgm');
    // Indexes take only immutable functions; naming the dictionary makes unaccent one.
    await runner.query(`
      create function searchable(value text) returns text
      language sql immutable strict parallel safe
      return lower(public.unaccent('public.unaccent'::regdictionary, value))`);
    await runner.query('create sequence family_reference_number');
    await runner.query(`
      create function next_family_reference() returns text language sql volatile as $$
        select 'NAN-' || lpad(number::text, greatest(6, length(number::text)), '0')
        from nextval('family_reference_number') as next(number)
      $$`);
    await runner.query(`
      create table families (
        id uuid not null,
        reference text not null default next_family_reference(),
        display_name text not null,
        household_kind text not null,
        street text not null,
        postal_code text not null,
        city text not null,
        latitude double precision,
        longitude double precision,
        district_id uuid,
        registered_at timestamptz not null,
        version integer not null,
        constraint families_pkey primary key (id),
        constraint family_reference_is_unique unique (reference),
        constraint family_in_a_known_district foreign key (district_id) references districts (id),
        constraint family_household_kind_is_known check (household_kind in ('COUPLE', 'LONE_PARENT')),
        constraint family_position_is_whole check ((latitude is null) = (longitude is null))
      )`);
    // In the order of bytes, the index serves pages by name and names that start with some letters.
    await runner.query(
      'create index families_by_name on families ((searchable(display_name) collate "C"), id)',
    );
    await runner.query('create index families_of_district on families (district_id)');
    await runner.query(
      'create index families_by_part_of_name on families using gin (searchable(display_name) gin_trgm_ops)',
    );
    await runner.query(`
      create table adults (
        id uuid not null,
        family_id uuid not null,
        first_name text not null,
        last_name text not null,
        birth_date date,
        phone text,
        preferred_language text not null,
        needs_interpreter boolean not null,
        version integer not null,
        constraint adults_pkey primary key (id),
        constraint adult_of_a_known_family foreign key (family_id) references families (id)
      )`);
    await runner.query('create index adults_of_family on adults (family_id)');
    await runner.query(`
      create index adults_by_part_of_name on adults
      using gin (searchable(first_name || ' ' || last_name || ' ' || first_name) gin_trgm_ops)`);
    await runner.query(`
      create table children (
        id uuid not null,
        family_id uuid not null,
        first_name text,
        last_name text not null,
        birth_date date,
        expected_date date,
        may_be_collected_by text[] not null,
        care_alerts text[] not null,
        vaccination_checked_on date,
        version integer not null,
        constraint children_pkey primary key (id),
        constraint child_of_a_known_family foreign key (family_id) references families (id),
        constraint child_is_born_or_expected check (num_nonnulls(birth_date, expected_date) = 1),
        constraint born_child_has_a_first_name check (birth_date is null or first_name is not null)
      )`);
    await runner.query('create index children_of_family on children (family_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table children, adults, families');
    await runner.query('drop function next_family_reference(), searchable(text)');
    await runner.query('drop sequence family_reference_number');
    await runner.query('drop extension pg_trgm');
    await runner.query('drop extension unaccent');
  }
}
