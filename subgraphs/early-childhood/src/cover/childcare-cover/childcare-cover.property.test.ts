import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { nantesTerms } from '../../../seeds/nantes-school-terms.ts';
import { plantSchoolPeriods } from '../../../seeds/plant-nantes.ts';
import { schoolPeriodsOf } from '../../care/own-arrangements/school-calendar.rules.ts';
import { subgraph } from '../../subgraph.ts';
import { askCover, referenceTo } from './testing/ask-cover.ts';
import { type CoverCase, coverCases } from './testing/cover-cases.ts';
import { givenCases, givenEndlessSection } from './testing/given-cases.ts';
import { coverByMinute } from './testing/minute-by-minute.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  await inTransaction(graph.db, plantSchoolPeriods);
});
afterAll(() => graph.close());

const BATCH = 25;
const BATCHES = 20;
const SECONDS = 1_000;

const schoolDays = schoolPeriodsOf(nantesTerms);
const isSchoolDay = (day: Temporal.PlainDate): boolean =>
  schoolDays.some(({ startsOn, endsOn }) => `${startsOn}` <= `${day}` && `${day}` <= `${endsOn}`);

type ToldChild = { readonly child: { readonly id: string }; readonly status: string; readonly gaps: unknown };
type ToldCover = { readonly status: string; readonly children: readonly ToldChild[] };

const byChild = (one: { childId: string }, other: { childId: string }) =>
  one.childId.localeCompare(other.childId);

const answered = ({ status, children }: ToldCover) => ({
  status,
  children: children
    .map(({ child, status: ofChild, gaps }) => ({ childId: child.id, status: ofChild, gaps }))
    .toSorted(byChild),
});

const expected = (each: CoverCase) => {
  const { status, children } = coverByMinute(each, isSchoolDay);
  const told = children.map(({ childId, status: ofChild, gaps }) => ({ childId, status: ofChild, gaps }));
  return JSON.parse(JSON.stringify({ status, children: told.toSorted(byChild) }));
};

describe('the cover of any milestone', () => {
  const met = new Set<string>();

  it(
    'is what one finds minute by minute',
    async () => {
      const section = await givenEndlessSection(graph.db);
      const batches = fc.array(coverCases, { minLength: BATCH, maxLength: BATCH });
      const property = fc.asyncProperty(batches, async (cases) => {
        await givenCases(graph.db, section, cases);
        const { data, errors } = await askCover(
          graph,
          cases.map((each) => referenceTo(each)),
        );
        expect(errors).toEqual([]);
        for (const [index, each] of cases.entries()) {
          const answer = answered(data[index].childcareCover);
          expect({ each, answer }).toEqual({ each, answer: expected(each) });
          met.add(answer.status);
        }
      });
      await fc.assert(property, { numRuns: BATCHES, endOnFailure: true });
    },
    60 * SECONDS,
  );

  it('was tried with every status', () => {
    expect([...met].sort()).toEqual(['COVERED', 'NOT_NEEDED', 'PARTIAL', 'UNCOVERED', 'UNKNOWN']);
  });
});
