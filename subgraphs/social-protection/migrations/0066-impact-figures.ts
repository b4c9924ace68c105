import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Income support is counted city-wide: its files are found without reading those of other benefits. */
export class ImpactFigures1790000000066 implements MigrationInterface {
  name = 'ImpactFigures1790000000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index entitlements_rsa on entitlements (family_id) where scheme = 'RSA'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index entitlements_rsa');
  }
}
