import { instant, type RowFrom, rowOf } from '@relais/platform/database/rows.ts';
import { DESK_COLUMNS } from '@relais/platform/desk/desk.queries.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isLeftByItsMilestone } from '../../care/bookings/left-bookings.queries.ts';
import { isLeftToPay, notBilledFrom } from '../../care/bookings/left-to-pay.queries.ts';
import { coverOfEach } from '../../cover/childcare-cover/child-cover.queries.ts';
import { ageCountsFrom } from '../../families/families/age.rules.ts';
import { NAMES_OF_UNCOVERED } from '../care-attention/care-attention.queries.ts';
import { CareDeskKind } from './care-desk-kind.ts';
import { lackingStaff } from './lacking-staff.queries.ts';

const name = z.string().nullable();

export const CareDeskRow = rowOf({
  kind: ['item.kind', z.enum(CareDeskKind)],
  ...DESK_COLUMNS,
  startsAt: ['item.starts_at', instant],
  endsAt: ['item.ends_at', instant],
  firstName: ['child.first_name', name],
  lastName: ['child.last_name', name],
  section: ['section.name', name],
  centre: ['centre.name', name],
  /** Of a milestone: how it lacks care, and which children do; only they are told of it. */
  gap: ['item.gap', z.enum(['UNCOVERED', 'PARTIAL', 'UNKNOWN']).nullable()],
  uncovered: ['lacking.told', name.array().nullable()],
  reason: ['item.reason', name],
});
export type CareDeskRow = RowFrom<typeof CareDeskRow>;

/** Of whom a desk may be told, and until when; each value is given to the statement once. */
export type DeskFacts = {
  readonly now: Date;
  readonly today: Temporal.PlainDate;
  /** The last day that is looked at for what is urgent. */
  readonly until: Temporal.PlainDate;
  readonly care: SeenFilter;
  readonly cover: SeenFilter;
  /** The centres of the reader; `null` is all. */
  readonly centreIds: readonly string[] | null;
  readonly add: (value: unknown) => string;
};

const midnight = (day: string): string => `(${day})::timestamp at time zone 'Europe/Paris'`;

type Columns = Readonly<Partial<Record<'child' | 'section' | 'centre' | 'gap' | 'reason', string>>>;

/** The columns of a kind, in the order of all. */
const columns = (
  [subject, family, due]: readonly [string, string, string],
  isLost: boolean,
  [starts, ends]: readonly [string, string],
  { child, section, centre, gap, reason }: Columns,
): string =>
  [
    `${subject} as subject_id`,
    `${family}::uuid as family_id`,
    `${due} as due_at`,
    `${isLost} as is_lost`,
    `${starts} as starts_at`,
    `${ends} as ends_at`,
    `${child ?? 'null'}::uuid as child_id`,
    `${section ?? 'null'}::uuid as section_id`,
    `${centre ?? 'null'}::uuid as centre_id`,
    `${gap ?? 'null'}::text as gap`,
    `${reason ?? 'null'}::text as reason`,
  ].join(', ');

const LEAVES = 'milestone.starts_at - make_interval(mins => milestone.travel_minutes)';

/** The cover that was told last: it is told anew in the transaction of whatever changes it. */
const milestones = ({ now, until, cover, add }: DeskFacts): string => `
  select ${columns(['milestone.id', 'milestone.family_id', LEAVES], true, ['milestone.starts_at', 'milestone.ends_at'], { gap: 'published.status' })}
  from known_milestones milestone join published_covers published on published.milestone_id = milestone.id
  where milestone.starts_at > ${add(now)}::timestamptz
    and milestone.starts_at < ${add(startOfDay(until.add({ days: 1 })))}::timestamptz
    and milestone.status in ('PLANNED', 'CONFIRMED')
    and published.status in ('UNCOVERED', 'PARTIAL', 'UNKNOWN')
    and ${cover('milestone.family_id', add)}`;

const offers = (status: 'OPEN' | 'ACCEPTED', due: string, { care, add }: DeskFacts): string => `
  select ${columns(['offer.id', 'request.family_id', due], status === 'OPEN', [midnight('offer.first_day'), midnight('offer.last_day')], { child: 'request.child_id', section: 'offer.section_id', centre: 'offer.centre_id' })}
  from care_offers offer join care_requests request on request.id = offer.care_request_id
  where offer.status = '${status}' ${status === 'ACCEPTED' ? "and request.status = 'ACCEPTED'" : ''}
    and ${care('request.family_id', add)}`;

const BOOKED = { child: 'booking.child_id', section: 'booking.section_id', centre: 'booking.centre_id' };
const STAY = ['booking.starts_at', 'booking.ends_at'] as const;

const ofCancelled = ({ now, care, add }: DeskFacts): string => `
  select ${columns(['booking.id', 'booking.family_id', 'booking.starts_at'], true, STAY, BOOKED)}
  from bookings booking
  join known_milestones milestone on ${isLeftByItsMilestone('booking', 'milestone', `${add(now)}::timestamptz`)}
  where booking.milestone_id is not null and booking.status in ('HELD', 'CONFIRMED')
    and ${care('booking.family_id', add)}`;

