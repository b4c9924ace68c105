import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenReturn } from './return-to-work.builder.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);
const ASK = `query ($id: ID!, $lone: Boolean, $children: Int, $allowance: Int) { returnToWork(id: $id) {
  ageEstimate(isLoneParent: $lone, childrenUnder12: $children, dailyAllowanceCents: $allowance) {
    outcome lowestCents highestCents askBy conditions { name state sentence } } } }`;

describe('the estimate of the childcare aid', () => {
  let graph: TestSubgraph;
  const job = { startsOn: day('2026-03-02'), contract: 'PERMANENT' as const };
  const known = { lone: true, children: 2, allowance: 0 };
  const ask = (id: string, variables: object = {}, language: 'fr' | 'en' = 'fr', as = caseworker()) =>
    graph.query(ASK, { id, ...variables }, as, { language });

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('says the amount when all is known', async () => {
    const { id } = await givenReturn(graph.db, (await givenJobSeeker(graph.db)).id, job);
    const { data } = await ask(id, known);
    expect(data.returnToWork.ageEstimate).toMatchObject({
      outcome: 'LIKELY',
      lowestCents: 47_840,
      highestCents: 47_840,
      askBy: '2026-06-02',
    });
  });

  it('says what is missing to be sure, in the language of the reader', async () => {
    const { id } = await givenReturn(graph.db, (await givenJobSeeker(graph.db)).id, {
      ...job,
      contract: null,
    });
    const missing = async (language: 'fr' | 'en') => {
      const { data } = await ask(id, { lone: true }, language);
      const { conditions } = data.returnToWork.ageEstimate;
      return conditions
        .filter(({ state }: { state: string }) => state === 'UNKNOWN')
        .map(({ sentence }: { sentence: string }) => sentence);
    };
    expect(await missing('fr')).toEqual([
      'À vérifier : combien d’enfants ont moins de 12 ans ?',
      'À vérifier : le montant de l’allocation journalière (0 sans allocation).',
      'À vérifier : la fin du contrat, ou les heures de formation.',
    ]);
    expect((await missing('en'))[0]).toBe('To be checked: how many children are under 12?');
  });

  it('asks whether it was paid already, when another file of the adult has a return within the year', async () => {
    const former = await givenJobSeeker(graph.db, {
      registeredOn: day('2025-01-06'),
      closedOn: day('2025-06-02'),
    });
    const again = await givenJobSeeker(graph.db, { adultId: former.adultId, familyId: former.familyId });
    const first = await givenReturn(graph.db, former.id, {
      startsOn: day('2025-06-02'),
      contract: 'PERMANENT',
    });
    const second = await givenReturn(graph.db, again.id, job);
    const stateOf = async (id: string) => {
      const { data } = await ask(id, known);
      const { conditions } = data.returnToWork.ageEstimate;
      return conditions.find(({ name }: { name: string }) => name === 'ONCE_IN_12_MONTHS').state;
    };
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['MET', 'UNKNOWN']);
  });

  it.each([
    ['childrenUnder12', { children: -1 }],
    ['dailyAllowanceCents', { allowance: -1 }],
  ])('names the argument %s when it is negative', async (argument, variables) => {
    const { id } = await givenReturn(graph.db, (await givenJobSeeker(graph.db)).id, job);
    const { errors } = await ask(id, variables);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('is seen by nobody who may not see the return', async () => {
    const { id } = await givenReturn(graph.db, (await givenJobSeeker(graph.db)).id, job);
    expect((await ask(id, known, 'fr', advisor('advisor-tom'))).data).toEqual({ returnToWork: null });
    expect((await ask(id, known, 'fr', coordinator())).errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('costs two statements and two to know who sees them, for 1 and for 30 returns', async () => {
    const { id } = await givenJobSeeker(graph.db);
    const made = await Promise.all(Array.from({ length: 30 }, () => givenReturn(graph.db, id, job)));
    const ask30 = (some: typeof made) =>
      graph.statements(() =>
        graph.resolveReferences(
          'ReturnToWork',
          some.map((each) => ({ id: each.id })),
          '{ ageEstimate(isLoneParent: true) { outcome } }',
          caseworker(),
        ),
      );
    expect([await ask30(made.slice(0, 1)), await ask30(made)]).toEqual([4, 4]);
  });
});
