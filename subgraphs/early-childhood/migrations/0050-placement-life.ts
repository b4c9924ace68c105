import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A placement's state follows from its dates and pauses, so that nothing has to run at midnight. What changes from a day
 * on, and what is renewed, continues as another placement: what was agreed before stays on file.
 */
export class PlacementLife1795400000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table placements
        add column end_reason text,
        add column continues_id uuid,
        add column renewals integer not null default 0,
        drop constraint placement_starts_before_it_ends,
        add constraint placement_ends_at_the_earliest_before_it_starts
          check (starts_on <= ends_on or (ends_on = starts_on - 1 and end_reason is not null)),
        add constraint placement_continues_a_known_one foreign key (continues_id) references placements (id),
        add constraint placement_continued_once unique (continues_id)`);
    await runner.query('alter table placements alter column renewals drop default');
    await runner.query(`
      create table placement_pauses (
        id uuid not null,
        placement_id uuid not null,
        kind text not null,
        starts_on date not null,
        ends_on date not null,
        reason text not null,
        constraint placement_pauses_pkey primary key (id),
        constraint pause_of_a_known_placement foreign key (placement_id) references placements (id),
        constraint pause_kind_is_known check (kind in ('SUSPENSION', 'ABSENCE')),
        constraint pause_starts_before_it_ends check (starts_on <= ends_on),
        constraint placement_suspended_once_at_a_time exclude using gist
          (placement_id with =, daterange(starts_on, ends_on, '[]') with &&) where (kind = 'SUSPENSION')
      )`);
    await runner.query('create index pauses_of_placement on placement_pauses (placement_id, starts_on)');
    await runner.query(keepStoredStates);
    await runner.query('alter table placements drop column status');
    await runner.query(`
      create table sent_weeks (
        placement_id uuid not null,
        monday date not null,
        hours jsonb not null,
        sent_at timestamptz not null,
        constraint sent_weeks_pkey primary key (placement_id, monday),
        constraint sent_week_of_a_known_placement foreign key (placement_id) references placements (id),
        constraint sent_week_starts_on_a_monday check (extract(isodow from monday) = 1)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sent_weeks');
    await runner.query(`
      alter table placements
        add column status text,
        add constraint placement_status_is_known check (status in ('PLANNED', 'ACTIVE', 'SUSPENDED', 'ENDED'))`);
    await runner.query(storeStates);
    await runner.query('alter table placements alter column status set not null');
    await runner.query('drop table placement_pauses');
    await runner.query('update placements set ends_on = starts_on where ends_on < starts_on');
    await runner.query(`
      alter table placements
        drop constraint placement_continued_once,
        drop constraint placement_continues_a_known_one,
        drop constraint placement_ends_at_the_earliest_before_it_starts,
        add constraint placement_starts_before_it_ends check (starts_on <= ends_on),
        drop column renewals,
        drop column continues_id,
        drop column end_reason`);
  }
}

// A state that was stored becomes the dates it meant: suspended until the end, ended today at the latest.
const keepStoredStates = `
  with ended as (
    update placements
    set ends_on = greatest(starts_on - 1, least(ends_on, current_date - 1)), end_reason = 'Terminé'
    where status = 'ENDED'
  )
  insert into placement_pauses (id, placement_id, kind, starts_on, ends_on, reason)
  select gen_random_uuid(), id, 'SUSPENSION', greatest(starts_on, least(current_date, ends_on)), ends_on, 'Suspendu'
  from placements where status = 'SUSPENDED'`;

const storeStates = `
  update placements set status = case
    when ends_on < starts_on or ends_on < current_date then 'ENDED'
    when current_date < starts_on then 'PLANNED'
    when exists (
      select from placement_pauses pause
      where pause.placement_id = placements.id and kind = 'SUSPENSION'
        and current_date between pause.starts_on and pause.ends_on) then 'SUSPENDED'
    else 'ACTIVE'
  end`;
