import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CareOffers1795400000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table care_offers (
        id uuid not null,
        care_request_id uuid not null,
        section_id uuid not null,
        centre_id uuid not null,
        status text not null,
        first_day date not null,
        last_day date not null,
        weekly_pattern jsonb not null,
        stretches jsonb not null,
        expires_at timestamptz not null,
        offered_at timestamptz not null,
        offered_by text not null,
        explanation jsonb,
        end_reason text,
        version integer not null,
        constraint care_offers_pkey primary key (id),
        constraint care_offer_for_a_known_request foreign key (care_request_id) references care_requests (id),
        constraint care_offer_in_a_section_of_its_centre
          foreign key (section_id, centre_id) references sections (id, centre_id),
        constraint care_offer_status_is_known check (status in
          ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
        constraint care_offer_starts_before_it_ends check (first_day <= last_day),
        constraint care_offer_lasts_a_year_at_most check (last_day < first_day + interval '12 months'),
        constraint care_offer_is_weekly_or_dated check ((weekly_pattern = '[]') <> (stretches = '[]')),
        constraint care_offer_ended_with_a_reason check (
          (status in ('DECLINED', 'WITHDRAWN')) = (end_reason is not null))
      )`);
    await runner.query('create index care_offers_of_request on care_offers (care_request_id, offered_at)');
    await runner.query('create index care_offers_of_section on care_offers (section_id)');
    await runner.query(`
      create unique index care_offer_open_once_per_request on care_offers (care_request_id) where status = 'OPEN'`);
    await runner.query('alter table bookings add column offer_id uuid');
    // The bookings are held before the offer is kept: whether they can be, decides whether there is one.
    await runner.query(`
      alter table bookings add constraint booking_of_a_known_offer
        foreign key (offer_id) references care_offers (id) deferrable initially deferred`);
    await runner.query(`
      create index bookings_of_offer on bookings (offer_id) where offer_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index bookings_of_offer');
    await runner.query('alter table bookings drop column offer_id');
    await runner.query('drop table care_offers');
  }
}
