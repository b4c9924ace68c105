import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { lastQuarterBefore, type Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { auditor, coordinator } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { plantDemoCity } from './demo/plant-demo-city.ts';
import { withAgencies } from './embedded-databases.ts';
import { operationText } from './operations.ts';
import { recountCare } from './testing/recount/care.ts';
import { recountIncomeSupport } from './testing/recount/income-support.ts';
import { recountJobSearch } from './testing/recount/job-search.ts';
import { type Recount, type RecountedShare, readTables } from './testing/recount/tables.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const now = new Date('2026-11-23T12:00:00+01:00');
const FEWEST = 5;
const MOST_STATEMENTS = 12;
const quarter: Quarter = lastQuarterBefore(dayOf(now));
const period = { from: quarter.from.toString(), to: quarter.to.toString() };

let graph: TestWholeGraph;
let tables: Awaited<ReturnType<typeof readTables>>;
let districtIds: string[];
let operation: string;

/** Known to every agency, so that a question costs what the second one of the day costs. */
const reader = coordinator();

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now });
  await graph.signIn(reader);
  const covers = graph.agencies['early-childhood'].db.manager;
  await inTransaction(covers, plantNantes);
  tables = await withAgencies(graph.databases.ownerUrls, async (clients) => {
    await plantDemoCity({ ...clients, covers }, { seed: 1, today: dayOf(now) }, now);
    return readTables(clients);
  });
  const districts = await covers.query('select id from districts order by number');
  districtIds = districts.map(({ id }: { id: string }) => id);
  operation = await operationText('impact-report');
}, 120_000);

afterAll(() => graph.close());

type Figure = { readonly value: number | null; readonly isWithheld: boolean };
type Share = { readonly numerator: Figure; readonly denominator: Figure };
type Checked = {
  readonly name: string;
  readonly figure: Figure;
  readonly counted: Recount;
  readonly rest?: Recount;
};

const sharesOf = (name: string, { numerator, denominator }: Share, recounted: RecountedShare): Checked[] => [
  { name, figure: numerator, counted: recounted.part, rest: recounted.rest },
  { name: `all of ${name}`, figure: denominator, counted: recounted.whole },
];

// biome-ignore lint/suspicious/noExplicitAny: the answer as it came
type Report = any;

const careOf = (report: Report, districtId: string | null): Checked[] => {
  const care = recountCare(tables, quarter, districtId);
  return [
    ...sharesOf('families served', report.familiesServed, care.familiesServed),
    ...sharesOf('outcome', report.stabilisingOrPositiveOutcome, care.stabilisingOrPositiveOutcome),
    ...report.familiesByCareKind.flatMap(({ kind, families }: { kind: string; families: Share }) =>
      sharesOf(kind, families, care.familiesByCareKind(kind)),
    ),
    { name: 'emergencies', figure: report.emergencyCare.bookings, counted: care.emergencies },
  ];
};

const jobSearchOf = (report: Report, districtId: string | null): Checked[] => {
  const search = recountJobSearch(tables, quarter, districtId);
  return [
    ...report.milestonesByCover.flatMap(({ cover, ...shares }: Record<string, Share> & { cover: string }) => [
      ...sharesOf(`attended ${cover}`, shares.attended as Share, search.attended(cover)),
      ...sharesOf(`missed ${cover}`, shares.missed as Share, search.missed(cover)),
      ...sharesOf(
        `childcare ${cover}`,
        shares.missedForLackOfChildcare as Share,
        search.missedForLackOfChildcare(cover),
      ),
    ]),
    ...report.returnsByKind.flatMap(({ kind, jobSeekers }: { kind: string; jobSeekers: Share }) =>
      sharesOf(`return ${kind}`, jobSeekers, search.returned(kind)),
    ),
    ...report.returnsFollowedUp.flatMap(({ point, stillThere }: { point: string; stillThere: Share }) =>
      sharesOf(`after ${point}`, stillThere, search.stillThere(point)),
    ),
  ];
};

const ask = async (districtId: string | null): Promise<Report> => {
  const { data, errors } = await graph.ask(operation, { ...period, districtId }, reader);
  expect(errors).toEqual([]);
  return data.impactReport;
};

const check = async (districtId: string | null): Promise<Checked[]> => {
  const report = await ask(districtId);
  const support = recountIncomeSupport(tables, quarter, districtId);
  return [
    ...careOf(report, districtId),
    ...jobSearchOf(report, districtId),
    ...sharesOf('income support', report.incomeSupportOnLastDay, support),
  ];
};

