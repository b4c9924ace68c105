import { isAdmitted } from '@relais/platform/auth/user.ts';
import { conditionFor } from '@relais/platform/sight/action.rules.ts';
import { bindingBy, isByToken, type Permissions } from '@relais/platform/sight/compiled.ts';
import { type Facts, holds } from '@relais/platform/sight/condition.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type AgencyName, subgraphs } from '../../../subgraphs/agencies.ts';
import { type Reader, readerOf } from '../../src/testing/seeing/decisions.ts';
import type { Ids } from '../../src/testing/seeing/family-with-canaries.ts';
import type { TestWholeGraph } from '../../src/testing/test-whole-graph.ts';
import { everyRelation, relationsAsked } from './action-mistakes.ts';
import { relationMistakes } from './relation-mistakes.ts';

/** Every fact that a rule or a mistake of it may ask of one reader and the family, as it is and as mistakes would have it. */
export const factsOver =
  (graph: TestWholeGraph, ids: Ids) =>
  async (agency: AgencyName, reader: Reader): Promise<Facts> => {
    const { sub, agencyKind } = readerOf(reader);
    const now = graph.now();
    const known = { sub, today: dayOf(now).toString(), now: now.toISOString(), agencyKind: agencyKind ?? '' };
    const values = [ids.get('familyId') ?? '', ids.get('adultId') ?? ''];
    const bind = bindingBy((what) => `$${values.push(known[what])}`);
    const permissions = subgraphs.find(({ name }) => name === agency)?.permissions ?? {};
    const wrong = relationMistakes(relationsAsked(permissions)).map((mistake) => mistake.wrong);
    const relations = [...everyRelation(permissions), ...wrong];
    const columns = relations.map(({ sql, about }) => sql(about ? 'asked.adult' : 'asked.family', bind));
    const [row] = await graph.agencies[agency].db.query<{ facts: boolean[] }[]>(
      `select array[${columns.join()}] as facts from (select $1::uuid as family, $2::uuid as adult) as asked`,
      values,
    );
    return Object.fromEntries(relations.map(({ name }, index) => [name, row?.facts[index] ?? false]));
  };

/** What rules decide by facts that are known. */
export const decidedBy = (permissions: Permissions, reader: Reader, facts: Facts): Map<string, boolean> => {
  const user = readerOf(reader);
  return new Map(
    Object.entries(permissions).flatMap(([name, rule]) =>
      isByToken(rule) ? [] : [[name, isAdmitted(user) && holds(conditionFor(rule, user), facts)]],
    ),
  );
};
