-- What families ask for, how the commission decides, and what they are offered.

create table care_requests (
  id uuid not null,
  child_id uuid not null,
  family_id uuid not null,
  kind text not null,
  status text not null,
  first_day date not null,
  last_day date not null,
  weekly_pattern jsonb not null,
  stretches jsonb not null,
  emergency_reason text,
  milestone_id uuid,
  ranked_centre_ids uuid[] not null,
  facilities text[] not null,
  submitted_at timestamptz not null,
  refusal_reason text,
  alternative text,
  alternative_contact text,
  version integer not null,
  constraint care_requests_pkey primary key (id),
  constraint care_request_for_a_known_child foreign key (child_id) references children (id),
  constraint care_request_of_a_known_family foreign key (family_id) references families (id),
  constraint care_request_kind_is_known check (kind in ('LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY')),
  constraint care_request_status_is_known check (status in
    ('SUBMITTED', 'OFFERED', 'ACCEPTED', 'PLACED', 'ALTERNATIVE_PROPOSED', 'REFUSED', 'WITHDRAWN')),
  constraint care_request_starts_before_it_ends check (first_day <= last_day),
  constraint care_request_lasts_a_year_at_most check (last_day < first_day + interval '12 months'),
  constraint care_request_weekly_or_dated_by_its_kind check (
    (kind in ('LONG_TERM', 'FLEXIBLE')) = (weekly_pattern <> '[]')
    and (kind in ('SHORT_TERM', 'EMERGENCY')) = (stretches <> '[]')),
  constraint care_request_emergency_reason_is_known check (
    emergency_reason in ('MILESTONE', 'ILLNESS', 'UNEXPECTED_WORK', 'OTHER')),
  constraint care_request_says_why_it_is_an_emergency check ((kind = 'EMERGENCY') = (emergency_reason is not null)),
  constraint care_request_names_its_milestone check (
    (emergency_reason is not distinct from 'MILESTONE') = (milestone_id is not null)),
  constraint care_request_has_eight_choices_at_most check (cardinality(ranked_centre_ids) <= 8),
  constraint care_request_refused_with_a_reason check ((status = 'REFUSED') = (refusal_reason is not null)),
  constraint care_request_alternative_is_told check (
    status <> 'ALTERNATIVE_PROPOSED' or alternative is not null)
);
create index care_requests_of_child on care_requests (child_id, submitted_at);
create index care_requests_of_family on care_requests (family_id, submitted_at);
create index care_requests_of_milestone on care_requests (milestone_id) where milestone_id is not null;
-- The waiting list reads open requests only: those of the city, or those that chose a centre.
create index care_requests_open on care_requests (last_day)
  where status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED');
create index care_requests_by_choice on care_requests using gin (ranked_centre_ids)
  where status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED');

create table admission_commissions (
  id uuid not null,
  held_on date not null,
  status text not null,
  version integer not null,
  constraint admission_commissions_pkey primary key (id),
  constraint admission_commission_status_is_known check (status in ('SCHEDULED', 'CLOSED'))
);
create index admission_commissions_by_day on admission_commissions (held_on, id);

create table commission_decisions (
  id uuid not null,
  commission_id uuid not null,
  care_request_id uuid not null,
  decision text not null,
  section_id uuid,
  reason text,
  -- As it was when it was decided; so is the explanation of the place.
  priority jsonb not null,
  explanation jsonb,
  decided_at timestamptz not null,
  decided_by text not null,
  constraint commission_decisions_pkey primary key (id),
  constraint commission_decision_of_a_known_commission
    foreign key (commission_id) references admission_commissions (id),
  constraint commission_decision_on_a_known_request
    foreign key (care_request_id) references care_requests (id),
  constraint commission_decision_grants_a_known_section foreign key (section_id) references sections (id),
  constraint commission_decides_a_request_once unique (commission_id, care_request_id),
  constraint commission_decision_is_known check (decision in ('GRANTED', 'REFUSED', 'POSTPONED')),
  constraint commission_grants_a_section check ((decision = 'GRANTED') = (section_id is not null)),
  constraint commission_says_why_not check (decision = 'GRANTED' or reason is not null)
);
create index commission_decisions_of_request on commission_decisions (care_request_id, decided_at, id);
create index commission_decisions_of_section on commission_decisions (section_id) where section_id is not null;

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
);
create index care_offers_of_request on care_offers (care_request_id, offered_at);
create index care_offers_of_section on care_offers (section_id);
create unique index care_offer_open_once_per_request on care_offers (care_request_id) where status = 'OPEN';

-- The bookings are held before the offer is kept: whether they can be, decides whether there is one.
alter table bookings add constraint booking_of_a_known_offer
  foreign key (offer_id) references care_offers (id) deferrable initially deferred;

-- What social-protection tells of a family's income support: dated, without amounts. A family may be on its way.
create table known_income_support (
  family_id uuid not null,
  status text not null,
  starts_on date not null,
  ends_on date,
  constraint known_income_support_pkey primary key (family_id, starts_on),
  constraint known_income_support_status_is_known
    check (status in ('RECEIVING', 'SUSPENDED', 'PENDING', 'NONE', 'UNKNOWN')),
  constraint known_income_support_starts_before_it_ends check (starts_on <= ends_on)
);
