import type pg from 'pg';
import { type AgencyName, agencyNames, type ByAgency } from '../../../subgraphs/agencies.ts';
import { familiesOf } from '../agencies/follow-every-family.ts';

export type Databases = ByAgency<pg.Client>;

/**
 * Everything the inbox took, in the order it took it: a position is noted in the transaction that applies the event.
 * And everything that was told, since the outbox forgets.
 */
export const WATCH_EVENTS = `
  create table if not exists told_events (id uuid primary key, type text not null);
  create or replace function note_told_event() returns trigger language plpgsql as $$ begin
    insert into told_events (id, type) values (new.id, new.type);
    return null;
  end $$;
  create or replace trigger note_told_event after insert on outbox for each row execute function note_told_event();
  create table if not exists applied_events (
    place bigint generated always as identity primary key,
    source text not null, family_id uuid not null, number bigint not null, event_id uuid not null);
  create or replace function note_applied_event() returns trigger language plpgsql as $$ begin
    insert into applied_events (source, family_id, number, event_id)
    values (new.source, new.family_id, new.number, new.event_id);
    return null;
  end $$;
  create or replace trigger note_applied_event after insert or update on inbox_positions
    for each row execute function note_applied_event();
  grant all on told_events, applied_events to public;`;

const TWICE = 'select event_id from applied_events group by event_id having count(*) > 1';
const OUT_OF_ORDER = `
  select place from (
    select place, number, lag(number) over (partition by source, family_id order by place) as before from applied_events
  ) step where number <= before`;
const TAKEN = 'select event_id as id from applied_events where source = $1 order by event_id';
const TOLD = `
  select told.id from told_events told join subscribers on subscribers.name = $1 and told.type = any(subscribers.types)
  order by told.id`;

const FAMILIES = 'select id, reference, version from families order by id';
const ADULTS = 'select id, family_id from adults order by id';
const COVERS = (table: string) =>
  `select milestone_id, family_id, status, milestone_version from ${table} order by milestone_id`;
const MILESTONES = 'select id, family_id, starts_at, ends_at, travel_minutes, status, version from';
const INCOME_SUPPORT = `
  select family_id, status, starts_on::text as "from", (ends_on + 1)::text as "to"
  from known_income_support order by family_id, starts_on`;
const TOLD_INCOME_SUPPORT = `
  select family_id, period ->> 'status' as status, period ->> 'from' as "from", period ->> 'to' as "to"
  from (
    select distinct on (family_id) family_id, data from outbox
    where type = 'relais.income-support.changed.v1' order by family_id, number desc
  ) newest, jsonb_array_elements(data -> 'periods') period
  where period ->> 'to' is null or period ->> 'from' < period ->> 'to'
  order by family_id, period ->> 'from'`;
const FOLLOWERS = (relations: string) => `
  select family_id, sub, relation, from_on::text, to_on::text, adult_id from followers
  where relation in (${relations}) order by family_id, sub, relation, from_on, adult_id`;
const OF_TEAM = FOLLOWERS("'TEAM', 'REFERRAL'");
const OF_ADVISOR = FOLLOWERS("'ADVISOR'");
const TEAMS = `
  select family_id, sub, min(from_on)::text as from_on from support_team_members
    join professionals on professionals.id = professional_id
  where to_on is null group by family_id, sub order by family_id, sub`;
const FOLLOWING_TEAMS = `
  select family_id, sub, from_on::text from followers where relation = 'TEAM' order by family_id, sub`;
const PROFESSIONALS =
  'select id, sub, name, role, agency, place, phone, departed_on::text, version from professionals order by id';
/** Of so many families each has somebody in its team: equal to nothing would be equal, too. */
const WITHOUT_TEAM = (families: string) => `
  select id from ${families}
  where not exists (select from followers where family_id = ${families}.id and relation = 'TEAM')`;

type Question = readonly [agency: AgencyName, query: string];
type Comparison = readonly [title: string, source: Question, projection: Question];

