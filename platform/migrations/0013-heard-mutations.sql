-- Signatures of the mutations that the gateway asked for within the last minute, longer than a signature is good: one that
-- comes again is refused, whichever replica it comes to.

create table heard_mutations (
  signature text not null,
  heard_at timestamptz not null default now(),
  constraint heard_mutations_pkey primary key (signature)
);
create index heard_mutations_by_time on heard_mutations (heard_at);
