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

/** A debt knows up to which number it goes, when it is due again, and what went wrong the last time. */
export class EventDebts1700000000001 implements MigrationInterface {
  name = 'EventDebts1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pending_deliveries
        add column number bigint,
        add column attempts integer not null default 0,
        add column retry_at timestamptz not null default now() + interval '2 seconds',
        add column problem text;
      update pending_deliveries set number =
        (select max(number) from outbox where outbox.family_id = pending_deliveries.family_id);
      alter table pending_deliveries alter column number set not null;
      create index pending_deliveries_due on pending_deliveries (subscriber, retry_at);
      create index outbox_by_time on outbox (occurred_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index outbox_by_time;
      drop index pending_deliveries_due;
      alter table pending_deliveries
        drop column number, drop column attempts, drop column retry_at, drop column problem`);
  }
}

/** The last number given to each family stays when its events are removed. */
export class EventNumbers1700000000070 implements MigrationInterface {
  name = 'EventNumbers1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_numbers (
        family_id uuid constraint event_numbers_pkey primary key,
        number bigint not null
      );
      insert into event_numbers (family_id, number) select family_id, max(number) from outbox group by family_id;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_numbers');
  }
}

/** Up to which number a family was told anew because a subscriber refused its events: once, however often it refuses. */
export class EventsToldAnew1700000000100 implements MigrationInterface {
  name = 'EventsToldAnew1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table pending_deliveries add column told_anew_until bigint not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table pending_deliveries drop column told_anew_until');
  }
}

/** Every subgraph's database starts with these tables. */
export const eventMigrations = [
  Events1700000000000,
  EventDebts1700000000001,
  EventNumbers1700000000070,
  EventsToldAnew1700000000100,
] as const;
