import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../../subgraph.ts';
import { givenAdult, givenFamily } from './family.builder.ts';

const CONTACT = '{ id firstName phone preferredLanguage needsInterpreter birthDate }';

describe('how to reach an adult', () => {
  let graph: TestSubgraph;
  const lea = advisor('advisor-lea');
  const reached = { phone: '+33612345678', preferredLanguage: 'ar', needsInterpreter: true };
  const unreached = { phone: null, preferredLanguage: null, needsInterpreter: null };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph);
  });
  afterAll(() => graph.close());

  /** Two adults, of whom the advisor follows the first. */
  const givenCouple = async (given: { from?: string; to?: string } = {}) => {
    const { id: familyId } = await givenFamily(graph.db);
    const [own, other] = [
      await givenAdult(graph.db, { familyId, ...reached }),
      await givenAdult(graph.db, { familyId, ...reached }),
    ];
    const follows = { sub: 'advisor-lea', relation: 'ADVISOR', adultId: own.id, ...given };
    await givenFollowers(graph.db, familyId, [follows]);
    return { familyId, own: own.id, other: other.id };
  };
  const ask = async (ids: string[], as: TestUser) => {
    const keys = ids.map((id) => ({ id }));
    const { data, errors } = await graph.resolveReferences('Adult', keys, CONTACT, as);
    const codes = errors.map(({ extensions }) => extensions?.code);
    return { adults: data, codes: [...new Set(codes)] };
  };

  it('is told to an advisor of the own job seeker, and of nobody else in the family', async () => {
    const { own, other } = await givenCouple();
    const { adults, codes } = await ask([own, other], lea);
    expect(adults).toEqual([
      { id: own, firstName: 'Awa', ...reached, birthDate: null },
      { id: other, firstName: 'Awa', ...unreached, birthDate: null },
    ]);
    expect(codes).toEqual(['NOT_SHARED']);
  });

  it('is told to the desks of both, and to an advisor in the team of neither', async () => {
    const { familyId, own, other } = await givenCouple();
    await givenFollowers(graph.db, familyId, [{ sub: 'advisor-tom', relation: 'TEAM' }]);
    for (const as of [caseworker(), coordinator()]) {
      expect((await ask([own, other], as)).adults).toMatchObject([reached, reached]);
    }
    expect((await ask([own, other], advisor('advisor-tom'))).adults).toMatchObject([unreached, unreached]);
  });

  it('is told no longer when the job seeker is followed no longer', async () => {
    const { own } = await givenCouple({ to: '2026-01-01' });
    expect((await ask([own], lea)).adults).toEqual([null]);
  });

  it('costs one statement more for an advisor, however many adults are asked', async () => {
    const couples = [await givenCouple(), await givenCouple(), await givenCouple()];
    const ids = couples.flatMap(({ own, other }) => [own, other]);
    const cost = (some: string[], as: TestUser) => graph.statements(() => ask(some, as));
    const [one, many] = [await cost(ids.slice(0, 1), lea), await cost(ids, lea)];
    expect(many).toBe(one);
    expect(one).toBe((await cost(ids, caseworker())) + 1);
  });
});