/** Of no family yet: read under the id that its file will have. Its reason is whom it is about, and who asks. */
const registrations = ({ now, add }: DeskFacts): string => `
  select ${columns(['request.id', 'request.id', 'request.sent_at'], false, ['request.sent_at', 'request.kept_until'], { reason: "request.family_name || ' (' || request.sender_name || ')'" })}
  from registration_requests request
  where request.status = 'WAITING' and request.kept_until > ${add(now)}::timestamptz`;

const monthOf = (moment: string, months: string): string =>
  `(date_trunc('month', ${moment} at time zone 'Europe/Paris') + interval '${months}') at time zone 'Europe/Paris'`;

/** Of the file that goes on, whichever the other one is. */
const leftToPay = ({ now, care, add }: DeskFacts): string => {
  const moment = `${add(now)}::timestamptz`;
  const due = monthOf('max(apart.registered_at)', '1 month');
  const stays = ['min(booking.starts_at)', 'max(booking.ends_at)'] as const;
  return `
  select ${columns(['family.id', 'family.id', due], false, stays, { reason: "family.reference || ' (' || count(*) || ')'" })}
  from families apart join families family on family.id = apart.split_from_family_id
  join children child on child.family_id = coalesce(apart.merged_into, apart.id)
  join bookings booking on booking.child_id = child.id and ${isLeftToPay('booking', 'child', 'family.id', moment)}
  where apart.split_from_family_id is not null and apart.registered_at >= ${notBilledFrom(moment)}
    and ${care('family.id', add)}
  group by family.id`;
};

const AGE_ENDS = `(${ageCountsFrom('child')}
  + least(make_interval(months => section.max_age_months), interval '6 years'))::date`;

const birthdays = ({ today, care, centreIds, add }: DeskFacts): string => `
  select ${columns(['placement.id', 'placement.family_id', midnight(AGE_ENDS)], false, [midnight(AGE_ENDS), midnight('placement.ends_on')], { child: 'placement.child_id', section: 'placement.section_id', centre: 'section.centre_id' })}
  from placements placement
  join sections section on section.id = placement.section_id
  join children child on child.id = placement.child_id
  where placement.ends_on >= ${add(today.toString())}::date and placement.ends_on >= ${AGE_ENDS}
    and ${AGE_ENDS} <= ${add(today.add({ days: 30 }).toString())}::date
    and ${centreIds ? `section.centre_id = any(${add(centreIds)}::uuid[])` : care('placement.family_id', add)}`;

/** Of a booking: it lasts 24 hours at most, so that it falls on the day of its start and that of its end; of UTC, each of which is as long. */
const DAY_OF = (moment: string): string => `(${moment} at time zone 'UTC')::date`;
const [FIRST_DAY, LAST_DAY] = ['starts_at', "(ends_at - interval '1 microsecond')"].map(DAY_OF);

/** With what nobody in particular takes, as what is kept for emergencies. On a day on which fewer stay in all than there are places, no moment is full: most centres are looked at no further. */
const CROWDED = `
  select counted.centre_id from (
    select centre_id, places, ${FIRST_DAY} as day from stay
    union all select centre_id, places, ${LAST_DAY} from stay where ${LAST_DAY} > ${FIRST_DAY}
  ) counted join centres on centres.id = counted.centre_id
  group by centres.id, counted.centre_id, counted.day having sum(places) >= centres.authorised_places`;

/** One more at each start, one less at each end: the running sum is how many there are, ends first. Where nobody is, nothing is full. */
const fullCentres = ({ now, until, add }: DeskFacts): string => {
  const [from, to] = [add(now), add(startOfDay(until.add({ days: 1 })))].map(
    (moment) => `${moment}::timestamptz`,
  );
  return `
  with stay as materialized (
    select booking.centre_id, 1 as places, 1 as children, greatest(booking.starts_at, ${from}) as starts_at, booking.ends_at
    from bookings booking
    where booking.centre_id = any(array(select id from centres)) and booking.status <> 'CANCELLED'
      and booking.kind <> 'EMERGENCY' and booking.starts_at > ${from} - interval '24 hours'
      and booking.starts_at < ${to} and booking.ends_at > ${from}
    union all
    select centre.id, hourly.planned, 0, hourly.starts_at, hourly.ends_at
    from centres centre cross join lateral places_taken_by_hour(centre.id, ${from}, ${to}) hourly
    where is_taken_by_hour(centre)
  )
  select ${columns(['level.centre_id', 'null', 'min(level.at)'], false, ['min(level.at)', 'min(level.at)'], { centre: 'level.centre_id' })}
  from (
    select stay.centre_id, at, case when centres.terms = '[]' then centres.authorised_places
        else authorised_places_on(centres.terms, (at at time zone 'Europe/Paris')::date) end as authorised_places,
      sum(change) over in_order as places, sum(step.children) over in_order as children
    from stay join centres on centres.id = stay.centre_id
    cross join lateral (values (stay.starts_at, stay.places, stay.children), (stay.ends_at, -stay.places, -stay.children))
      as step (at, change, children)
    where stay.centre_id in (${CROWDED})
    window in_order as (partition by stay.centre_id order by at, change)
  ) level
  where level.children > 0 and level.places >= level.authorised_places group by level.centre_id`;
};

