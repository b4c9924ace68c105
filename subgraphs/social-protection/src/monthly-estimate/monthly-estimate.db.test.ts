import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenResources } from '../resources/resources.builder.ts';
import { subgraph } from '../subgraph.ts';

const ESTIMATE = '{ id monthlyEstimate { cents hours on hourlyFee { cents reason message } } }';

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
  ({ familyId } = await givenKnownFamily(graph.db));
  await givenResources(graph.db, { familyId, year: 2024 });
});
afterAll(() => graph.close());

/** As the gateway hands a placement over. */
const aPlacement = (family: string) => ({
  id: newId(),
  kind: 'LONG_TERM',
  ordinaryFrom: '2026-01-05',
  endsOn: '2026-07-31',
  weeklyHours: 30,
  family: { __typename: 'Family', id: family },
  section: { centre: { kind: 'CRECHE' } },
});
const estimates = (placements: { id: string }[], as = coordinator()) =>
  graph.resolveReferences('Placement', placements, ESTIMATE, as);

describe('the monthly estimate of a placement', () => {
  it('is computed where the resources are, for the caseworker and the coordinator', async () => {
    for (const user of [caseworker(), coordinator()]) {
      const { data, errors } = await estimates([aPlacement(familyId)], user);
      expect(errors).toEqual([]);
      expect(data[0].monthlyEstimate).toEqual({
        cents: 161_20,
        hours: 130,
        on: '2026-03-10',
        hourlyFee: { cents: 124, reason: 'COMPUTED', message: 'Calculé sur les ressources de 2024.' },
      });
    }
  });

  it('says why there is none yet', async () => {
    const { data } = await estimates([aPlacement(newId())]);
    expect(data[0].monthlyEstimate).toMatchObject({
      cents: null,
      hours: 130,
      hourlyFee: {
        reason: 'RESOURCES_UNKNOWN',
        message: 'Ressources de 2024 inconnues : pas encore de tarif.',
      },
    });
  });

  it('is not shared with advisors', async () => {
    const { data, errors } = await estimates([aPlacement(familyId)], advisor());
    expect(data[0].monthlyEstimate).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  });

  it('is of no placement to who does not follow the family, and not shared where its family is not told', async () => {
    const { family, ...without } = aPlacement(familyId);
    expect(await estimates([aPlacement(familyId)], caseworker('stranger'))).toEqual({
      data: [null],
      errors: [],
    });
    const untold = [without, { ...without, family: null }];
    for (const user of [caseworker(), coordinator()]) {
      const { data, errors } = await estimates(untold.slice(1), user);
      expect(data).toEqual([{ id: without.id, monthlyEstimate: null }]);
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
    }
    expect((await estimates(untold.slice(0, 1), caseworker())).data).toEqual([null]);
  });

  it('of a placement that came without its facts asks to try again', async () => {
    const { errors } = await estimates([{ id: newId() }]);
    expect(errors).toMatchObject([{ extensions: { code: 'TRY_AGAIN' } }]);
  });

  it('costs two statements for 1 and for 50 placements: who follows them, and their resources', async () => {
    const families = await Promise.all(Array.from({ length: 50 }, () => givenKnownFamily(graph.db)));
    const placements = families.map((each) => aPlacement(each.familyId));
    const reader = await graph.signIn(caseworker());
    expect(await graph.statements(() => estimates(placements.slice(0, 1), reader))).toBe(2);
    expect(await graph.statements(() => estimates(placements, reader))).toBe(2);
  });
});
