import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';
import { givenCareRequest } from './care-request.builder.ts';
import { requestMayBecome } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { CareRequestStatus } from './care-request-status.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

type Input = Readonly<Record<string, unknown>>;
type Step = { readonly to: CareRequestStatus; readonly input: Input };
const steps: Readonly<Record<string, Step>> = {
  refuseCareRequest: { to: 'REFUSED', input: { reason: 'Famille installée dans une autre commune' } },
};

const take = async (step: string, input: Input, as = coordinator()) => {
  const type = `${step.charAt(0).toUpperCase()}${step.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${step}(input: $input) {
    careRequest { id status version refusalReason } refusal { reason message } } }`;
  const { data, errors } = await graph.query(document, { input: { ...steps[step]?.input, ...input } }, as);
  expect(errors).toEqual([]);
  return data[step];
};

/** A request that stands there, however it came to. */
const givenStanding = (status: CareRequestStatus) =>
  givenCareRequest(graph.db, {
    status,
    version: 4,
    refusalReason: status === 'REFUSED' ? 'Doublon' : null,
    alternative: status === 'ALTERNATIVE_PROPOSED' ? 'Assistante maternelle' : null,
  });

const attempts = Object.entries(steps).flatMap(([name, { to }]) =>
  Object.values(CareRequestStatus).map((from) => [name, from, to] as const),
);

describe('a step of a care request', () => {
  it.each(attempts)('%s from %s is taken exactly when the table says so', async (name, from, to) => {
    const { id } = await givenStanding(from);
    const { careRequest, refusal } = await take(name, { careRequestId: id, version: 4 });

    const stored = await graph.db.findOneByOrFail(CareRequest, { id });
    if (requestMayBecome(from, to)) {
      expect(careRequest).toMatchObject({ id, status: to, version: 5 });
      expect(stored).toMatchObject({ status: to, version: 5 });
      return;
    }
    expect(refusal).toEqual({ reason: 'STEP_NOT_ALLOWED', message: expect.stringMatching(/\.$/) });
    expect(stored).toMatchObject({ status: from, version: 4 });
  });

  it.each(Object.keys(steps))('%s is refused for an unknown request', async (name) => {
    const { refusal } = await take(name, { careRequestId: newId(), version: 1 });
    expect(refusal.reason).toBe('UNKNOWN_CARE_REQUEST');
  });

  it.each(Object.keys(steps))('%s is taken by one of two who saw the same version', async (name) => {
    const { id } = await givenCareRequest(graph.db);
    const both = [1, 2].map(() => take(name, { careRequestId: id, version: 1 }));
    const reasons = (await Promise.all(both)).map(({ refusal }) => refusal?.reason ?? 'taken');
    expect(reasons.toSorted()).toEqual(['STALE_VERSION', 'taken']);
  });
});

describe('refusing a care request', () => {
  it('keeps the reason the family is told, and takes no blank one', async () => {
    const { id } = await givenCareRequest(graph.db);
    const blank = await take('refuseCareRequest', { careRequestId: id, version: 1, reason: '  ' });
    expect(blank.refusal.reason).toBe('REASON_MISSING');
    const { careRequest } = await take('refuseCareRequest', {
      careRequestId: id,
      version: 1,
      reason: ' Doublon ',
    });
    expect(careRequest).toMatchObject({ status: 'REFUSED', refusalReason: 'Doublon' });
  });
});
