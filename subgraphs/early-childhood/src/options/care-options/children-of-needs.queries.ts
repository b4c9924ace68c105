import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, day, instantInJson, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { z } from 'zod';
import { countedAge } from '../../families/families/age.rules.ts';
import { isHomeProtected } from '../../families/family-addresses/protected-home.ts';
import { ADVICE_DAYS } from './advised-day.rules.ts';
import type { CareNeed, ChildFacts } from './option-facts.ts';

const PeriodRow = rowOf({ startsAt: ['starts_at', instantInJson], endsAt: ['ends_at', instantInJson] });
const position = z.strictObject({ latitude: z.number(), longitude: z.number() });

const KNOWN_CENTRES = `array(
  select centre_id from bookings
  where child_id = child.id and status in ('CONFIRMED', 'ATTENDED')
    and starts_at between cast($5 as timestamptz) - interval '12 months' and $5
  union
  select section.centre_id from placements join sections section on section.id = placements.section_id
  where placements.child_id = child.id
    and starts_on <= cast($5 as date) and ends_on > cast($5 as date) - interval '12 months')`;

const BUSY = `(
  select coalesce(jsonb_agg(${PeriodRow.json}), '[]') from bookings
  where child_id = child.id and status <> 'CANCELLED'
    and tstzrange(starts_at, ends_at) && tstzrange(need.starts_at, need.ends_at + make_interval(days => $6)))`;

/**
 * As a `case`: what is compared with a `coalesce` is to PostgreSQL no harmless question before a wall, so that it would ask the wall
 * before every home of the city instead of finding one in the index.
 */
const FAMILY = 'case when need.family_id is null then child.family_id else need.family_id end';

/** By itself for each child: joined, all homes of the city may be read as well. */
const HOME = `(
  select jsonb_build_object('latitude', home.latitude, 'longitude', home.longitude) from family_homes home
  where home.family_id = ${FAMILY} and home.latitude is not null and not ${isHomeProtected(FAMILY)})`;

const ChildRow = rowOf({
  childId: ['child.id', anId.nullable()],
  birthDate: ['child.birth_date', day.nullable()],
  expectedDate: ['child.expected_date', day.nullable()],
  home: [HOME, position.nullable()],
  isHomeProtected: [isHomeProtected(FAMILY), z.boolean()],
  knownCentreIds: [KNOWN_CENTRES, anId.array()],
  busy: [BUSY, PeriodRow.type.array()],
});

const CHILDREN_OF_NEEDS = `
  select ${ChildRow.columns}
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[])
    with ordinality as need (child_id, family_id, starts_at, ends_at, number)
  left join children child on child.id = need.child_id
  order by number`;

const keyOf = ({ childId, familyId }: CareNeed): string => `${childId} ${familyId}`;

/** The needs of each child together: it is asked for once, however many they are. */
const needsByChild = (needs: readonly CareNeed[]): ReadonlyMap<string, readonly CareNeed[]> => {
  const byChild = new Map<string, CareNeed[]>();
  for (const need of needs) byChild.set(keyOf(need), [...(byChild.get(keyOf(need)) ?? []), need]);
  return byChild;
};

/** From the start of the first need to the end of the last. */
const askedChild = (needs: readonly CareNeed[]) => ({
  childId: needs[0]?.childId,
  familyId: needs[0]?.familyId,
  startsAt: new Date(Math.min(...needs.map(({ startsAt }) => startsAt.getTime()))),
  endsAt: new Date(Math.max(...needs.map(({ endsAt }) => endsAt.getTime()))),
});

const DAY_MS = 24 * 60 * 60_000;

/** What the child is booked for during a need, and on the days on which it may be advised to ask again. */
const busyDuring = (busy: readonly Period[], { startsAt, endsAt }: CareNeed): readonly Period[] => {
  const until = endsAt.getTime() + ADVICE_DAYS * DAY_MS;
  return busy.filter((stay) => stay.startsAt.getTime() < until && stay.endsAt > startsAt);
};

/** The child of each need, in order; `null` where there is none of its id. */
export const childrenOfNeeds = async (
  db: Database,
  needs: readonly CareNeed[],
  now: Date,
): Promise<(ChildFacts | null)[]> => {
  const byChild = needsByChild(needs);
  const asked = [...byChild.values()].map(askedChild);
  const rows = await rowsOf(db, ChildRow, CHILDREN_OF_NEEDS, [
    asked.map(({ childId }) => childId),
    asked.map(({ familyId }) => familyId),
    asked.map(({ startsAt }) => startsAt),
    asked.map(({ endsAt }) => endsAt),
    now,
    ADVICE_DAYS,
  ]);
  const found = new Map([...byChild.keys()].map((key, index) => [key, rows[index]]));
  return needs.map((need) => {
    const row = found.get(keyOf(need));
    if (!row?.childId) return null;
    const { childId: _, birthDate, expectedDate, busy, ...facts } = row;
    return { ...facts, busy: busyDuring(busy, need), age: countedAge({ birthDate, expectedDate }) };
  });
};