const isSmall = ({ counted, rest }: Checked): boolean =>
  counted.families < FEWEST || (rest !== undefined && rest.families < FEWEST);

describe('the impact report', () => {
  it('is, for the city, what a recount of the tables gives', async () => {
    const figures = await check(null);
    const shown = figures.filter(({ figure }) => !figure.isWithheld);
    expect(shown.map(({ name, figure }) => [name, figure.value])).toEqual(
      shown.map(({ name, counted }) => [name, counted.count]),
    );
    expect(shown.length).toBeGreaterThan(25);
    // Nothing but what is small, or a part of what is, is withheld from the city's own report.
    const small = figures.filter(isSmall).map(({ name }) => name);
    const withheld = figures.filter(({ figure }) => figure.isWithheld).map(({ name }) => name);
    expect(withheld).toEqual(expect.arrayContaining(small));
    expect(withheld.filter((name) => !small.includes(name) && !name.startsWith('childcare'))).toEqual([]);
  });

  it('is, for each district, what a recount gives, and withholds what is small', async () => {
    const figures = (await Promise.all(districtIds.map(check))).flat();
    const small = figures.filter(isSmall).map(({ figure }) => figure);
    expect(small).toEqual(small.map(() => ({ value: null, isWithheld: true, correctedSince: null })));
    const shown = figures.filter(({ figure }) => !figure.isWithheld);
    expect(shown.map(({ name, figure }) => [name, figure.value])).toEqual(
      shown.map(({ name, counted }) => [name, counted.count]),
    );
    expect(shown.length).toBeGreaterThan(districtIds.length);
  }, 60_000);

  it('lets nobody find a withheld district by taking the others from the city', async () => {
    const city = await check(null);
    const districts = await Promise.all(districtIds.map(check));
    const alone = city.flatMap(({ name, figure }, index) => {
      const hidden = districts.filter((figures) => figures[index]?.figure.isWithheld);
      return !figure.isWithheld && hidden.length === 1 ? [name] : [];
    });
    expect(alone).toEqual([]);
    expect(districts.flat().some(({ figure }) => figure.isWithheld)).toBe(true);
  }, 60_000);

  it('gives the median notice of emergency care in minutes', async () => {
    const { medianNoticeMinutes } = (await ask(null)).emergencyCare;
    expect(medianNoticeMinutes).toBe(recountCare(tables, quarter, null).medianNoticeMinutes);
    expect(medianNoticeMinutes).toBeGreaterThan(0);
  });

  it(`costs at most ${MOST_STATEMENTS} statements, for a district as for the city`, async () => {
    await ask(null);
    const city = await graph.databases.statements(() => ask(null));
    const district = await graph.databases.statements(() => ask(districtIds[0] ?? null));
    expect(city).toBeLessThanOrEqual(MOST_STATEMENTS);
    expect(district).toBeLessThanOrEqual(MOST_STATEMENTS);
  });
});

describe('the impact report refuses', () => {
  const problemWith = async (variables: Readonly<Record<string, unknown>>) => {
    const { errors } = await graph.ask(operation, { ...period, ...variables }, auditor());
    return errors.map(({ extensions }) => [extensions.code, extensions.argument]);
  };

  it.each([
    ['a period that ends before it starts', { from: '2026-09-30', to: '2026-07-01' }, 'to'],
    ['a month', { from: '2026-07-01', to: '2026-07-31' }, 'to'],
    ['a year', { from: '2025-01-01', to: '2025-12-31' }, 'to'],
    ['a quarter and a day', { from: '2026-07-01', to: '2026-10-01' }, 'to'],
    ['the quarter under way', { from: '2026-10-01', to: '2026-12-31' }, 'to'],
    ['a district that does not exist', { districtId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001' }, 'districtId'],
    ['an id that is none', { districtId: 'Nantes Nord' }, 'districtId'],
  ])('%s', async (_, variables, argument) => {
    expect(await problemWith(variables)).toEqual([['BAD_USER_INPUT', argument]]);
  });

  it('in the words of the reader, not in those of a format', async () => {
    const { errors } = await graph.ask(operation, { from: '2026-10-01', to: '2026-12-31' }, auditor());
    expect(errors[0]?.message).toContain('ce trimestre n’est pas fini');
  });

  it('a system without its scope, and answers one with it', async () => {
    const asked = async (scope: string) => graph.ask(operation, { ...period }, { role: 'INTEGRATOR', scope });
    expect((await asked('families:read')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { data, errors } = await asked('openid impact-report:read');
    expect(errors).toEqual([]);
    expect(data.impactReport.incomeSupportOnLastDay.denominator.value).toBe(143);
  });
});
