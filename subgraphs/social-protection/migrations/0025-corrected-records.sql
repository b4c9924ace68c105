-- What was written wrongly is put right: a note in its next version, a referral that is taken back, a benefit that should never
-- have been put on record (docs/decisions/0091-corrections-keep-what-was-said.md).

alter table notes add version integer not null default 1;
alter table referrals add withdrawn_at timestamptz;
alter table referrals add constraint referrals_withdrawn_undecided check (withdrawn_at is null or decision is null);
-- Until then it was known like any other: a question as of a day before keeps its answer.
alter table entitlements add mistaken_at timestamptz;
