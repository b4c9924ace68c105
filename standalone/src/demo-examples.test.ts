import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareRequestStatus } from '@relais/early-childhood/requests/care-requests/care-request-status.ts';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { Temporal } from 'temporal-polyfill';
import { agencyNames } from '../../subgraphs/agencies.ts';
import { referenceOf, SHOWCASE_NUMBER } from './demo/demo-city.ts';
import { plantDemoCity } from './demo/plant-demo-city.ts';
import { type DemoAccount, demoAccounts, demoAdvisors } from './demo-accounts.ts';
import { withAgencies } from './embedded-databases.ts';
import { type DemoExample, operationText, readyExamples } from './operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

/** The Tuesday morning that the README tells of. */
const now = new Date('2026-11-24T09:00:00+01:00');
const today = Temporal.PlainDate.from('2026-11-24');
const showcase = referenceOf(SHOWCASE_NUMBER);

let graph: TestWholeGraph;
let examples: readonly DemoExample[];

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now });
  const covers = graph.agencies['early-childhood'].db.manager;
  await inTransaction(covers, plantNantes);
  await withAgencies(graph.databases.ownerUrls, (clients) =>
    plantDemoCity({ ...clients, covers }, { seed: 1, today }, now),
  );
  examples = await readyExamples(showcase, today);
}, 180_000);

afterAll(() => graph.close());

const ask = async (query: string, variables: object, account: DemoAccount) => {
  const { title: _title, ...user } = account;
  const { data, errors } = await graph.ask(query, { ...variables }, user);
  expect(errors).toEqual([]);
  return data;
};

const run = async (name: string, variables: object, as: keyof typeof demoAccounts) =>
  ask(await operationText(name), variables, demoAccounts[as]);

/** The lists of an answer that show nothing, by where they stand. */
const emptyLists = (value: unknown, path: string): string[] => {
  if (Array.isArray(value)) return value.length === 0 ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => emptyLists(each, `${path}.${key}`));
};

describe('the examples that stand ready', () => {
  it('find something, whoever they are for', async () => {
    const empty = await Promise.all(
      examples.map(async ({ title, as, query, variables }) =>
        emptyLists(await ask(query, variables, demoAccounts[as]), title),
      ),
    );

    expect(examples.length).toBeGreaterThan(10);
    expect(empty.flat()).toEqual([]);
  });
});

/** A block of the README, by its language. */
const readmeBlock = async (language: string): Promise<string> => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  return readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
};

describe('the README', () => {
  it('shows what the demo city answers on that morning, first milestone only', async () => {
    const variables = { reference: showcase, today: today.toString() };
    const { family } = await ask(await readmeBlock('graphql'), variables, demoAccounts.caseworker);
    const edges = family.milestones.edges.slice(0, 1);
    expect({ family: { ...family, milestones: { edges } } }).toEqual(JSON.parse(await readmeBlock('json')));
  });
});

type Placed = { readonly path?: readonly (string | number)[] };
const inOrder = <Error extends Placed>(errors: readonly Error[]): Error[] =>
  errors.toSorted((one, other) => String(one.path).localeCompare(String(other.path)));

