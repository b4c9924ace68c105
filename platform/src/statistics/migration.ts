import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agency counted of a quarter when its figures were closed, before anything is withheld: never changed. */
export class ClosedQuarters1700000000003 implements MigrationInterface {
  name = 'ClosedQuarters1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table closed_quarters (
        first_day date not null,
        rules_version integer not null,
        counts jsonb not null,
        closed_at timestamptz not null,
        constraint closed_quarters_pkey primary key (first_day)
      );
      create function refuse_changing_closed_quarter() returns trigger language plpgsql as $$
      begin
        raise exception 'A closed quarter is not changed.' using errcode = 'check_violation', constraint = 'closed_quarter_stays';
      end $$;
      create trigger closed_quarter_stays before update or delete on closed_quarters
        for each row execute function refuse_changing_closed_quarter();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table closed_quarters; drop function refuse_changing_closed_quarter()');
  }
}
