import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditor, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { operationText } from './operations.ts';
import { desk, desksOf, type Facts, type File, guide, second, worker } from './testing/desks.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';
import { accessesDuring } from './testing/who-saw/access-rows.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const lea: TestUser = { ...worker, name: 'Léa Martin', agency: 'departement-44' };
const hugo: TestUser = { ...guide, name: 'Hugo Le Bras', agency: 'france-travail' };
const ana: TestUser = { ...desk, name: 'Ana Royer', agency: 'ville-de-nantes' };
const pascal: TestUser = { ...auditor('pascal'), name: 'Pascal Ouvrard', agency: 'ville-de-nantes' };

const FILE = `query ($reference: String!) { family(reference: $reference) {
  children { firstName } careTimeline { edges { node { id } } } entitlements { scheme } milestones { edges { node { title } } } } }`;
/** As an advisor comes to a family. */
const WEEK = `{ milestones(from: "2026-03-01T00:00:00Z", to: "2026-03-31T00:00:00Z") { edges { node {
  title family { entitlements { scheme } } } } } }`;
const FIELDS = ['careAccesses', 'benefitsAccesses', 'jobSearchAccesses'] as const;
type Field = (typeof FIELDS)[number];

let graph: TestWholeGraph;
let desks: ReturnType<typeof desksOf>;
let file: File;
let accesses: string;
let logs: string;

type Told = { readonly edges: { readonly node: Facts; readonly cursor: string }[] };
const sentences = ({ edges }: Told) => edges.map(({ node }) => node.sentence);

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: NOW });
  desks = desksOf(graph);
  accesses = await operationText('family-accesses');
  logs = await operationText('access-logs');
  file = await desks.register('Diallo');
  await desks.drained();
  await desks.giveRecords(file, worker, 10);
  await desks.drained();
  graph.setNow(at(1));
  await graph.ask(FILE, { reference: file.reference }, lea);
  graph.setNow(at(2));
  await graph.ask(WEEK, {}, hugo);
  graph.setNow(at(3));
  await graph.ask(FILE, { reference: file.reference }, ana);
  graph.setNow(at(10));
}, 120_000);
afterAll(() => graph.close());

const read = async (as: TestUser, variables: Facts = {}, language = 'fr') => {
  const asked = { reference: file.reference, first: 100, ...variables };
  const { data, errors } = await graph.ask(accesses, asked, as, { 'accept-language': language });
  return { family: data?.family ?? null, errors };
};
const audit = async (variables: Facts, as: TestUser = pascal) => graph.ask(logs, variables, as);