describe('the demo city shows', () => {
  it('in one family what is not shared, as the page on it says', async () => {
    const page = await readFile(new URL('../../docs/denials.md', import.meta.url), 'utf8');
    const [query = '', answer = ''] =
      page
        .split('In the demo city')[1]
        ?.split(/```(?:graphql|json)\n/)
        .slice(1) ?? [];
    const { title: _title, ...user } = demoAccounts.coordinator;
    const { data, errors } = await graph.ask(query.split('```')[0] ?? '', {}, user);
    const requestId = '…';
    const told = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
    // The agencies answer side by side.
    const shown = JSON.parse(answer.split('```')[0] ?? '');
    expect({ data, errors: inOrder(told) }).toEqual({ ...shown, errors: inOrder(shown.errors) });
  });

  it('each reason for which a family needs attention', async () => {
    const { myFamilies } = await run('my-families', { first: 100 }, 'caseworker');
    const alerts: { kind: string }[] = myFamilies.edges.flatMap(
      ({ node }: { node: { alerts: { kind: string }[] } }) => node.alerts,
    );

    expect(myFamilies.edges).toHaveLength(40);
    expect([...new Set(alerts.map(({ kind }) => kind))].sort()).toEqual(
      expect.arrayContaining([
        'INCOME_SUPPORT_SUSPENDED',
        'MILESTONE_UNCOVERED',
        'REFERRAL_WAITING',
        'TASK_OVERDUE',
      ]),
    );
  });

  it('every family of the practice followed by its caseworker, forty to each, and by its advisor', async () => {
    const followedBy = async (account: DemoAccount): Promise<string[]> => {
      const { myFamilies } = await ask(await operationText('my-families'), { first: 100 }, account);
      expect(myFamilies.pageInfo.hasNextPage).toBe(false);
      return myFamilies.edges
        .map(({ node }: { node: { family: { reference: string } } }) => node.family.reference)
        .sort();
    };
    const references = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => referenceOf(from + index));
    const { caseworker, coordinator } = demoAccounts;
    const colleague = (number: number) => ({ ...caseworker, sub: `${caseworker.sub}-${number}` });
    expect(await followedBy(caseworker)).toEqual(references(1, 40));
    expect(await followedBy(colleague(2))).toEqual(references(41, 80));
    expect(await followedBy(colleague(3))).toEqual(references(81, 120));
    expect(await followedBy(colleague(4))).toEqual(references(121, 143));

    const seekers: { advisor: string; reference: string }[] = await graph.agencies.employment.db.query(`
      select distinct advisor_id as advisor, reference from job_seekers
      join known_families on known_families.id = family_id`);
    for (const advisor of demoAdvisors) {
      const own = seekers
        .filter((seeker) => seeker.advisor === advisor.sub)
        .map(({ reference }) => reference);
      expect(own.length).toBeGreaterThan(10);
      expect(await followedBy(advisor)).toEqual(own.sort());
    }
    const coordinated = await followedBy(coordinator);
    expect(references(1, 143)).toEqual(expect.arrayContaining(coordinated));
    // Those of the other caseworkers are followed as the first are.
    expect(coordinated.filter((reference) => reference > referenceOf(40)).length).toBeGreaterThan(30);
  });

  it('the history of a family in each agency, none of it to come', async () => {
    const { family } = await run('family-timeline', { reference: showcase, first: 50 }, 'caseworker');
    for (const timeline of [family.careTimeline, family.jobSearchTimeline, family.benefitsTimeline]) {
      const steps: { at: string; sentence: string }[] = timeline.edges.map(
        ({ node }: { node: { at: string; sentence: string } }) => node,
      );
      expect(steps.length).toBeGreaterThan(3);
      expect(steps.filter(({ at }) => new Date(at) > now)).toEqual([]);
      // Every gap of a sentence is filled.
      expect(steps.filter(({ sentence }) => /[{}]|undefined/.test(sentence))).toEqual([]);
    }
  });

  it('requests of every state, each with as many steps as versions', async () => {
    const requests: { status: string; version: number; steps: number }[] = await graph.agencies[
      'early-childhood'
    ].db.query(`
      select status, version, (select count(*)::int from care_steps where subject_id = care_requests.id) as steps
      from care_requests`);

    expect(new Set(requests.map(({ status }) => status))).toEqual(new Set(Object.keys(CareRequestStatus)));
    expect(requests.filter(({ version, steps }) => version !== steps)).toEqual([]);
  });

  it('job searches with as many steps as versions', async () => {
    const { db } = graph.agencies.employment;
    const [files]: { wrong: number }[] = await db.query(`
      select count(*)::int as wrong from job_seekers where version <> (
        select count(*) from job_search_steps where job_seeker_id = job_seekers.id
          and kind in ('FILE_OPENED', 'CONTRACT_AGREED', 'FILE_CLOSED'))`);
    const [milestones]: { wrong: number }[] = await db.query(`
      select (sum(version) - (select count(*) from job_search_steps where kind like 'MILESTONE%'))::int as wrong
      from milestones`);

    expect([files?.wrong, milestones?.wrong]).toEqual([0, 0]);
  });
});

const followersAt = async (name: (typeof agencyNames)[number]): Promise<string[]> => {
  const rows = await graph.agencies[name].db.query(
    'select concat_ws($$ $$, family_id, sub, relation, from_on, to_on) as row from followers order by 1',
  );
  return rows.map(({ row }: { row: string }) => row);
};

describe('who follows a family of the demo city', () => {
  it('is the same for the three agencies, and telling anew changes none of them', async () => {
    const planted = await Promise.all(agencyNames.map(followersAt));
    expect(planted[0]?.length).toBeGreaterThan(300);
    expect(planted[1]).toEqual(planted[0]);
    expect(planted[2]).toEqual(planted[0]);

    // All of the city would take a minute: it goes on, as after a restart, where only the last of those who are followed are left.
    const [last] = await graph.agencies['social-protection'].db.query(
      'select family_id as after from followers order by family_id desc offset 40 limit 1',
    );
    const outbox = 'select count(*)::int as rows from outbox';
    const told = async () => (await graph.agencies['social-protection'].db.query(outbox))[0].rows;
    const before = await told();
    for (const name of agencyNames) {
      const { db } = graph.agencies[name];
      await db.query(
        "insert into scheduled_jobs (name, key, payload, run_at) values ('tell-anew', '', $1, $2)",
        [last, now],
      );
      await graph.agencies[name].runDueJobs();
    }
    expect(await told()).toBeGreaterThan(before + 20);
    for (const name of agencyNames) await graph.agencies[name].drained();
    for (const name of agencyNames) expect(await followersAt(name)).toEqual(planted[0]);
  }, 180_000);

  it('is the caseworker with the account for some of the practice, and somebody else for most', async () => {
    const [{ followed, all }] = await graph.agencies['social-protection'].db.query(
      'select count(*) filter (where sub = $1)::int as followed, count(distinct family_id)::int as all from followers',
      [demoAccounts.caseworker.sub],
    );
    expect(followed).toBeGreaterThan(30);
    expect(followed).toBeLessThan(all / 2);
  });
});