const comparisons: readonly Comparison[] = [
  [
    'milestones in early-childhood',
    ['employment', `${MILESTONES} milestones order by id`],
    ['early-childhood', `${MILESTONES} known_milestones order by id`],
  ],
  [
    'income support in early-childhood',
    ['social-protection', TOLD_INCOME_SUPPORT],
    ['early-childhood', INCOME_SUPPORT],
  ],
  ['followers by their team', ['social-protection', TEAMS], ['social-protection', FOLLOWING_TEAMS]],
  ...(['early-childhood', 'employment'] as const).flatMap((agency): Comparison[] => [
    [`teams in ${agency}`, ['social-protection', OF_TEAM], [agency, OF_TEAM]],
    [`professionals in ${agency}`, ['social-protection', PROFESSIONALS], [agency, PROFESSIONALS]],
  ]),
  ...(['early-childhood', 'social-protection'] as const).map(
    (agency): Comparison => [`advisors in ${agency}`, ['employment', OF_ADVISOR], [agency, OF_ADVISOR]],
  ),
  ...(['employment', 'social-protection'] as const).flatMap((agency): Comparison[] => [
    [
      `families in ${agency}`,
      ['early-childhood', FAMILIES],
      [agency, FAMILIES.replace('families', 'known_families')],
    ],
    [`adults in ${agency}`, ['early-childhood', ADULTS], [agency, ADULTS.replace('adults', 'known_adults')]],
    [
      `covers in ${agency}`,
      ['early-childhood', COVERS('published_covers')],
      [agency, COVERS('known_covers')],
    ],
  ]),
];

const rowsOf = async (databases: Databases, [agency, query]: Question): Promise<string[]> =>
  (await databases[agency].query(query)).rows.map((row) => JSON.stringify(row));

const differences = async (databases: Databases, comparison: Comparison): Promise<string[]> => {
  const [title, source, projection] = comparison;
  const [expected, found] = [await rowsOf(databases, source), await rowsOf(databases, projection)];
  const missing = expected.filter((row) => !found.includes(row));
  const surplus = found.filter((row) => !expected.includes(row));
  if (missing.length + surplus.length === 0) return [];
  return [`${title}: missing ${missing.length} (${missing[0]}), surplus ${surplus.length} (${surplus[0]})`];
};

const inboxProblems = async (databases: Databases, name: AgencyName): Promise<string[]> => {
  const twice = (await databases[name].query(TWICE)).rowCount ?? 0;
  const outOfOrder = (await databases[name].query(OUT_OF_ORDER)).rowCount ?? 0;
  return [
    ...(twice > 0 ? [`${name} applied ${twice} events twice`] : []),
    ...(outOfOrder > 0 ? [`${name} applied ${outOfOrder} events out of order`] : []),
  ];
};

const lostBetween = async (databases: Databases, from: AgencyName, to: AgencyName): Promise<string[]> => {
  const ids = async (agency: AgencyName, query: string, name: string) =>
    (await databases[agency].query<{ id: string }>(query, [name])).rows.map(({ id }) => id);
  const taken = new Set(await ids(to, TAKEN, from));
  const lost = (await ids(from, TOLD, to)).filter((id) => !taken.has(id));
  return lost.length > 0 ? [`${to} never applied ${lost.length} events of ${from}`] : [];
};

const unfollowedIn = async (databases: Databases, name: AgencyName): Promise<string[]> => {
  const { rowCount } = await databases[name].query(WITHOUT_TEAM(familiesOf(name)));
  return rowCount ? [`nobody follows ${rowCount} families in ${name}`] : [];
};

/** How many events were applied, and everything that is not as it must be. */
export const verdictOn = async (databases: Databases) => {
  const problems: string[] = [];
  let applied = 0;
  for (const comparison of comparisons) problems.push(...(await differences(databases, comparison)));
  for (const name of agencyNames) {
    problems.push(...(await inboxProblems(databases, name)));
    problems.push(...(await unfollowedIn(databases, name)));
    const others = agencyNames.filter((other) => other !== name);
    for (const other of others) problems.push(...(await lostBetween(databases, name, other)));
    const { rows } = await databases[name].query<{ count: string }>('select count(*) from applied_events');
    applied += Number(rows[0]?.count);
  }
  return { applied, problems };
};
