import { Accesses } from '@relais/platform/access-log/accesses.ts';
import { type User, userClaims } from '@relais/platform/auth/user.ts';
import { Batches } from '@relais/platform/database/loaders.ts';
import { conditionFor } from '@relais/platform/sight/action.rules.ts';
import { isByToken, type Permissions } from '@relais/platform/sight/compiled.ts';
import { relationsIn } from '@relais/platform/sight/condition.rules.ts';
import { Sight } from '@relais/platform/sight/sight.ts';
import { agencyOf } from '@relais/platform/testing/agency-of.ts';
import { testAgencies } from '@relais/platform/testing/test-users.ts';
import { type AgencyName, subgraphs } from '../../../../subgraphs/agencies.ts';
import type { TestWholeGraph } from '../test-whole-graph.ts';
import type { Ids } from './family-with-canaries.ts';
import type { WrittenRow } from './written-tables.ts';

export type Reader = Pick<WrittenRow, 'user'>;
/** `APART`: a list holds otherwise than the record is shown. */
type Decisions = ReadonlyMap<string, boolean | 'APART'>;

/** Nothing of it is written down. */
const unwritten = () =>
  new Accesses({ categories: {}, tieTo: async () => null, store: async () => undefined });

export const readerOf = ({ user }: Reader): User => {
  const claims = userClaims.parse({ agency: agencyOf[user.role], ...user });
  return { ...claims, agencyKind: testAgencies.get(claims.agency) ?? null };
};

/** What lists are filtered by: not what depends on a member. */
const filtersOf = (permissions: Permissions, user: User): string[] =>
  Object.entries(permissions).flatMap(([name, rule]) =>
    isByToken(rule) || relationsIn(conditionFor(rule, user)).some(({ about }) => about) ? [] : [name],
  );

/** What a table of permissions decides for a reader who is tied to the family, of a record and of a list. */
export const decisionsOver = (graph: Pick<TestWholeGraph, 'agencies' | 'now'>, ids: Ids) => {
  const familyId = ids.get('familyId') ?? '';

  const held = async (agency: AgencyName, sight: Sight, names: readonly string[]) => {
    const values: string[] = [familyId];
    const columns = names.map((name) => sight.filter(name)('asked.id', (value) => `$${values.push(value)}`));
    const [row] = await graph.agencies[agency].db.query<{ held: boolean[] }[]>(
      `select array[${columns.join()}]::boolean[] as held from (select $1::uuid as id) as asked`,
      values,
    );
    return new Map(names.map((name, index) => [name, row?.held[index]]));
  };

  return async (agency: AgencyName, permissions: Permissions, reader: Reader): Promise<Decisions> => {
    const user = readerOf(reader);
    const { db } = graph.agencies[agency];
    const reading = { batches: new Batches(), accesses: unwritten(), now: graph.now(), db: db.manager };
    const sight = new Sight({ permissions, user, ...reading });
    const inLists = await held(agency, sight, filtersOf(permissions, user));
    const names = Object.entries(permissions).flatMap(([name, rule]) => (isByToken(rule) ? [] : [name]));
    const decided = names.map(async (name) => {
      const sees = await sight.sees(name, [familyId], ids.get('adultId'));
      return [name, (inLists.get(name) ?? sees) === sees ? sees : 'APART'] as const;
    });
    return new Map(await Promise.all(decided));
  };
};

/** The same of every agency as it is. */
export const decisionsInForce = async (
  decisions: ReturnType<typeof decisionsOver>,
  reader: Reader,
): Promise<Decisions> => {
  const all: [string, boolean | 'APART'][] = [];
  for (const { name, permissions } of subgraphs)
    for (const [rule, may] of await decisions(name, permissions, reader)) all.push([`${name} ${rule}`, may]);
  return new Map(all);
};
