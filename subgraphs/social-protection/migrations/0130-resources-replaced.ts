import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A statement of resources names those it replaces. What nobody replaced counts; two of one year are left standing only
 * by a merge of two files, and somebody chooses. Merges of before cannot be told from corrections: the newest counts.
 */
export class ResourcesReplaced1790000000130 implements MigrationInterface {
  name = 'ResourcesReplaced1790000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table resources disable trigger resources_change_family_only;
      alter table resources add column replaces uuid[] not null default '{}';
      update resources set replaces = array[earlier.id]
      from (
        select id as of, lag(id) over (partition by family_id, year order by recorded_at, id) as id from resources
      ) earlier
      where earlier.of = resources.id and earlier.id is not null;
      alter table resources enable trigger resources_change_family_only`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table resources drop column replaces');
  }
}
