import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyKinds } from '@relais/platform/auth/agencies.ts';
import { roles } from '@relais/platform/auth/user.ts';
import { testAgencies } from '@relais/platform/testing/test-users.ts';
import { buildSchema } from 'graphql';
import { subgraphs } from '../../subgraphs/agencies.ts';
import { administratorsOf, administratorsOnly, allowedRoles, letInByToken } from './permissions.expected.ts';
import { type MinimalOperation, minimalOperations } from './testing/minimal-operations.ts';
import { decidedByToken } from './testing/seeing/by-token.ts';
import { OF_AGENCIES } from './testing/seeing/changes.ts';
import { writtenTables } from './testing/seeing/written-tables.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const { agencies } = await writtenTables();

let graph: TestWholeGraph;
let operations: MinimalOperation[];

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20 });
  const api = await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8');
  operations = minimalOperations(buildSchema(api));
}, 60_000);

afterAll(() => graph.close());

/** Of these kinds of agencies first, so that what is let in may be compared with what is written. */
const kindsLetIn = async (document: string, role: string, written: readonly string[]): Promise<string[]> => {
  const known = roles.filter((each) => each === role);
  const kinds = [...new Set([...written, ...agencyKinds])];
  const letIn = kinds.map(async (kind) => {
    const [agency = ''] = [...testAgencies].find(([, each]) => each === kind) ?? [];
    const { errors } = await graph.ask(document, {}, { role: known[0] ?? 'AUDITOR', agency, admin: true });
    return errors.some(({ extensions }) => extensions.code === 'FORBIDDEN') ? [] : [kind];
  });
  return (await Promise.all(letIn)).flat();
};

describe.each(subgraphs)('the rules of $name that the token alone decides', ({ name, permissions }) => {
  it('let in exactly whom is written down', () => {
    const written = Object.entries(letInByToken[name]).map(([rule, who]) => [rule, [...who].sort()]);
    expect(decidedByToken(permissions)).toEqual(Object.fromEntries(written));
  });
});

describe('permissions of the whole graph', () => {
  it('are written down for every query and mutation, and for nothing else', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(allowedRoles).sort());
  });

  it('say of every change of which agencies it is', () => {
    const mutations = operations.map(({ name }) => name).filter((name) => name.startsWith('Mutation.'));
    const written = Object.values(OF_AGENCIES).flat();
    expect(written.map((name) => `Mutation.${name}`).sort()).toEqual(mutations.sort());
    expect(Object.keys(OF_AGENCIES).sort()).toEqual([...agencies.keys()].sort());
  });

  it.each(roles)('let %s use exactly what is written down', async (role) => {
    const outcomes = await Promise.all(
      operations.map(async ({ name, document }) => {
        const { errors } = await graph.ask(document, {}, { role });
        const codes = errors.map(({ extensions }) => extensions.code);
        expect([name, ...codes]).not.toContain('GRAPHQL_VALIDATION_FAILED');
        expect([name, ...codes]).not.toContain('INTERNAL_SERVER_ERROR');
        return [name, codes.includes('FORBIDDEN') ? 'FORBIDDEN' : 'allowed'];
      }),
    );
    const expected = operations.map(({ name }) => [
      name,
      allowedRoles[name]?.includes(role) ? 'allowed' : 'FORBIDDEN',
    ]);
    expect(outcomes).toEqual(expected);
  });

  it.each(roles)(
    'let %s who is an administrator use what is for administrators, if families are followed',
    async (role) => {
      const ofAdministrators = operations.filter(({ name }) => administratorsOnly.includes(name));
      const outcomes = await Promise.all(
        ofAdministrators.map(async ({ document }) => {
          const { errors } = await graph.ask(document, {}, { role, admin: true });
          return errors[0]?.extensions.code ?? 'allowed';
        }),
      );
      const expected = ofAdministrators.map(({ name }) =>
        administratorsOf(name).includes(role) ? 'allowed' : 'FORBIDDEN',
      );
      expect(outcomes).toEqual(expected);
    },
  );

  it.each([...agencies])(
    'let people of exactly the agencies that are written down change %s',
    async (change, mayOf) => {
      const isOf = ({ name }: MinimalOperation) =>
        OF_AGENCIES[change]?.includes(name.replace('Mutation.', ''));
      const asked = Object.entries(mayOf).filter(([, kinds]) => !kinds.includes('none'));
      for (const { name, document } of operations.filter(isOf)) {
        const outcomes = asked.map(async ([role, kinds]) => [role, await kindsLetIn(document, role, kinds)]);
        expect([name, await Promise.all(outcomes)]).toEqual([name, asked]);
      }
    },
  );

  it('let no change of something unknown through, and say so as data', async () => {
    const mutations = operations.filter(({ name }) => name.startsWith('Mutation.'));
    const unrefused: string[] = [];
    for (const { name, document } of mutations) {
      const admin = administratorsOnly.includes(name);
      const [role = 'CASEWORKER'] = (admin ? administratorsOf(name) : allowedRoles[name]) ?? [];
      const { data, errors } = await graph.ask(document, {}, { role, admin });
      const [payload] = Object.values<{ refusal?: { message: string } | null }>(data ?? {});
      expect([name, errors]).toEqual([name, []]);
      if (!payload?.refusal?.message) unrefused.push(name);
    }
    // Some answer row by row, and one that there is no such family.
    expect(unrefused.sort()).toEqual([
      ...['Mutation.bookBackups', 'Mutation.importCentres', 'Mutation.importEntitlements'],
      ...['Mutation.lookUpFamily', 'Mutation.recordAttendances'],
    ]);
  });

  it('let nobody in without a token', async () => {
    const answers = await Promise.all(operations.map(({ document }) => graph.ask(document, {})));
    expect(answers.map(({ data, errors }) => [data, errors[0]?.extensions.code])).toEqual(
      operations.map(() => [null, 'UNAUTHENTICATED']),
    );
  });
});
