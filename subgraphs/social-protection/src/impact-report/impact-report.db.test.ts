import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import type { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { auditor, caseworker } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenEntitlement } from '../entitlements/entitlement.builder.ts';
import { subgraph } from '../subgraph.ts';

let graph: TestSubgraph;
const [north, south] = [newId(), newId()];
const open = [{ state: 'OPEN', from: '2026-01-10' }] as const;

beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-04-10T10:00:00+02:00') });
  // Enough on both sides that one more can be seen.
  for (let made = 0; made < 6; made += 1) {
    for (const districtId of [north, south]) {
      await family([], {}, districtId);
      await family(open, {}, districtId);
    }
  }
});
afterAll(() => graph.close());

type States = Parameters<typeof givenEntitlement>[1]['states'];
type Facts = Omit<Parameters<typeof givenEntitlement>[1], 'states'>;

const family = async (states: States, facts: Facts = {}, districtId = north): Promise<string> => {
  const { familyId } = await givenKnownFamily(graph.db, { districtId });
  if (states.length > 0) await givenEntitlement(graph.db, { familyId, states, ...facts });
  return familyId;
};

const mergedFamily = async () =>
  givenKnownFamily(graph.db, { districtId: north, mergedInto: await family([], {}, south) });

const knownFamily = (facts: Partial<KnownFamily>) => givenKnownFamily(graph.db, facts);
const registeredOn = (text: string) =>
  knownFamily({ districtId: north, registeredOn: Temporal.PlainDate.from(text) });

/** A family that lived in one district until a day, and in the other since. */
const moved = (from: string, to: string, on: string) =>
  knownFamily({
    districtId: to,
    homes: [
      { districtId: from, from: '2025-06-01' },
      { districtId: to, from: on },
    ],
  });

const report = async (districtId: string | null, as = auditor()) => {
  const key = { from: '2026-01-01', to: '2026-03-31', districtId };
  const selection = '{ incomeSupportOnLastDay { numerator { value } denominator { value } } }';
  const { data, errors } = await graph.resolveReferences('ImpactReport', [key], selection, as);
  const share = data?.[0].incomeSupportOnLastDay;
  return { numbers: share && [share.numerator.value, share.denominator.value], errors };
};

const growth = async (work: () => Promise<unknown>) => {
  const before = (await report(north)).numbers;
  await work();
  return (await report(north)).numbers.map((number: number, index: number) => number - before[index]);
};

/** Two sources on one benefit: the one that spoke of the later day counts. */
const disputed = async (fresher: 'OPEN' | 'CLOSED', other: 'OPEN' | 'CLOSED') => {
  const familyId = await family([{ state: fresher, from: '2026-01-10', statedOn: '2026-03-20' }]);
  const states = [{ state: other, from: '2026-01-10', statedOn: '2026-03-01' }];
  await givenEntitlement(graph.db, { familyId, source: 'MSA', states });
};

describe('a family receives income support on the last day', () => {
  it.each([
    ['when its file is open', () => family(open), [1, 1]],
    ['not without a file', () => family([]), [0, 1]],
    ['not when it is suspended', () => family([...open, { state: 'SUSPENDED', from: '2026-03-31' }]), [0, 1]],
    [
      'when it is suspended from the day after',
      () => family([...open, { state: 'SUSPENDED', from: '2026-04-01' }]),
      [1, 1],
    ],
    [
      'when that was recorded too late',
      () => family([...open, { state: 'CLOSED', from: '2026-02-01', recordedAt: '2026-04-02T10:00:00Z' }]),
      [1, 1],
    ],
    ['not by another benefit', () => family(open, { scheme: 'HOUSING_AID' }), [0, 1]],
    ['by the source that prevails', () => disputed('OPEN', 'CLOSED'), [1, 1]],
    ['not by one that does not', () => disputed('CLOSED', 'OPEN'), [0, 1]],
    ['not as one more when it was registered twice', () => mergedFamily(), [0, 0]],
    ['in the district where it lives', () => family(open, {}, south), [0, 0]],
    ['where it lived on that day', () => moved(north, south, '2026-04-01'), [0, 1]],
    ['not where it lived before', () => moved(north, south, '2026-03-31'), [0, 0]],
    ['among those registered by then', () => registeredOn('2026-03-31'), [0, 1]],
    ['not among those registered later', () => registeredOn('2026-04-01'), [0, 0]],
  ] as const)('%s', async (_, work, more) => {
    expect(await growth(work)).toEqual(more);
  });
});

it('adds the districts up to the city', async () => {
  const [one, other, city] = [await report(north), await report(south), await report(null)];
  expect(city.numbers).toEqual([one.numbers[0] + other.numbers[0], one.numbers[1] + other.numbers[1]]);
});

it('says how benefitsStatus sees the same day, and nothing to who may not read figures', async () => {
  const { errors } = await report(north, caseworker());
  expect(errors[0]?.extensions?.code).toBe('NOT_SHARED');
});