const inCentres = (column: string, { centreIds, add }: DeskFacts): string =>
  `${column} = any(${add(centreIds ?? [])}::uuid[])`;

const arrivals = (facts: DeskFacts): string => {
  const { today, add } = facts;
  return `
  select ${columns(['booking.id', 'booking.family_id', 'booking.starts_at'], false, STAY, BOOKED)}
  from bookings booking
  where ${inCentres('booking.centre_id', facts)} and booking.status = 'CONFIRMED'
    and booking.starts_at >= ${add(startOfDay(today))}::timestamptz
    and booking.starts_at < ${add(startOfDay(today.add({ days: 1 })))}::timestamptz`;
};

const LAST_OF_FIRST = '(array_agg(pause.ends_on order by pause.starts_on, pause.ends_on desc))[1]';

const absences = (facts: DeskFacts): string => {
  const today = `${facts.add(facts.today.toString())}::date`;
  return `
  select ${columns(['pause.placement_id', 'placement.family_id', midnight('min(pause.starts_on)')], false, [midnight('min(pause.starts_on)'), midnight(LAST_OF_FIRST)], { child: 'placement.child_id', section: 'placement.section_id', centre: 'section.centre_id' })}
  from placement_pauses pause
  join placements placement on placement.id = pause.placement_id
  join sections section on section.id = placement.section_id
  where ${inCentres('section.centre_id', facts)} and pause.kind = 'ABSENCE'
    and pause.ends_on >= ${today} and pause.starts_on <= ${today} + 7
  group by pause.placement_id, placement.id, section.id`;
};

/** At midnight where no hour is said. */
const hourOf = (day: string, time: string): string =>
  `city_instant(closure.${day} + coalesce(closure.${time}, time '00:00'))`;
const [OPENS, CLOSES] = [hourOf('starts_on', 'opening_time'), hourOf('ends_on', 'closing_time')];

const closures = (facts: DeskFacts): string => {
  const today = `${facts.add(facts.today.toString())}::date`;
  return `
  select ${columns(['closure.id', 'null', midnight('closure.starts_on')], false, [OPENS, CLOSES], { centre: 'closure.centre_id', reason: 'closure.reason' })}
  from closures closure
  where ${inCentres('closure.centre_id', facts)} and closure.ends_on >= ${today} and closure.starts_on <= ${today} + 30`;
};

const staffLacking = (facts: DeskFacts): string => `
  select ${columns(['lacking.centre_id', 'null', 'min(lacking.starts_at)'], false, ['min(lacking.starts_at)', "max(lacking.starts_at) + interval '30 minutes'"], { centre: 'lacking.centre_id', reason: 'max(lacking.adults)' })}
  from (${lackingStaff(facts)}) lacking group by lacking.centre_id, lacking.day`;

const texts: Readonly<Record<CareDeskKind, (facts: DeskFacts) => string>> = {
  MILESTONE_WITHOUT_CARE: milestones,
  OFFER_OPEN: (facts) => offers('OPEN', 'offer.expires_at', facts),
  OFFER_ACCEPTED: (facts) => offers('ACCEPTED', midnight('offer.first_day'), facts),
  BOOKING_OF_CANCELLED_MILESTONE: ofCancelled,
  REGISTRATION_REQUEST: registrations,
  CARE_LEFT_TO_PAY: leftToPay,
  SECTION_AGE_ENDS: birthdays,
  CENTRE_FULL: fullCentres,
  ARRIVAL: arrivals,
  ABSENCE: absences,
  STAFF_LACKING: staffLacking,
  CLOSURE: closures,
};

export const careDeskKinds = (
  kinds: readonly CareDeskKind[],
  facts: DeskFacts,
): Partial<Record<CareDeskKind, string>> => {
  const entries = kinds.map((kind) => [kind, texts[kind](facts)] as const);
  return Object.fromEntries(entries);
};

/** Which children of a milestone of the page lack care, computed now. */
const LACKING = `
  select milestone.id as milestone_id, milestone.family_id, milestone.starts_at, milestone.ends_at, milestone.travel_minutes
  from known_milestones milestone where item.gap is not null and milestone.id = item.subject_id`;

export const CARE_DESK_DETAILS = `
  left join children child on child.id = item.child_id
  left join sections section on section.id = item.section_id
  left join centres centre on centre.id = item.centre_id
  left join lateral (${coverOfEach(LACKING, NAMES_OF_UNCOVERED)}) lacking on true`;
