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
import { laterFacts, noteLater, type Split, splitCase } from './testing/later-facts.ts';
import { coverByMinute } from './testing/minute-by-minute.ts';

/** Long after every milestone of the cases. */
const AFTERWARDS = new Date('2027-12-01T10:00:00+01:00');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: AFTERWARDS });
  await inTransaction(graph.db, plantSchoolPeriods);
});
afterAll(() => graph.close());

const BATCH = 10;
const BATCHES = 12;
const SECONDS = 1_000;

const schoolDays = schoolPeriodsOf(nantesTerms);
const isSchoolDay = (day: Temporal.PlainDate): boolean =>
  schoolDays.some(({ startsOn, endsOn }) => `${startsOn}` <= `${day}` && `${day}` <= `${endsOn}`);

type Told = { readonly childId: string; readonly status: string; readonly gaps: unknown };
const byChild = (one: { childId: string }, other: { childId: string }) =>
  one.childId.localeCompare(other.childId);

/** What one finds minute by minute. */
const found = (each: CoverCase): { status: string; children: Told[] } => {
  const { status, children } = coverByMinute(each, isSchoolDay);
  const told = children.map(({ childId, status: ofChild, gaps }) => ({ childId, status: ofChild, gaps }));
  return JSON.parse(JSON.stringify({ status, children: told.toSorted(byChild) }));
};

type Answer = {
  readonly status: string;
  readonly laterStatus: string | null;
  readonly notedAfterwards: readonly unknown[];
  readonly children: readonly {
    readonly child: { readonly id: string };
    readonly status: string;
    readonly laterStatus: string | null;
    readonly gaps: unknown;
  }[];
};

const expected = (known: CoverCase, after: CoverCase) => {
  const [then, now] = [found(known), found(after)];
  const statusNow = new Map(now.children.map(({ childId, status }) => [childId, status]));
  const later = (was: string, is = 'NOT_NEEDED') => (is === was ? null : is);
  return {
    status: then.status,
    laterStatus: later(then.status, now.status),
    children: then.children.map((child) => ({
      ...child,
      laterStatus: later(child.status, statusNow.get(child.childId)),
    })),
    isOtherwise: JSON.stringify(then) !== JSON.stringify(now),
  };
};

const answered = ({ status, laterStatus, children }: Answer) => ({
  status,
  laterStatus,
  children: children.map(({ child, ...ofChild }) => ({ childId: child.id, ...ofChild })).toSorted(byChild),
});

describe('the cover of a milestone that is over', () => {
  const met = new Set<string>();

  const compare = ({ known, after }: Split, answer: Answer) => {
    const { isOtherwise, ...cover } = expected(known, after);
    expect({ known, after, answer: answered(answer) }).toEqual({ known, after, answer: cover });
    expect(answer.notedAfterwards.length > 0 || !isOtherwise).toBe(true);
    met.add(answer.laterStatus ? `${answer.status} ${answer.laterStatus}` : 'SAME');
  };

  it(
    'stays what one knew minute by minute, and tells what is known now',
    async () => {
      const section = await givenEndlessSection(graph.db);
      const batches = fc.array(fc.tuple(coverCases, laterFacts), { minLength: BATCH, maxLength: BATCH });
      const property = fc.asyncProperty(batches, async (cases) => {
        const parts = cases.map(([each, later]) => splitCase(each, later));
        const asKnown = parts.map(({ known }) => known);
        await givenCases(graph.db, section, asKnown);
        for (const each of parts) await noteLater(graph, each);
        const { data, errors } = await askCover(
          graph,
          asKnown.map((known) => referenceTo(known)),
        );
        expect(errors).toEqual([]);
        for (const [index, part] of parts.entries()) compare(part, data[index].childcareCover);
      });
      await fc.assert(property, { numRuns: BATCHES, endOnFailure: true });
    },
    90 * SECONDS,
  );

  it('was tried with and without changes', () => {
    expect(met).toContain('SAME');
    expect(met.size).toBeGreaterThan(1);
  });
});
