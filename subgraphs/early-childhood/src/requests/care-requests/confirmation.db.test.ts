import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from './care-request.builder.ts';
import { CareRequest } from './care-request.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
/** When the word of February is due, and thirty days after a notice of then. */
const DUE = new Date('2026-08-02T10:00:00+02:00');
const LAPSED = new Date('2026-09-01T01:00:00+02:00');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

const change = async (
  name: 'confirmCareRequest' | 'recordRequestNotice',
  input: object,
  as = coordinator(),
) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) {
    careRequest { status version confirmedAt confirmationDueOn noticeSentAt lapsesOn history { kind doneBy } }
    refusal { reason message } } }`;
  const { data, errors } = await graph.query(document, { input }, as);
  return { ...data?.[name], errors };
};
const confirm = (careRequestId: string, version = 1) =>
  change('confirmCareRequest', { careRequestId, version });
const notice = (careRequestId: string, version = 1) =>
  change('recordRequestNotice', { careRequestId, version });
const waitsUntil = () => Temporal.PlainDate.from('2027-01-31');
const ALTERNATIVE = { alternative: 'Assistante maternelle' };
const statusOf = async (id: string) => (await graph.db.findOneByOrFail(CareRequest, { id })).status;

describe('a request that is needed still', () => {
  it('is so for six months from the word of the family', async () => {
    const { id } = await givenCareRequest(graph.db);
    const { careRequest, refusal } = await confirm(id);
    expect(refusal).toBeNull();
    expect(careRequest).toEqual({
      ...{ status: 'SUBMITTED', version: 2, noticeSentAt: null, lapsesOn: null },
      ...{ confirmedAt: NOW.toISOString(), confirmationDueOn: '2026-09-02' },
      history: [{ kind: 'CARE_REQUEST_CONFIRMED', doneBy: expect.any(String) }],
    });
  });

  it('lapses thirty days after a notice that nobody answered, and waits again at its rank when confirmed', async () => {
    const { id, submittedAt } = await givenCareRequest(graph.db, {
      firstDay: Temporal.PlainDate.from('2026-09-07'),
      lastDay: waitsUntil(),
    });
    expect((await notice(id)).refusal.reason).toBe('NOT_DUE_YET');
    graph.setNow(DUE);
    expect((await notice(id)).careRequest).toMatchObject({
      noticeSentAt: DUE.toISOString(),
      lapsesOn: '2026-09-01',
    });
    expect((await notice(id, 2)).refusal.reason).toBe('NOTICE_SENT_ALREADY');
    await graph.runDueJobs();
    expect(await statusOf(id)).toBe('SUBMITTED');
    graph.setNow(LAPSED);
    await graph.runDueJobs();
    expect(await statusOf(id)).toBe('LAPSED');

    const { careRequest } = await confirm(id, 3);
    expect(careRequest).toMatchObject({ status: 'SUBMITTED', noticeSentAt: null, lapsesOn: null });
    expect(careRequest.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'CARE_REQUEST_NOTICE',
      'CARE_REQUEST_LAPSED',
      'CARE_REQUEST_CONFIRMED',
    ]);
    expect((await graph.db.findOneByOrFail(CareRequest, { id })).submittedAt).toEqual(submittedAt);
    graph.setNow(NOW);
  });

  it('does not lapse where the family answered, where a place is held, nor without a notice', async () => {
    graph.setNow(DUE);
    const answered = await givenCareRequest(graph.db);
    const offered = await givenCareRequest(graph.db);
    const silent = await givenCareRequest(graph.db);
    await notice(answered.id);
    await notice(offered.id);
    await confirm(answered.id, 2);
    await graph.db.query("update care_requests set status = 'OFFERED' where id = $1", [offered.id]);
    graph.setNow(LAPSED);
    await graph.runDueJobs();
    expect([await statusOf(answered.id), await statusOf(offered.id), await statusOf(silent.id)]).toEqual([
      'SUBMITTED',
      'OFFERED',
      'SUBMITTED',
    ]);
    graph.setNow(NOW);
  });

  it('is asked about in the attention of its family from two weeks before its word is due', async () => {
    const { familyId, id } = await givenCareRequest(graph.db, {
      status: 'ALTERNATIVE_PROPOSED',
      ...ALTERNATIVE,
    });
    const attention = async (now: string) => {
      const document = '{ careAttention { kind subjectId at sentence } }';
      graph.setNow(new Date(now));
      const { data } = await graph.resolveReferences('Family', [{ id: familyId }], document, coordinator());
      return data[0].careAttention;
    };
    expect(await attention('2026-07-18T23:59:00+02:00')).toEqual([]);
    expect(await attention('2026-07-19T00:00:00+02:00')).toEqual([
      {
        ...{ kind: 'REQUEST_TO_CONFIRM', subjectId: id, at: '2026-08-01T22:00:00.000Z' },
        sentence: expect.stringContaining('toujours d’actualité ?'),
      },
    ]);
    await confirm(id);
    expect(await attention('2026-07-19T00:00:00+02:00')).toEqual([]);
    graph.setNow(NOW);
  });

  it.each([
    ['UNKNOWN_CARE_REQUEST', async () => newId(), 1],
    ['STALE_VERSION', async () => (await givenCareRequest(graph.db)).id, 2],
    ['NOT_WAITING', async () => (await givenCareRequest(graph.db, { status: 'PLACED' })).id, 1],
  ])('is not noted: %s', async (reason, of, version) => {
    const id = await of();
    expect((await confirm(id, version)).refusal.reason).toBe(reason);
    expect((await notice(id, version)).refusal.reason).toBe(reason);
  });

  it('is for those who follow the family, and no advisor', async () => {
    const { id: careRequestId } = await givenCareRequest(graph.db);
    const input = { careRequestId, version: 1 };
    expect((await change('confirmCareRequest', input, caseworker('rosa'))).refusal.reason).toBe(
      'UNKNOWN_CARE_REQUEST',
    );
    const { errors } = await change('recordRequestNotice', input, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
