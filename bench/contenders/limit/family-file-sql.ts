import { permissions as careTable } from '@relais/early-childhood/permissions.ts';
import { permissions as jobsTable } from '@relais/employment/permissions.ts';
import { permissions as benefitsTable } from '@relais/social-protection/permissions.ts';
import {
  coverOfEach,
  IN_ORDER,
} from '../../../subgraphs/early-childhood/src/cover/childcare-cover/child-cover.queries.ts';
import { PAGE } from './join-family.ts';
import { ASKED_BY, asInstant, listOf, logged, oneOf, type Reader, sightIn } from './sight-sql.ts';

const byReference = (table: string, place: string): string =>
  `(select coalesce(merged_into, id) from ${table} where reference = ${place})`;

const DISTRICT = (id: string): string =>
  oneOf(`select district.id, district.name from districts district where district.id = ${id}`);

const PLACEMENTS = listOf(`
  select placement.id,
    case
      when placement.ends_on < placement.starts_on or placement.ends_on < $2 then 'ENDED'
      when $2 < placement.starts_on then 'PLANNED'
      when exists (
        select from placement_pauses pause where pause.placement_id = placement.id and pause.kind = 'SUSPENSION'
          and $2 between pause.starts_on and pause.ends_on) then 'SUSPENDED'
      else 'ACTIVE'
    end as status,
    placement.kind,
    ${oneOf(
      `select section.id, section.name, ${oneOf(
        `select centre.id, centre.name, ${DISTRICT('centre.district_id')} as district
        from centres centre where centre.id = section.centre_id`,
      )} as centre from sections section where section.id = placement.section_id`,
    )} as section,
    (select coalesce(sum(extract(epoch from (line ->> 'to')::time - (line ->> 'from')::time)), 0)::float8 / 3600
      from jsonb_array_elements(placement.weekly_pattern) line) as "weeklyHours"
  from placements placement where placement.child_id = child.id
  order by placement.starts_on, placement.id`);

const BOOKINGS = listOf(`
  select booking.id, ${asInstant('booking.starts_at')} as "startsAt", ${asInstant('booking.ends_at')} as "endsAt",
    booking.kind, booking.status,
    ${oneOf(
      `select booking.section_id as id, ${oneOf(
        'select centre.id, centre.name from centres centre where centre.id = booking.centre_id',
      )} as centre`,
    )} as section
  from bookings booking
  where booking.child_id = child.id and booking.starts_at < $7 and booking.ends_at > $6
    and booking.starts_at > cast($6 as timestamptz) - interval '24 hours'
  order by booking.starts_at, booking.id`);

const CHILDREN = listOf(`
  select child.id, child.first_name as "firstName", child.birth_date as "birthDate",
    case when family.care then ${PLACEMENTS} end as placements,
    case when family.care then ${BOOKINGS} end as bookings
  from children child
  where child.left_on is null and child.merged_into is null and child.id in (
    select id from children where family_id = family.id
    union all
    select child_id from shared_residences where other_family_id = family.id)
  order by coalesce(child.birth_date, child.expected_date), child.id`);

const ADULTS = listOf(`
  select adult.id, adult.first_name as "firstName", adult.last_name as "lastName" from adults adult
  where adult.family_id = family.id and adult.left_on is null and adult.merged_into is null order by adult.id`);

/** The family with its members and their care; what it may not show is null. */
export const careStatement = (reader: Reader): string => {
  const { may } = sightIn(careTable, reader);
  return `with ${ASKED_BY}, family as materialized (
    select family.*, ${may('care:read', 'family.id')} as care, ${may('family:details', 'family.id')} as details,
      ${may('home:district', 'family.id')} as near
    from families family
    where family.id = ${byReference('families', '$5')} and ${may('family:read', 'family.id')})
  select family.id, ${oneOf(`select family.id, family.reference, family.display_name as "displayName",
      family.household_kind as "householdKind",
      case when family.near then ${DISTRICT('family.district_id')} end as district`)} as head,
    ${ADULTS} as adults, case when family.details then ${CHILDREN} end::text as children
  from family`;
};

/** As employment hands it over: only what early-childhood itself knows is answered. */
const HANDED_OVER = `
  select milestone_id, known.family_id, handed_over.starts_at, handed_over.ends_at, handed_over.travel_minutes
  from unnest($11::uuid[], $12::timestamptz[], $13::timestamptz[], $14::integer[])
    as handed_over (milestone_id, starts_at, ends_at, travel_minutes)
  join known_milestones known on known.id = milestone_id and known.family_id = $10::uuid`;

const GAPS = listOf(
  `select ${asInstant('lower(gap)')} as "startsAt", ${asInstant('upper(gap)')} as "endsAt" from unnest(gaps) gap order by gap`,
);
const CHILD = oneOf(`select (child_cover.child).id, (child_cover.child).first_name as "firstName"`);
const TOLD = `coalesce(json_agg(json_build_object('child', ${CHILD}, 'status', child_cover.status, 'gaps', ${GAPS})
  order by ${IN_ORDER}), '[]')`;

