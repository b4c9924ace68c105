import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { agencyOf } from '@relais/platform/testing/agency-of.ts';
import { asAdministrator } from '@relais/platform/testing/test-database.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { type AgencyName, agencyNames } from '../../../../subgraphs/agencies.ts';
import { plantBusyFamilies } from '../busy-families.ts';
import type { TestWholeGraph } from '../test-whole-graph.ts';
import { CANARIES } from './canaries.ts';
import type { WrittenRow } from './written-tables.ts';

const OFFER = `
  insert into care_offers (id, care_request_id, section_id, centre_id, status, first_day, last_day, weekly_pattern,
    stretches, expires_at, offered_at, offered_by, version)
  select $1, care_requests.id, sections.id, sections.centre_id, 'EXPIRED', first_day, last_day, weekly_pattern, stretches,
    submitted_at, submitted_at, 'demo', 1
  from care_requests cross join (select * from sections order by id limit 1) as sections limit 1`;
const COMMISSION = `
  insert into admission_commissions (id, held_on, status, version) values ($1, '2026-03-05', 'SCHEDULED', 1)`;
const DECISION = `
  insert into commission_decisions (id, commission_id, care_request_id, decision, reason, priority, decided_at, decided_by)
  select $1, admission_commissions.id, care_requests.id, 'POSTPONED', 'CANARY-care',
    '{"score":0,"reasons":[]}', '2026-03-02T09:00:00Z', 'demo'
  from admission_commissions cross join care_requests limit 1`;
const DECLINED = `
  insert into membership_requests
    (id, family_id, requester_sub, reason, asked_at, answer, answered_at, answered_by_sub, decline_reason, version)
  select $1, known_families.id, sub, 'CANARY-team', now(), 'DECLINED', now(), sub, 'CANARY-team', 2
  from known_families cross join professionals limit 1`;
const RETURN = `
  insert into returns_to_work (id, job_seeker_id, kind, starts_on, title)
  select $1, id, 'TRAINING', registered_on, 'CANARY-job search' from job_seekers limit 1`;
const FOLLOW_UP = `
  insert into follow_ups (id, return_id, point, outcome, recorded_at, recorded_by)
  select $1, id, 'ONE_MONTH', 'GOES_ON', now(), 'demo' from returns_to_work limit 1`;
const REQUEST = `
  insert into membership_requests (id, family_id, requester_sub, reason, asked_at, version)
  select $1, known_families.id, sub, 'CANARY-team', now(), 1 from known_families cross join professionals limit 1`;
/** One that was taken back: it binds nobody. */
const OBJECTION = `
  insert into family_objections (id, family_id, category, agency, said_on, said_by_adult_id, told_to_sub, recorded_at, note,
    lifted_on, lift_said_by_adult_id, lift_told_to_sub, lifted_at, lift_reason, version)
  select $1, known_adults.family_id, 'BENEFITS', 'JOB_SEARCH', '2026-01-05', known_adults.id, sub, now(), 'CANARY-team',
    '2026-01-06', known_adults.id, sub, now(), 'CANARY-team', 2
  from known_adults cross join (select sub from professionals order by sub limit 1) as told limit 1`;
/** What the family was told, and that it was put right. */
const TOLD = `
  with first as (
    insert into information_given (id, family_id, adult_id, subjects, given_on, language, with_interpreter,
      given_by_sub, recorded_at, recorded_by_sub)
    select gen_random_uuid(), known_adults.family_id, known_adults.id, array['SHARING'], '2026-01-05', 'fr', false, sub,
      now(), sub
    from known_adults cross join (select sub from professionals order by sub limit 1) as told limit 1
    returning *)
  insert into information_given
  select $1, family_id, adult_id, subjects, given_on, 'ar', with_interpreter, given_by_sub, recorded_at, recorded_by_sub,
    id, 'CANARY-team'
  from first`;
const TASK = `
  insert into tasks (id, family_id, title, due_on, assignee_sub, added_by_sub, added_at, version)
  select $1, family_id, title, due_on, $2, added_by_sub, added_at, 1 from tasks
  where exists (select from professionals where sub = $2) limit 1`;

