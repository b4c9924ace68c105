import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownOffers1790000000055 implements MigrationInterface {
  name = 'KnownOffers1790000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_offers (
        offer_id uuid constraint known_offers_pkey primary key,
        family_id uuid not null,
        expires_at timestamptz not null
      );
      create index known_offers_by_family on known_offers (family_id, expires_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_offers');
  }
}
