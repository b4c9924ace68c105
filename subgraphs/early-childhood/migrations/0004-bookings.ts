import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Bookings1795400000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    await runner.query(`
      create table bookings (
        id uuid not null,
        child_id uuid not null,
        family_id uuid not null,
        section_id uuid not null,
        centre_id uuid not null,
        kind text not null,
        status text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        placement_id uuid,
        milestone_id uuid,
        cancellation_reason text,
        version integer not null,
        constraint bookings_pkey primary key (id),
        constraint booking_of_a_known_child foreign key (child_id) references children (id),
        constraint booking_of_a_known_family foreign key (family_id) references families (id),
        constraint booking_in_a_section_of_its_centre
          foreign key (section_id, centre_id) references sections (id, centre_id),
        constraint booking_of_a_known_placement foreign key (placement_id) references placements (id),
        constraint booking_kind_is_known check (kind in ('LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY')),
        constraint booking_status_is_known
          check (status in ('HELD', 'CONFIRMED', 'ATTENDED', 'ABSENT', 'CANCELLED')),
        constraint booking_starts_before_it_ends check (starts_at < ends_at),
        constraint booking_lasts_a_day_at_most check (ends_at - starts_at <= interval '24 hours'),
        constraint booking_on_the_half_hour check (
          extract(epoch from starts_at)::numeric % 1800 = 0 and extract(epoch from ends_at)::numeric % 1800 = 0),
        constraint booking_cancelled_with_a_reason
          check ((status = 'CANCELLED') = (cancellation_reason is not null)),
        constraint booking_child_in_one_place exclude using gist
          (child_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')
      )`);
    await runner.query(`
      create index bookings_of_centre on bookings (centre_id, starts_at) where status <> 'CANCELLED'`);
    await runner.query('create index bookings_of_child on bookings (child_id, starts_at)');
    await runner.query(
      'create index bookings_of_milestone on bookings (milestone_id) where milestone_id is not null',
    );
    await runner.query(
      'create index bookings_of_placement on bookings (placement_id) where placement_id is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bookings');
    await runner.query('drop extension btree_gist');
  }
}
