-- Events between agencies. What was published stays in the outbox until every subscriber has it; an inbox remembers how
-- far it has come with each family. Every table is written in the transaction of what it is about.

create table outbox (
  id uuid not null,
  family_id uuid not null,
  number bigint not null,
  type text not null,
  data jsonb not null,
  occurred_at timestamptz not null default now(),
  constraint outbox_pkey primary key (id),
  constraint outbox_numbered_once unique (family_id, number)
);
create index outbox_by_time on outbox (occurred_at);

-- The last number given to each family stays when its events are removed.
create table event_numbers (
  family_id uuid not null,
  number bigint not null,
  constraint event_numbers_pkey primary key (family_id)
);

create table subscribers (
  name text not null,
  types text[] not null,
  constraint subscribers_pkey primary key (name)
);

create table delivery_positions (
  subscriber text not null,
  family_id uuid not null,
  number bigint not null,
  constraint delivery_positions_pkey primary key (subscriber, family_id)
);

-- A debt knows up to which number it goes, when it is due again, and what went wrong the last time.
create table pending_deliveries (
  subscriber text not null,
  family_id uuid not null,
  number bigint not null,
  since timestamptz not null default now(),
  attempts integer not null default 0,
  retry_at timestamptz not null default now() + interval '2 seconds',
  problem text,
  -- Up to which number the family was told anew because the subscriber refused its events: once, however often it does.
  told_anew_until bigint not null default 0,
  constraint pending_deliveries_pkey primary key (subscriber, family_id)
);
create index pending_deliveries_due on pending_deliveries (subscriber, retry_at);

create table inbox_positions (
  source text not null,
  family_id uuid not null,
  number bigint not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  constraint inbox_positions_pkey primary key (source, family_id)
);
