-- Entitlements and how they stood on each day. States and confirmations are only added to (functions/history.sql): a
-- question as of any past day must keep its answer.

create table entitlements (
  id uuid not null,
  family_id uuid not null,
  adult_id uuid,
  scheme text not null,
  source text not null,
  -- The number that the source gives it; unknown for what was typed in.
  source_number text,
  version integer not null,
  constraint entitlements_pkey primary key (id),
  constraint entitlements_scheme_known check (scheme in
    ('RSA', 'PRIME_ACTIVITE', 'ASF', 'AAH', 'AEEH', 'PAJE_BASE', 'CMG', 'HOUSING_AID', 'FAMILY_ALLOWANCES')),
  constraint entitlements_source_known check (source in ('CAF', 'MSA', 'TYPED_IN'))
);
create index entitlements_by_family on entitlements (family_id);
-- Income support is counted city-wide: its files are found without reading those of other benefits.
create index entitlements_rsa on entitlements (family_id) where scheme = 'RSA';

create table entitlement_states (
  id uuid not null,
  entitlement_id uuid not null,
  version integer not null,
  state text not null,
  monthly_amount_cents integer,
  from_on date not null,
  -- The day of which an import says it; unknown for what was typed in.
  stated_on date,
  reason text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint entitlement_states_pkey primary key (id),
  constraint entitlement_states_entitlement_fkey foreign key (entitlement_id) references entitlements (id),
  constraint entitlement_states_one_per_version unique (entitlement_id, version),
  constraint entitlement_states_state_known check (state in
    ('PENDING', 'REFUSED', 'OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED', 'CLOSED_EARLIER')),
  constraint entitlement_states_amount_of_a_right check
    (monthly_amount_cents is null or (monthly_amount_cents >= 0 and state in ('OPEN', 'SUSPENDED')))
);

create table entitlement_confirmations (
  entitlement_id uuid not null,
  stated_on date not null,
  recorded_at timestamptz not null,
  constraint entitlement_confirmations_pkey primary key (entitlement_id, stated_on),
  constraint entitlement_confirmations_entitlement_fkey foreign key (entitlement_id) references entitlements (id)
);
