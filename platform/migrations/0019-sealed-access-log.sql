-- The access log is sealed in batches, each with the root of its rows and the head before it; heads are kept by the other
-- agencies as well (docs/decisions/0055-a-sealed-log.md). All of it is only added to.

create table access_log_seals (
  number bigint not null,
  sealed_at timestamptz(3) not null,
  -- When it was sealed, no row up to this number could come any more.
  up_to bigint not null,
  -- The rows by their numbers, and the SHA-256 of each in the same order.
  numbers bigint[] not null,
  leaves bytea not null,
  -- How many of them were written in which month.
  months jsonb not null,
  -- The months that were let go since the seal before.
  let_go text[] not null,
  root text not null,
  head text not null,
  constraint access_log_seals_pkey primary key (number),
  constraint seal_has_a_leaf_for_each_row check (length(leaves) = 32 * cardinality(numbers))
);

-- What the other agencies told of theirs. Two different heads of one number are both kept.
create table access_log_heads (
  source text not null,
  number bigint not null,
  up_to bigint not null,
  head text not null,
  told_at timestamptz not null default now(),
  constraint access_log_heads_pkey primary key (source, number, head)
);

create table access_log_months_let_go (
  month text not null,
  rows bigint not null,
  let_go_at timestamptz not null default now(),
  constraint access_log_months_let_go_pkey primary key (month)
);
