import type { AgencyName } from '../../../../subgraphs/agencies.ts';

/** Amounts that stand for nothing else, where a word cannot. */
export const AMOUNTS = { benefits: ['7700101', '7700102'] } as const;

/** A record like the first of its kind, of another state, whose id is behind all others. */
const another = (table: string, what: Readonly<Record<string, string | null>>): string => `
  insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(one) || '${JSON.stringify(what)}')).*
  from (select * from ${table} order by id limit 1) as one`;
const LAST = 'ffffffff-0000-4000-8000-000000000001';
/** What was put right of the first record of a table, or of none at all. */
const corrected = (table: string, canary: string): string => `
  insert into corrections (id, family_id, subject_id, before, after, reason, is_beside, corrected_at, corrected_by_sub)
  select gen_random_uuid(), family_id, id, '{"text": "CANARY-${canary}"}', '{"text": "CANARY-${canary} otherwise"}', 'CANARY-${canary}', false,
    '2026-03-01T09:00:00Z', 'somebody'
  from ${table} order by id limit 1`;
const lastOf = (table: string): string => `id = (select id from ${table} order by id desc limit 1)`;

/** The latest that the log of an agency tells of. */
const logged = (column: string): string => `
  insert into access_log (id, at, request_id, sub, name, role, agency, purpose, family, outcome, categories, relation)
  select '${LAST}', '2026-12-31', 'request', 'somebody', 'CANARY-${column}', 'AUDITOR', 'somewhere', 'CONTROL', id, 'SEEN',
    array['ACCESSES'], 'ROLE' from ${column === 'log of care' ? 'families' : 'known_families'} limit 1`;

/** By the column of the table that says who may read it, a word in every text that somebody wrote about the family. */
export const CANARIES: Readonly<Record<AgencyName, readonly string[]>> = {
  'early-childhood': [
    "update families set display_name = 'CANARY-name'",
    "update family_homes set street = 'CANARY-home', city = 'CANARY-home'",
    `insert into family_addresses (id, family_id, street, postal_code, city, from_day, until_day)
       select '${LAST}', id, 'CANARY-home', '44000', 'CANARY-home', '2025-01-01', '2025-06-01' from families`,
    // One that is over: it keeps the home from nobody.
    `insert into address_protections (id, family_id, basis, reason, began_at, began_by, ended_at, ended_by, end_reason, version)
       select '${LAST}', id, 'COMPLAINT', 'CANARY-home', '2025-01-01', 'demo', '2025-06-01', 'demo', 'CANARY-home', 2
       from families`,
    "update adults set first_name = 'CANARY-name', last_name = 'CANARY-name', phone = 'CANARY-phone'",
    "update known_milestones set series_id = '018f0000-0000-7000-8000-00000000ca11'",
    `update children set first_name = 'CANARY-details', last_name = 'CANARY-details',
       may_be_collected_by = array['CANARY-care'], collector_phones = '{"canarycare": "CANARY-care"}'`,
    "insert into care_alerts select id, array['CANARY-care'] from children on conflict (child_id) do update set alerts = excluded.alerts",
    `update care_requests set status = 'SUBMITTED', alternative = 'CANARY-care', alternative_contact = 'CANARY-care',
       alternatives = jsonb_build_array(jsonb_build_object('id', id, 'text', 'CANARY-care', 'contact', 'CANARY-care',
         'phone', 'CANARY-care', 'proposedAt', submitted_at, 'proposedBy', null, 'replacedById', null))`,
    another('care_requests', { id: LAST, status: 'REFUSED', refusal_reason: 'CANARY-care' }),
    `update bookings set status = 'CANCELLED', cancellation_reason = 'CANARY-care' where ${lastOf('bookings')}`,
    `update care_steps set facts = facts || '{"reason": "CANARY-care", "place": "CANARY-care"}'`,
    `update placements set end_reason = 'CANARY-care' where ${lastOf('placements')}`,
    `insert into placement_pauses (id, placement_id, kind, starts_on, ends_on, reason)
       select '${LAST}', id, 'ABSENCE', starts_on, starts_on, 'CANARY-care' from placements where ${lastOf('placements')}`,
    another('care_offers', { id: LAST, status: 'DECLINED', end_reason: 'CANARY-care' }),
    corrected('care_requests', 'care'),
    // One that was opened again: it ends nothing.
    `insert into family_closings (id, family_id, reason, note, closed_at, closed_by, reopened_at, reopened_by, version)
       select '${LAST}', id, 'MOVED_AWAY', 'CANARY-details', '2025-01-01', 'demo', '2025-06-01', 'demo', 2 from families`,
    logged('log of care'),
  ],
  'social-protection': [
    "update entitlement_states set reason = 'CANARY-benefits'",
    "update entitlement_states set monthly_amount_cents = 7700101 where state in ('OPEN', 'SUSPENDED')",
    'update resources set yearly_amount_cents = 7700102',
    "update entitlements set source_number = 'CANARY-benefits'",
    "update notes set text = 'CANARY-notes', audience = 'ALL_AGENCIES'",
    "update tasks set title = 'CANARY-team'",
    `insert into break_glasses (id, family_id, sub, reason, began_at, until, finding, remark, reviewed_at,
         reviewed_by_sub, reviewed_by_name, version)
       select '${LAST}', known_families.id, sub, 'CANARY-emergencies and nothing else', '2026-03-01T09:00:00Z',
         '2026-03-01T09:15:00Z', 'NOT_JUSTIFIED', 'CANARY-emergencies', '2026-03-01T10:00:00Z', 'somebody', 'Somebody', 2
       from known_families cross join (select sub from professionals order by sub limit 1) as breaker limit 1`,
    "update referrals set message = 'CANARY-words'",
    another('referrals', {
      ...{ id: LAST, decision: 'DECLINED', decline_reason: 'CANARY-words', decided_by_sub: 'somebody' },
      ...{ decided_at: '2026-03-01T09:00:00Z', seen_at: '2026-03-01T09:00:00Z' },
    }),
    corrected('tasks', 'team'),
    logged('log of benefits'),
  ],
  employment: [
    `update milestones set title = 'CANARY-job search', place = 'CANARY-job search',
       series_id = '018f0000-0000-7000-8000-00000000ca11'`,
    corrected('milestones', 'job search'),
    logged('log of job search'),
  ],
};

