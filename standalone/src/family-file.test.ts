import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findingRecords } from '@relais/platform/database/find-records.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { DemoFamily } from './demo/demo-family.ts';
import { familyFileVariables, operationText } from './operations.ts';
import { plantBusyFamilies } from './testing/busy-families.ts';
import { isDistributed } from './testing/in-topology.ts';
import { manyFiles } from './testing/many-files.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

/** One more where the agencies are services: early-childhood is asked twice, and asks each time what ties the reader to the family. */
const MOST_STATEMENTS = isDistributed ? 6 : 5;
const FAMILIES = 50;

const now = MONDAY;
const variables = familyFileVariables('NAN-900001', dayOf(now));
let graph: TestWholeGraph;
let families: DemoFamily[];
let familyFile: string;

/** Known to every agency, so that a question costs what the second one of the day costs. */
const reader = caseworker();

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now });
  await graph.signIn(reader);
  families = await plantBusyFamilies(
    graph.databases.ownerUrls,
    graph.agencies['early-childhood'].db.manager,
    FAMILIES,
    now,
  );
  familyFile = await operationText('family-file');
}, 60_000);

afterAll(() => graph.close());

const askMany = async (first: number) => {
  const { reference: _one, ...others } = variables;
  return graph.ask(manyFiles(familyFile), { ...others, first }, reader);
};

describe('the family file', () => {
  it('answers care, benefits, job search and cover in one query', async () => {
    const { data, errors } = await graph.ask(familyFile, variables, caseworker());
    expect(errors).toEqual([]);
    const { family } = data;
    expect(family.children).toHaveLength(3);
    expect(family.children.flatMap((child: { placements: unknown[] }) => child.placements)).toHaveLength(1);
    expect(family.benefitsStatus).toMatchObject({
      incomeSupport: 'RECEIVING',
      schemes: expect.arrayContaining(['RSA']),
    });
    expect(family.adults[0].jobSeeker.status).toBe('OPEN');
    expect(family.hourlyFee).toMatchObject({ cents: expect.any(Number) });
    expect(family.milestones.edges).toHaveLength(20);
    const statuses = family.milestones.edges.map(
      ({ node }: { node: { childcareCover: { status: string } } }) => node.childcareCover.status,
    );
    expect(new Set(statuses).size).toBeGreaterThan(1);
  });

  it(`costs at most ${MOST_STATEMENTS} statements, as many for fifty families as for one`, async () => {
    await askMany(FAMILIES);
    const one = await graph.databases.statements(() => askMany(1));
    const fifty = await graph.databases.statements(() => askMany(FAMILIES));
    const single = await graph.databases.statements(() => graph.ask(familyFile, variables, reader));
    expect(fifty).toBe(one);
    expect(one).toBeLessThanOrEqual(MOST_STATEMENTS);
    expect(single).toBeLessThanOrEqual(MOST_STATEMENTS);
  });

  it('really answers all of fifty families', async () => {
    const { data, errors } = await askMany(FAMILIES);
    expect(errors).toEqual([]);
    const nodes = data.families.edges.map(({ node }: { node: unknown }) => node);
    expect(nodes).toHaveLength(FAMILIES);
    for (const node of nodes) expect(node.milestones.edges).toHaveLength(20);
  });

  it('is made of records as TypeORM would have read them', async () => {
    for (const { name, db } of Object.values(graph.agencies)) {
      const { find } = findingRecords(db.manager);
      for (const { target, targetName, propertiesMap } of db.entityMetadatas) {
        const order = 'id' in propertiesMap ? { id: 'ASC' } : {};
        const read = { [`${name} ${targetName}`]: await find(target, { order }) };
        expect(read).toStrictEqual({ [`${name} ${targetName}`]: await db.manager.find(target, { order }) });
      }
    }
  });

  it('answers an unknown reference with null', async () => {
    const { data, errors } = await graph.ask(
      familyFile,
      { ...variables, reference: 'NAN-000000' },
      caseworker(),
    );
    expect({ data, errors }).toEqual({ data: { family: null }, errors: [] });
  });

  it('tells a coordinator nothing of benefits and no title, and says that it does not', async () => {
    const { data, errors } = await graph.ask(familyFile, variables, coordinator());
    expect(data.family.benefitsStatus).toBeNull();
    expect(data.family.milestones.edges[0].node.title).toBeNull();
    expect(data.family.milestones.edges[0].node.childcareCover.status).toEqual(expect.any(String));
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['NOT_SHARED']));
  });

  it('shows advisors their own milestones with their cover, and nothing else of care', async () => {
    const week = await operationText('advisor-week');
    const { from } = familyFileVariables('', dayOf(now));
    const to = new Date(now.getTime() + 30 * 86_400_000).toISOString();
    const { data, errors } = await graph.ask(week, { from, to }, advisor('demo-advisor'));
    expect(errors).toEqual([]);
    expect(data.milestones.edges).toHaveLength(50);
    expect(data.milestones.edges[0].node.family.reference).toMatch(/^NAN-9/);
    expect((await graph.ask(week, { from, to }, advisor('another'))).data.milestones.edges).toEqual([]);
  });

  it('finds the same records again by their ids', async () => {
    const [family] = families;
    const ids = { family: family?.id, adult: family?.adults[0]?.id, child: family?.children[0]?.id };
    const byId = `query ($family: ID!, $adult: ID!, $child: ID!) {
      familyById(id: $family) { reference }
      adult(id: $adult) { family { reference } }
      child(id: $child) { family { reference } }
    }`;
    const { data, errors } = await graph.ask(byId, ids, caseworker());
    expect(errors).toEqual([]);
    const reference = family?.reference;
    expect(data).toEqual({
      familyById: { reference },
      adult: { family: { reference } },
      child: { family: { reference } },
    });
  });
});