const RELATIONS: Readonly<Record<string, string>> = {
  'support team': 'TEAM',
  'barred from the support team': 'TEAM',
  named: 'NAMED',
  referral: 'REFERRAL',
  emergency: 'BREAK_GLASS',
  'emergency that is over': 'BREAK_GLASS',
  'own job seeker': 'ADVISOR',
  'another job seeker': 'ADVISOR',
  'barred as own job seeker': 'ADVISOR',
};

/** Where the records that a mutation or a question may name are. */
const RECORDS = {
  'early-childhood': {
    familyId: 'families',
    adultId: 'adults',
    childId: 'children',
    careRequestId: 'care_requests',
    placementId: 'placements',
    bookingId: 'bookings',
    ownArrangementId: 'own_arrangements',
    offerId: 'care_offers',
    addressProtectionId: 'address_protections',
  },
  'social-protection': {
    entitlementId: 'entitlements',
    resourcesId: 'resources',
    taskId: 'tasks',
    noteId: 'notes',
    referralId: 'referrals',
    memberId: 'support_team_members',
    toMemberId: 'support_team_members',
    requestId: 'membership_requests',
    objectionId: 'family_objections',
    informationGivenId: '(select id from information_given where corrects_id is not null) as standing',
  },
  employment: {
    jobSeekerId: 'job_seekers',
    milestoneId: 'milestones',
    returnId: 'returns_to_work',
    followUpId: 'follow_ups',
    seriesId: '(select series_id as id from milestones) as series',
  },
} satisfies Record<AgencyName, Readonly<Record<string, string>>>;

/** Its ids by the names that arguments have for them. */
export type Ids = ReadonlyMap<string, string>;

const idsOf = async (graph: TestWholeGraph): Promise<Ids> => {
  const ids = new Map<string, string>();
  for (const name of agencyNames)
    for (const [argument, table] of Object.entries(RECORDS[name])) {
      const [row]: { id: string }[] = await graph.agencies[name].db.query(
        `select id from ${table} order by id limit 1`,
      );
      if (!row) throw new Error(`The family has nothing in ${table}.`);
      ids.set(argument, row.id);
    }
  for (const another of ['duplicateId', 'survivorId', 'otherFamilyId'])
    ids.set(another, ids.get('familyId') ?? '');
  const [home]: { id: string }[] = await graph.agencies['early-childhood'].db.query(
    'select district_id as id from families',
  );
  ids.set('saidByAdultId', ids.get('adultId') ?? '');
  ids.set('districtId', home?.id ?? '');
  return ids.set('familyReference', 'NAN-900001').set('reference', 'NAN-900001');
};

const OBJECTS_TO_ALL = `
  insert into objections (family_id, category, agency)
  select $1, category, agency from unnest(array['CARE', 'BENEFITS', 'JOB_SEARCH']) as category
  cross join unnest(array['CARE', 'BENEFITS', 'JOB_SEARCH']) as agency where category <> agency`;

const objected = async (
  db: { query(sql: string, parameters?: unknown[]): Promise<unknown> },
  familyId: string,
  objection: WrittenRow['objection'],
): Promise<void> => {
  await db.query('delete from objections');
  await db.query(OBJECTS_TO_ALL, [ELSEWHERE]);
  if (!objection) return;
  const { category, agency } = objection;
  await db.query('insert into objections (family_id, category, agency) values ($1, $2, $3)', [
    ...[familyId, category, agency],
  ]);
};

/** `support team until today` is one that today no longer is, `from tomorrow` one that is not yet. */
const periodsOn = (today: Temporal.PlainDate) => ({
  'until today': { to: today.toString() },
  'from tomorrow': { from: today.add({ days: 1 }).toString() },
});

type Period = { readonly from?: string; readonly to?: string };

/** `referral and support team until today` are two ties, of which the second is over. */
const tiesIn = (told: string, now: Date): { readonly tie: string; readonly period: Period }[] =>
  told
    .replace(/^(restricted(?: until today)?|protected address), /, '')
    .split(' and ')
    .map((words) => {
      const [, tie = '', when = ''] = /^(.*?)(?: (until today|from tomorrow))?$/.exec(words) ?? [];
      const [, period = {}] = Object.entries(periodsOn(dayOf(now))).find(([name]) => name === when) ?? [];
      return { tie, period };
    });

