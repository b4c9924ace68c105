import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Events1700000000000 implements MigrationInterface {
  name = 'Events1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id uuid constraint outbox_pkey primary key,
        family_id uuid not null,
        number bigint not null,
        type text not null,
        data jsonb not null,
        occurred_at timestamptz not null default now(),
        constraint outbox_numbered_once unique (family_id, number)
      );
      create table subscribers (
        name text constraint subscribers_pkey primary key,
        types text[] not null
      );
      create table delivery_positions (
        subscriber text not null,
        family_id uuid not null,
        number bigint not null,
        constraint delivery_positions_pkey primary key (subscriber, family_id)
      );
      create table pending_deliveries (
        subscriber text not null,
        family_id uuid not null,
        since timestamptz not null default now(),
        constraint pending_deliveries_pkey primary key (subscriber, family_id)
      );
      create table inbox_positions (
        source text not null,
        family_id uuid not null,
        number bigint not null,
        event_id uuid not null,
        received_at timestamptz not null default now(),
        constraint inbox_positions_pkey primary key (source, family_id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table inbox_positions, pending_deliveries, delivery_positions, subscribers, outbox',
    );
  }
}

/** Every subgraph's database starts with these tables. */
export const eventMigrations = [Events1700000000000] as const;