/** The covers of the milestones that employment handed over; and that the family was seen is written down. */
export const coverStatement = (reader: Reader): string => {
  const { may, tie } = sightIn(careTable, reader);
  const seen = `select id as family, case when care then array['CARE', 'HOUSEHOLD'] else array['HOUSEHOLD'] end as categories,
    relation from family`;
  return `with ${ASKED_BY}, family as materialized (
    select asked.id, ${may('care:read', 'asked.id')} as care, ${may('cover:read', 'asked.id')} as cover,
      ${tie('family:see', 'asked.id')} as relation
    from families asked where asked.id = $10::uuid), ${logged(seen)}
  select milestone_id as id, json_build_object('status', cover_status, 'children', told) as cover
  from (${coverOfEach(HANDED_OVER, TOLD)}) milestone where (select cover from family)`;
};

const JOB_SEEKERS = `(select json_object_agg(adult_id, json_build_object('id', id, 'category', category, 'status',
    case when closed_on <= $2 then 'CLOSED' else 'OPEN' end))
  from (
    select distinct on (file.adult_id) file.adult_id, file.id, file.category, file.closed_on
    from known_adults adult join job_seekers file on file.adult_id = adult.id
    where adult.family_id = family.id order by file.adult_id, file.registered_on desc, file.id desc) newest)`;

const details = (column: string): string =>
  `case when family.details then milestone.${column} end as ${column}`;

const MILESTONES = listOf(`
  select milestone.id, ${details('kind')}, ${details('title')}, ${asInstant('milestone.starts_at')} as "startsAt",
    ${asInstant('milestone.ends_at')} as "endsAt", milestone.travel_minutes as "travelMinutes", ${details('status')}
  from milestones milestone
  where milestone.family_id = family.id and milestone.starts_at > cast($3 as timestamptz) - interval '14 hours'
    and milestone.ends_at > $3 and milestone.status <> 'CANCELLED'
  order by milestone.starts_at, milestone.id limit ${PAGE + 1}`);

/** The job search of the family that has this reference. */
export const jobsStatement = (reader: Reader): string => {
  const { may, tie } = sightIn(jobsTable, reader);
  const seen = `select id as family, array['JOB_SEARCH'] as categories, relation from family where files or milestones`;
  return `with ${ASKED_BY}, family as materialized (
    select asked.id, ${may('job-seeker:read', 'asked.id')} as files, ${may('milestone:read', 'asked.id')} as milestones,
      ${may('milestone:details', 'asked.id')} as details, ${tie('family:see', 'asked.id')} as relation
    from known_families asked where asked.id = ${byReference('known_families', '$10')}), ${logged(seen)}
  select case when files then ${JOB_SEEKERS} end as "jobSeekers", case when milestones then ${MILESTONES} end as milestones
  from family`;
};

const STATES = `(select json_agg(json_build_object('id', state.id, 'version', state.version, 'state', state.state,
    'monthlyAmountCents', state.monthly_amount_cents, 'from', state.from_on, 'reason', state.reason,
    'statedOn', state.stated_on, 'recordedAt', state.recorded_at) order by state.version)
  from entitlement_states state where state.entitlement_id = entitlement.id)`;
const CONFIRMATIONS = `coalesce((select json_agg(json_build_object('statedOn', stated_on, 'recordedAt', recorded_at))
  from entitlement_confirmations where entitlement_id = entitlement.id), '[]')`;
const FILES = listOf(`
  select entitlement.id, entitlement.adult_id as "adultId", entitlement.scheme, entitlement.source,
    entitlement.source_number as "sourceNumber", ${STATES} as states, ${CONFIRMATIONS} as confirmations
  from entitlements entitlement where entitlement.family_id = family.id
  order by entitlement.scheme, entitlement.id`);
const RESOURCES = listOf(`
  select stated.id, stated.family_id as "familyId", stated.year, stated.yearly_amount_cents as "yearlyAmountCents",
    stated.dependent_children as "dependentChildren", stated.aeeh_children as "aeehChildren", stated.replaces
  from resources stated where stated.family_id = family.id
  order by stated.year desc, stated.recorded_at desc, stated.id desc`);

/** The benefits and resources of the family that has this reference, as they were stated. */
export const benefitsStatement = (reader: Reader): string => {
  const { may, tie } = sightIn(benefitsTable, reader);
  const seen = `select id as family, array['BENEFITS'] as categories, relation from family where benefits or fee`;
  return `with ${ASKED_BY}, family as materialized (
    select asked.id, ${may('benefits:read', 'asked.id')} as benefits, ${may('fee:read', 'asked.id')} as fee,
      ${tie('family:see', 'asked.id')} as relation
    from known_families asked where asked.id = ${byReference('known_families', '$10')}), ${logged(seen)}
  select case when benefits then ${FILES} end as files, case when fee then ${RESOURCES} end as resources from family`;
};
