import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { coveredPaths } from '@relais/platform/graphql/covered-paths.ts';
import { newId } from '@relais/platform/ids.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, type TypeNode } from 'graphql';
import { subgraphs } from '../../subgraphs/agencies.ts';
import { familyFileVariables, operationText } from './operations.ts';
import { plantBusyFamilies } from './testing/busy-families.ts';
import { manyFiles } from './testing/many-files.ts';
import { type Answer, type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const MILESTONES = 20;
const FAMILIES = 5;

let graph: TestWholeGraph;
let familyFile: string;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  const covers = graph.agencies['early-childhood'].db.manager;
  await plantBusyFamilies(graph.databases.ownerUrls, covers, FAMILIES, MONDAY);
  familyFile = await operationText('family-file');
}, 60_000);

afterAll(() => graph.close());

const pathsOf = (errors: Answer['errors']): string[] =>
  errors.flatMap(coveredPaths).map((path) => path.join('.'));

describe('what an agency does not share', () => {
  it('is said once for each place, however many families were asked for', async () => {
    const { reference: _one, ...others } = familyFileVariables('', dayOf(MONDAY));
    const query = manyFiles(familyFile);
    const { data, errors } = await graph.ask(query, { ...others, first: FAMILIES }, coordinator());
    const told = errors.map(({ extensions }) => extensions);
    const place = 'families.edges.node.milestones.edges.node.title';
    expect(told).toContainEqual(
      expect.objectContaining({ code: 'NOT_SHARED', because: 'ROLE', place, count: FAMILIES * MILESTONES }),
    );
    const covered = pathsOf(errors);
    expect(covered.length).toBeGreaterThan(FAMILIES * MILESTONES);
    expect(new Set(covered).size).toBe(covered.length);
    expect(told.length).toBeLessThan(10);
    expect(data.families.edges[1].node.milestones.edges[3].node.title).toBeNull();
    expect(covered).toContain('families.edges.1.node.milestones.edges.3.node.title');
  });
});

describe('a record that another agency points to and this one does not know', () => {
  const ADD =
    'mutation ($input: AddTaskInput!) { addTask(input: $input) { task { id } refusal { message } } }';
  const TASKS = `{ myTasks(first: 100) { edges { node { title family {
    id reference displayName adults { firstName } milestones(first: 1) { edges { node { id } } }
  } } } } }`;
  const unknownId = newId();
  const colleague = caseworker();

  const addTask = async (familyId: string, title: string): Promise<void> => {
    const input = { familyId, title, dueOn: '2026-12-01' };
    const { data } = await graph.ask(ADD, { input }, colleague);
    expect(data.addTask.refusal).toBeNull();
  };

  it('answers nothing but that it is not shared, and without a reason', async () => {
    const known = await graph.ask('{ family(reference: "NAN-900001") { id } }', {}, colleague);
    const { db } = graph.agencies['social-protection'];
    await db.query("insert into known_families (id, reference, version) values ($1, 'NAN-999999', 1)", [
      unknownId,
    ]);
    await givenFollowers(db, unknownId);
    await addTask(known.data.family.id, 'known');
    await addTask(unknownId, 'unknown');
    const { data, errors } = await graph.ask(TASKS, {}, colleague);
    const nodes: { title: string; family: object }[] = data.myTasks.edges.map(
      ({ node }: { node: object }) => node,
    );
    expect(nodes.find(({ title }) => title === 'known')?.family).toMatchObject({
      reference: 'NAN-900001',
      displayName: expect.any(String),
    });
    expect(nodes.find(({ title }) => title === 'unknown')?.family).toMatchObject({
      id: unknownId,
      displayName: null,
      adults: null,
    });
    const index = nodes.findIndex(({ title }) => title === 'unknown');
    for (const field of ['displayName', 'adults']) {
      const error = errors.find(({ path }) => path?.at(-1) === field);
      expect(error?.path).toEqual(['myTasks', 'edges', index, 'node', 'family', field]);
      expect(error?.extensions).toMatchObject({ code: 'NOT_SHARED', service: 'early-childhood', count: 1 });
      expect(error?.extensions).not.toHaveProperty('because');
    }
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('SERVICE_UNAVAILABLE');
  });
});

type Fields = readonly FieldDefinitionNode[];

const has = ({ directives = [] }: { directives?: readonly ConstDirectiveNode[] }, name: string): boolean =>
  directives.some((each) => each.name.value === name);

const namedTypeOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);

const typesOf = (sdl: string) =>
  parse(sdl, { noLocation: true }).definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
/** Of each agency, read once: the records of every field of every type are looked up in them. */
const schemas = subgraphs.map(({ name, sdl }) => ({ name, types: typesOf(sdl()) }));
type Types = (typeof schemas)[number]['types'];

/** What an agency itself answers of the records of a type that others may point to. */
const ownFields = (types: Types, type: string): Fields => {
  const found = types.find((each) => each.name.value === type && has(each, 'key'));
  return (found?.fields ?? []).filter((field) => !has(field, 'external'));
};

describe('a field that leads to a record', () => {
  it('is null alone when its record is: what other agencies must know of it is held by nothing sure and no list', () => {
    const mustBeKnown = (type: string, here: string): string[] => {
      const own = new Set(
        schemas
          .filter(({ name }) => name === here)
          .flatMap(({ types }) => ownFields(types, type))
          .map(({ name }) => name.value),
      );
      return schemas
        .filter(({ name }) => name !== here)
        .flatMap(({ types }) => ownFields(types, type))
        .filter((field) => field.type.kind === Kind.NON_NULL_TYPE && !own.has(field.name.value))
        .map((field) => field.name.value);
    };
    const leading = schemas.flatMap(({ name, types }) =>
      types.flatMap((holder) =>
        (holder.fields ?? [])
          .filter((field) => !has(field, 'external') && ownFields(types, namedTypeOf(field.type)).length > 0)
          .map((field) => ({
            at: `${name} ${holder.name.value}.${field.name.value}`,
            type: field.type,
            mustKnow: mustBeKnown(namedTypeOf(field.type), name),
          }))
          .filter(({ mustKnow }) => mustKnow.length > 0),
      ),
    );
    expect(leading.map(({ at }) => at)).toContain('early-childhood UncoveredMilestone.milestone');
    expect(leading.filter(({ type }) => type.kind !== Kind.NAMED_TYPE)).toEqual([]);
  });
});