describe('the team of a family, which the family asks who has read its file', () => {
  it('is told by each agency who asked for what, and for what, in sentences', async () => {
    const { family, errors } = await read(lea);
    expect(errors).toEqual([]);
    expect(sentences(family.careAccesses)).toContain(
      'Léa Martin (travail social, departement-44, membre du groupe de suivi) a vu l’accueil des enfants et la fiche du foyer, pour accompagner la famille.',
    );
    expect(sentences(family.benefitsAccesses)).toContain(
      'Hugo Le Bras (conseil emploi, france-travail) a demandé à voir les prestations, pour accompagner la recherche d’emploi : cela n’a pas été montré.',
    );
    expect(sentences(family.jobSearchAccesses)[0]).toBe(
      'Ana Royer (coordination de l’accueil des enfants, ville-de-nantes) a demandé à voir la recherche d’emploi, pour organiser l’accueil des enfants : cela n’a pas été montré.',
    );
    expect(family.jobSearchAccesses.edges[1].node).toMatchObject({
      at: at(3).toISOString(),
      name: 'Ana Royer',
    });
  });

  it('reads it in English, the latest first, page by page', async () => {
    const { family } = await read(lea, {}, 'en');
    const [latest] = sentences(family.jobSearchAccesses);
    expect(latest).toContain(
      'Léa Martin (social work, departement-44, in the support team) saw the list of who',
    );
    const times = family.careAccesses.edges.map(({ node }: { node: Facts }) => String(node.at));
    expect(times).toEqual(times.toSorted().toReversed());

    const all = family.careAccesses.edges.map(({ node }: { node: Facts }) => node.id);
    const walked: unknown[] = [];
    let careAfter: string | null = (await read(lea, { first: 2 })).family.careAccesses.pageInfo.endCursor;
    while (careAfter) {
      const { family: page } = await read(lea, { first: 2, careAfter });
      walked.push(...page.careAccesses.edges.map(({ node }: { node: Facts }) => node.id));
      const { hasNextPage, endCursor } = page.careAccesses.pageInfo;
      careAfter = hasNextPage ? endCursor : null;
    }
    // Reading it put one more before them.
    expect(walked).toEqual(all.slice(1));
    const { errors } = await read(lea, { careAfter: 'x' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('is written down itself, by each agency', async () => {
    const rows = await accessesDuring(graph, () => read(lea));
    for (const agency of Object.values(rows))
      expect(agency).toContainEqual(
        expect.objectContaining({
          ...{ family: file.id, outcome: 'SEEN', sub: lea.sub, relation: 'TEAM' },
          categories: expect.arrayContaining(['ACCESSES']),
        }),
      );
  });

  it('and nobody else is: the service point is told that it is not shared, a stranger nothing', async () => {
    const rows = await accessesDuring(graph, async () => {
      const { family, errors } = await read(ana);
      expect(family).toMatchObject({ careAccesses: null, benefitsAccesses: null, jobSearchAccesses: null });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(FIELDS.map(() => 'NOT_SHARED'));
    });
    expect(rows.employment).toMatchObject([{ outcome: 'DENIED', categories: ['ACCESSES'], sub: ana.sub }]);
    expect((await read(second)).family).toBeNull();
    expect((await read(pascal)).family).toBeNull();
  });

  it('is not told of what the family does not share with their agency', async () => {
    const named = async (field: Field): Promise<unknown> => (await read(lea)).family[field];
    expect(await named('careAccesses')).not.toBeNull();
    const { db } = graph.agencies['early-childhood'];
    const objection = [file.id, 'CARE', 'BENEFITS'];
    await db.query('insert into objections (family_id, category, agency) values ($1, $2, $3)', objection);
    expect(await named('careAccesses')).toBeNull();
    await db.query('delete from objections');
  });
});

type Sealed = { readonly kept: readonly { readonly source: string }[] };

describe('an auditor', () => {
  const found = (log: Told): string[] => log.edges.map(({ node }) => `${node.sub} ${node.outcome}`);

  it('reads the log of one family, which is written down in it', async () => {
    let answered: Readonly<Record<string, Told>> = {};
    const rows = await accessesDuring(graph, async () => {
      const { data, errors } = await audit({ reference: file.reference, first: 100 });
      expect(errors).toEqual([]);
      answered = data;
    });
    const references = answered.benefitsAccessLog?.edges.map(({ node }) => node.reference);
    expect(new Set(references)).toEqual(new Set([file.reference]));
    for (const agency of Object.values(rows))
      expect(agency).toEqual([
        expect.objectContaining({
          ...{ family: file.id, sub: 'pascal', purpose: 'CONTROL', relation: 'ROLE', outcome: 'SEEN' },
          categories: ['ACCESSES'],
        }),
      ]);
    const none = await audit({ reference: 'NAN-000000' });
    expect(none.data.careAccessLog.edges).toEqual([]);
  });

  it('is told, and the family with them, that nobody asked', async () => {
    const quiet = await desks.register('Silence');
    await desks.drained();
    const rows = await accessesDuring(graph, () => audit({ reference: quiet.reference }));
    expect(rows.employment).toMatchObject([{ family: quiet.id, sub: 'pascal', categories: ['ACCESSES'] }]);
  });

  it('reads what one professional asked for, and what was asked within a period', async () => {
    const { data } = await audit({ sub: hugo.sub, first: 100 });
    expect(new Set(found(data.benefitsAccessLog))).toEqual(new Set(['hugo DENIED']));
    graph.setNow(at(24 * 60));
    await graph.ask(WEEK, {}, hugo);
    const today = await audit({ sub: hugo.sub, from: '2026-03-03', to: '2026-03-03' });
    expect(found(today.data.benefitsAccessLog)).toEqual(['hugo DENIED']);
    const before = await audit({ from: '2026-03-03' });
    expect(before.data.benefitsAccessLog.edges).not.toHaveLength(0);
    expect((await audit({ to: '2026-03-01' })).data.careAccessLog.edges).toEqual([]);
    const { errors } = await audit({ from: '2026-03-03', to: '2026-03-01' });
    expect(errors).toMatchObject(
      FIELDS.map(() => ({ extensions: { code: 'BAD_USER_INPUT', argument: 'to' } })),
    );
  });

  it('reads it page by page', async () => {
    const page = async (more: Facts) => {
      const { data } = await audit({ reference: file.reference, ...more });
      const { edges, pageInfo } = data.careAccessLog;
      return { ids: edges.map(({ node }: { node: Facts }) => node.id), pageInfo };
    };
    const { pageInfo } = await page({ first: 2 });
    expect(pageInfo.hasNextPage).toBe(true);
    const next = await page({ first: 2, careAfter: pageInfo.endCursor });
    // Each reading put one more before them.
    expect(next.ids).toEqual((await page({ first: 100 })).ids.slice(4, 6));
  });

  it.each([lea, hugo, coordinator('zoe')])('alone may: $role may not', async (as) => {
    const { data, errors } = await audit({}, as);
    expect(data).toEqual({ careAccessLog: null, benefitsAccessLog: null, jobSearchAccessLog: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(FIELDS.map(() => 'FORBIDDEN'));
    const sealing = await graph.ask(await operationText('log-sealing'), {}, as);
    expect(Object.values(sealing.data)).toEqual([null, null, null]);
    expect(sealing.errors.map(({ extensions }) => extensions.code)).toEqual(FIELDS.map(() => 'FORBIDDEN'));
  });

  it('is told how far each log is sealed, and what each agency keeps of the others', async () => {
    for (const agency of Object.values(graph.agencies)) await agency.runDueJobs();
    await desks.drained();
    const { data, errors } = await graph.ask(await operationText('log-sealing'), {}, pascal);
    expect(errors).toEqual([]);
    const sources = {
      careLogSealing: 'early-childhood',
      benefitsLogSealing: 'social-protection',
      jobSearchLogSealing: 'employment',
    };
    for (const [field, source] of Object.entries(sources)) {
      const [newest] = data[field].newest;
      expect([data[field].seals, newest?.head]).toEqual([
        newest?.number,
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
      const others: readonly Sealed[] = Object.keys(sources)
        .filter((other) => other !== field)
        .map((other) => data[other]);
      const keptBy = ({ kept }: Sealed) => kept.find((each) => each.source === source);
      const kept = { number: newest.number, head: newest.head, isContradicted: false };
      expect(others.map(keptBy)).toMatchObject([kept, kept]);
    }
  });
});

describe('a family that was registered twice', () => {
  it('is told of what was asked under either file', async () => {
    const twice = await desks.register('Diallo');
    await desks.drained();
    await graph.ask(FILE, { reference: twice.reference }, { ...lea, name: 'Before Merge' });
    const same = (one: { id: string }[], other: { id: string }[]) => [
      { keep: one[0]?.id, drop: other[0]?.id },
    ];
    const input = {
      ...{ survivorId: file.id, survivorVersion: file.version, duplicateId: twice.id, duplicateVersion: 1 },
      sameAdults: same(file.adults, twice.adults),
      sameChildren: same(file.children, twice.children),
    };
    await desks.change('mergeFamilies', input, 'family { id }', desk);
    await desks.drained();
    const { family } = await read(lea);
    for (const field of FIELDS)
      expect([field, ...sentences(family[field])]).toContainEqual(expect.stringContaining('Before Merge'));
    for (const reference of [file.reference, twice.reference]) {
      const { data } = await audit({ reference, first: 100 });
      const names = data.careAccessLog.edges.map(({ node }: { node: Facts }) => node.name);
      expect(names).toContain('Before Merge');
    }
    const { db } = graph.agencies.employment;
    const [kept]: { rows: number }[] = await db.query(
      "select count(*)::int as rows from access_log where family = $1 and name = 'Before Merge'",
      [twice.id],
    );
    expect(kept?.rows).toBeGreaterThan(0);
  });
});