const restricting = (told: string, now: Date) => {
  if (!told.startsWith('restricted')) return [];
  const isOver = told.startsWith('restricted until today');
  return [{ sub: 'somebody-else', relation: 'NAMED', ...(isOver && periodsOn(dayOf(now))['until today']) }];
};

const FOREVER = '2100-01-01T00:00:00Z';

/** Of a tie, how the reader follows the family; who is barred is so beside it. */
const ownFollowing = (ids: Ids, sub: string, { tie, period }: { tie: string; period: Period }, now: Date) => {
  const relation = RELATIONS[tie];
  if (!relation) return [];
  const adultId = { 'own job seeker': ids.get('adultId'), 'another job seeker': newId() }[tie];
  const until = { emergency: FOREVER, 'emergency that is over': now.toISOString() }[tie];
  const following = { sub, relation, ...(adultId && { adultId }), ...(until && { until }) };
  return tie.startsWith('barred')
    ? [following, { sub, relation: 'BARRED', ...period }]
    : [{ ...following, ...period }];
};

/** Whoever else follows the family: in its team only where the tie does not say otherwise. */
const othersOf = (ids: Ids, ties: ReturnType<typeof tiesIn>) => {
  const ofDistrict = ties.find(({ tie }) => /district/.test(tie));
  const team = { sub: 'somebody', relation: 'TEAM', ...ofDistrict?.period };
  return [
    ...(ofDistrict?.tie.includes('nobody in the team') ? [] : [team]),
    { sub: 'somebody', relation: 'REFERRAL' },
    { sub: 'somebody', relation: 'ADVISOR', adultId: ids.get('adultId') ?? '' },
    { sub: 'somebody', relation: 'BREAK_GLASS', until: FOREVER },
  ];
};

/** Who follows the family when this reader has this tie to it. */
const followersOf = (ids: Ids, { user: { sub }, tie: told }: Pick<WrittenRow, 'user' | 'tie'>, now: Date) => {
  const ties = tiesIn(told, now);
  return [
    ...othersOf(ids, ties),
    ...ties.flatMap((tie) => ownFollowing(ids, sub, tie, now)),
    ...restricting(told, now),
  ];
};

/** Another family, to which they have every tie, and which objects to all: nothing of it is of this one. */
const ELSEWHERE = '018f0000-0000-7000-8000-00000000e15e';
const followersElsewhere = (sub: string) =>
  ['TEAM', 'REFERRAL', 'ADVISOR', 'BREAK_GLASS', 'NAMED'].map((relation) => ({
    ...{ sub, relation },
    ...(relation === 'ADVISOR' && { adultId: newId() }),
    ...(relation === 'BREAK_GLASS' && { until: FOREVER }),
  }));

const PROTECTION = `
  insert into address_protections (id, family_id, basis, reason, began_at, began_by, version)
  values ($1, $2, 'COURT_ORDER', 'CANARY-home', '2026-01-01', 'demo', 1)`;

/** That the address is protected, and the others were told so. */
const protectedAs = async (graph: TestWholeGraph, ids: Ids, isProtected: boolean): Promise<void> => {
  const { 'early-childhood': care, ...others } = graph.agencies;
  await care.db.query('delete from address_protections where ended_at is null');
  if (isProtected) await care.db.query(PROTECTION, [newId(), ids.get('familyId')]);
  const district = isProtected ? null : ids.get('districtId');
  for (const { db } of Object.values(others))
    await db.query('update known_families set district_id = $1', [district]);
};

const SERVES = `update professionals set district_ids = array[$1::uuid], departed_on = $3 where sub = $2`;
const districtOf = (tie: string, ids: Ids) => (tie.startsWith('another') ? newId() : ids.get('districtId'));
const departedOn = (tie: string, now: Date): string | null =>
  tie.endsWith('departed') ? dayOf(now).toString() : null;