/** Whose the words are: in the database of another agency, and in what is told of it, they have no business. */
export const OWNED: Readonly<Record<AgencyName, readonly string[]>> = {
  'early-childhood': ['name', 'phone', 'details', 'home', 'care'].map((column) => `CANARY-${column}`),
  'social-protection': [
    ...['benefits', 'notes', 'team', 'emergencies', 'words'].map((column) => `CANARY-${column}`),
    ...AMOUNTS.benefits,
  ],
  employment: ['CANARY-job search'],
};

type Harmless = { readonly why: string; readonly tables?: string; readonly columns?: string };

/** What holds no canary, and why it needs none. A column that is neither here nor holds one fails. */
const HARMLESS: readonly Harmless[] = [
  {
    why: 'how agencies talk: names of types and of each other, numbers, ids of records',
    tables: `schema_files event_numbers subscribers delivery_positions pending_deliveries inbox_positions scheduled_jobs
      dead_letters heard_mutations changes ended_sessions signed_in outbox`,
  },
  {
    why: 'who asked, told with their name, which holds one, and words of closed lists: nothing of what was read',
    columns: `access_log.number access_log.request_id access_log.sub access_log.role access_log.agency access_log.purpose
      access_log.outcome access_log.categories access_log.relation`,
  },
  {
    why: 'digests and numbers of rows of the access log, of which none can be read',
    tables: 'access_log_seals access_log_heads access_log_months_let_go',
  },
  {
    why: 'the city, of no family',
    tables:
      'districts centres sections closures closed_quarters staff_half_hours district_services staff_ratios listed_centres city_settings',
  },
  {
    why: 'of a family that has no file: registration-requests.db.test.ts says who reads it, and a wall keeps it from all others',
    tables: 'registration_requests',
  },
  {
    why: 'colleagues, whom the directory tells of',
    tables: 'professionals followers session_endings work_handed_on',
  },
  {
    why: 'why a sitting was entered late, of no family',
    columns: 'admission_commissions.entered_late_because',
  },
  { why: 'rows by their table and id, which no answer tells', columns: 'parted_files.staying' },
  {
    why: 'what files were before a merge: a wall keeps it from everybody but the service',
    tables: 'merge_journals merge_journal_rows merge_prints merges_taken parted_followers',
  },
  { why: 'names a colleague and a reason that administrators alone read', tables: 'take_overs' },
  {
    why: 'colleagues and a reason, of which restriction.db.test.ts says who reads them',
    tables: 'restrictions',
  },
  {
    why: 'a code out of a list, told with a record whose words hold one',
    columns: `
      care_steps.kind known_milestones.status published_covers.status settled_covers.status placements.kind
      placement_pauses.kind bookings.kind bookings.status own_arrangements.kind care_requests.kind
      care_requests.status care_requests.emergency_reason care_requests.facilities
      admission_commissions.status commission_decisions.decision care_offers.status families.household_kind
      known_income_support.status kept_priorities.right_for family_lookups.outcome entitlements.scheme entitlements.source
      entitlement_states.state notes.category notes.audience referrals.target referrals.decision
      membership_requests.answer resources.source known_covers.status job_seekers.category
      job_seekers.statistical_category job_seekers.rome_code job_seekers.closing_reason job_search_steps.kind
      returns_to_work.kind returns_to_work.contract follow_ups.point follow_ups.outcome milestones.kind
      milestones.status milestones.missed_reason hours_reductions.evidence adults.preferred_language
      address_protections.basis information_given.subjects information_given.language objections.category
      objections.agency family_objections.category family_objections.agency break_glasses.finding
      family_closings.reason shared_residences.lives_with residence_periods.source attendance_words.kind`,
  },
  {
    why: 'hours, days, places and numbers of a record whose words hold one',
    columns: `
      known_milestones.travel_minutes kept_priorities.score published_covers.milestone_version settled_covers.children
      placements.weekly_pattern placements.familiarisation placements.renewals sent_weeks.hours bookings.explanation
      own_arrangements.weekday care_requests.weekly_pattern care_requests.stretches
      commission_decisions.priority commission_decisions.explanation care_offers.weekly_pattern
      care_offers.stretches care_offers.explanation family_homes.postal_code family_homes.latitude family_homes.longitude
      family_addresses.postal_code family_addresses.latitude family_addresses.longitude resources.year
      resources.dependent_children resources.aeeh_children known_covers.milestone_version
      returns_to_work.weekly_hours returns_to_work.training_hours milestones.travel_minutes
      shared_residences.rules shared_residences.exceptions engagement_contracts.weekly_hours hours_reductions.weekly_hours job_search_steps.facts`,
  },
  {
    why: 'a colleague who did it, told with a record whose words hold one',
    columns: `
      address_protections.began_by address_protections.ended_by family_lookups.asked_by care_steps.done_by known_milestones.advisor_id commission_decisions.decided_by
      care_offers.offered_by families.registered_by entitlement_states.recorded_by
      support_team_members.recorded_by support_team_members.handed_on_by notes.author_sub tasks.assignee_sub tasks.added_by_sub
      tasks.done_by_sub referrals.sender_sub referrals.addressee_sub referrals.decided_by_sub
      referrals.seen_by_sub membership_requests.requester_sub membership_requests.answered_by_sub
      resources.recorded_by lookup_handles.sub job_seekers.advisor_id job_seekers.desk_agency job_search_steps.done_by
      follow_ups.recorded_by hours_reductions.decided_by
      family_objections.told_to_sub family_objections.lift_told_to_sub
      information_given.given_by_sub information_given.recorded_by_sub
      break_glasses.sub break_glasses.reviewed_by_sub break_glasses.reviewed_by_name corrections.corrected_by_sub
      family_closings.closed_by family_closings.reopened_by attendance_words.noted_by`,
  },
  {
    why: 'the one name that all three agencies have for a family',
    columns: 'families.reference known_families.reference',
  },
  { why: 'the districts of a home, from which to when', columns: 'known_families.homes' },
];

const wordsIn = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

/** A month of a table that is kept by months holds what the table does. */
const wholeOf = (table: string): string => table.replace(/_(?:\d{4}_\d{2}|otherwise)$/, '');

export const isHarmless = (table: string, column: string): boolean =>
  column === 'version' ||
  HARMLESS.some(
    ({ tables, columns }) =>
      wordsIn(tables).includes(wholeOf(table)) || wordsIn(columns).includes(`${table}.${column}`),
  );