/** By whom its job seekers are followed, or at whose desk they wait. */
const filesWith = (graph: TestWholeGraph, tie: string, { sub, ...user }: WrittenRow['user']) => {
  const advisor = tie.endsWith('own job seeker') ? sub : 'somebody';
  const own = user.agency ?? agencyOf[user.role];
  const another = own === 'departement-44' ? 'france-travail' : 'departement-44';
  const desk = tie.endsWith('of another agency') ? another : own;
  const values = tie.includes('waits at the desk') ? [null, desk, graph.now()] : [advisor, null, null];
  return graph.agencies.employment.db.query(
    'update job_seekers set advisor_id = $1, desk_agency = $2, desk_since = $3',
    values,
  );
};

/** That nobody but this reader is tied to the family. */
export const tied = async (graph: TestWholeGraph, ids: Ids, row: Omit<WrittenRow, 'may'>): Promise<void> => {
  const { user, tie, objection } = row;
  const familyId = ids.get('familyId') ?? '';
  const advisor = tie.endsWith('own job seeker') ? user.sub : 'somebody';
  for (const name of agencyNames) {
    const { db } = graph.agencies[name];
    await db.query('delete from followers');
    await objected(db, familyId, objection);
    await givenFollowers(db, familyId, followersOf(ids, row, graph.now()));
    await givenFollowers(db, ELSEWHERE, followersElsewhere(user.sub));
    if (tie.includes('district'))
      await db.query(SERVES, [districtOf(tie, ids), user.sub, departedOn(tie, graph.now())]);
  }
  await protectedAs(graph, ids, tie.startsWith('protected address'));
  await filesWith(graph, tie, user);
  await graph.agencies['early-childhood'].db.query('update known_milestones set advisor_id = $1', [advisor]);
};

/** The one family of the city, with a word in its texts for each column of the table, and its readers tied to it. */
export const familyWithCanaries = async (
  graph: TestWholeGraph,
  readers: readonly Pick<WrittenRow, 'user'>[],
  now: Date,
): Promise<Ids> => {
  await plantBusyFamilies(graph.databases.ownerUrls, graph.agencies['early-childhood'].db.manager, 1, now);
  const { db: care } = graph.agencies['early-childhood'];
  await care.query(OFFER, [newId()]);
  await care.query(COMMISSION, ['018f0000-0000-7000-8000-00000000c0de']);
  await care.query(DECISION, [newId()]);
  for (const insert of [RETURN, FOLLOW_UP]) await graph.agencies.employment.db.query(insert, [newId()]);
  for (const insert of [REQUEST, DECLINED, OBJECTION, TOLD])
    await graph.agencies['social-protection'].db.query(insert, [newId()]);
  for (const name of agencyNames)
    await asAdministrator(async (client) => {
      await client.query('set session_replication_role = replica');
      for (const update of CANARIES[name]) await client.query(update);
    }, graph.databases.names[name]);
  const ids = await idsOf(graph);
  for (const { user } of readers) {
    await graph.signIn(user);
    // So that the list of their own tasks leads to the family, if it is let.
    await graph.agencies['social-protection'].db.query(TASK, [newId(), user.sub]);
  }
  return ids;
};

/** Every row of the three agencies but those of who asked and what, which change when anything of them does. */
export const rowsOnFile = async (graph: TestWholeGraph): Promise<string[]> => {
  const seen: string[] = [];
  // What readers before changed is still told to the others.
  for (const name of agencyNames) await graph.agencies[name].drained();
  for (const name of agencyNames) {
    const { db } = graph.agencies[name];
    const tables: { table: string }[] = await db.query(
      `select table_name as "table" from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'
         and table_name !~ 'professionals|deliver|access_log|scheduled_jobs|subscribers|positions|outbox|heard_mutations'`,
    );
    for (const { table } of tables) {
      const rows: { version: string }[] = await db.query(
        `select ctid::text || xmin::text as version from "${table}" order by 1`,
      );
      seen.push(`${name} ${table} ${rows.map(({ version }) => version).join(' ')}`);
    }
  }
  return seen;
};
