import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenCentre } from '../../centres/centres/centre.builder.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from './care-request.builder.ts';
import { requestMayBecome } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { CareRequestStatus } from './care-request-status.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

type Input = Readonly<Record<string, unknown>>;
type Step = { readonly to: CareRequestStatus; readonly input: Input };
const steps: Readonly<Record<string, Step>> = {
  refuseCareRequest: { to: 'REFUSED', input: { reason: 'Famille installée dans une autre commune' } },
  withdrawCareRequest: { to: 'WITHDRAWN', input: {} },
  proposeAlternative: { to: 'ALTERNATIVE_PROPOSED', input: { text: 'Assistante maternelle rue des Lilas' } },
};

const take = async (step: string, input: Input, as = coordinator()) => {
  const type = `${step.charAt(0).toUpperCase()}${step.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${step}(input: $input) {
    careRequest { id status version refusalReason alternative alternativeContact } refusal { reason message } } }`;
  const { data, errors } = await graph.query(document, { input: { ...steps[step]?.input, ...input } }, as);
  expect(errors).toEqual([]);
  return data[step];
};

/** A request that stands there, however it came to. */
const givenStanding = (status: CareRequestStatus) =>
  givenCareRequest(graph.db, {
    kind: 'SHORT_TERM',
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
    expect(refusal).toEqual({
      reason: 'STEP_NOT_ALLOWED',
      message: expect.stringMatching(
        /^La demande en est à « [^{}]+ » : elle ne peut pas passer à « [^{}]+ »\.$/,
      ),
    });
    expect(stored).toMatchObject({ status: from, version: 4 });
  });

  it.each(Object.keys(steps))('%s is refused for an unknown request', async (name) => {
    const { refusal } = await take(name, { careRequestId: newId(), version: 1 });
    expect(refusal.reason).toBe('UNKNOWN_CARE_REQUEST');
  });

  it.each(Object.keys(steps))('%s is taken by one of two who saw the same version', async (name) => {
    const { id } = await givenCareRequest(graph.db, { kind: 'SHORT_TERM' });
    const both = [1, 2].map(() => take(name, { careRequestId: id, version: 1 }));
    const reasons = (await Promise.all(both)).map(({ refusal }) => refusal?.reason ?? 'taken');
    expect(reasons.toSorted()).toEqual(['STALE_VERSION', 'taken']);
  });
});

describe('refusing a care request', () => {
  it('keeps the reason the family is told, and takes no blank one', async () => {
    const { id } = await givenCareRequest(graph.db, { kind: 'FLEXIBLE' });
    const blank = await take('refuseCareRequest', { careRequestId: id, version: 1, reason: '  ' });
    expect(blank.refusal.reason).toBe('REASON_MISSING');
    const { careRequest } = await take('refuseCareRequest', {
      careRequestId: id,
      version: 1,
      reason: ' Doublon ',
    });
    expect(careRequest).toMatchObject({ status: 'REFUSED', refusalReason: 'Doublon' });
  });

  it('of long-term care is for a commission', async () => {
    const { id } = await givenCareRequest(graph.db);
    const { refusal } = await take('refuseCareRequest', { careRequestId: id, version: 1 });
    expect(refusal.reason).toBe('DECIDED_BY_A_COMMISSION');
  });
});

describe('an alternative', () => {
  it('is told with its contact while the request waits on, then given up for a place', async () => {
    const { id } = await givenCareRequest(graph.db);
    const about = { careRequestId: id, version: 1 };
    const blank = await take('proposeAlternative', { ...about, text: ' ' });
    expect(blank.refusal.reason).toBe('TEXT_MISSING');
    const told = { text: ' Assistante maternelle ', contact: ' 02 40 00 00 00 ' };
    const { careRequest } = await take('proposeAlternative', { ...about, ...told });
    expect(careRequest).toMatchObject({
      status: 'ALTERNATIVE_PROPOSED',
      alternative: 'Assistante maternelle',
      alternativeContact: '02 40 00 00 00',
    });
  });

  const ALTERNATIVES = `mutation ($input: ProposeAlternativeInput!) { proposeAlternative(input: $input) {
    careRequest { status version alternative alternatives { id text contact phone proposedAt proposedBy replacedById } }
    refusal { reason } } }`;
  const propose = async (input: Input) =>
    (await graph.query(ALTERNATIVES, { input }, coordinator('lea'))).data.proposeAlternative;

  it('may be followed by a second one, and be replaced by one whose number is right', async () => {
    const { id: careRequestId } = await givenCareRequest(graph.db);
    const first = { text: 'Mme Le Goff', phone: '02 40 00 00 00' };
    const one = await propose({ careRequestId, version: 1, ...first });
    const [{ id: replacesId }] = one.careRequest.alternatives;
    await propose({ careRequestId, version: 2, text: 'Halte-garderie associative' });
    const right = { text: 'Mme Le Goff', phone: '02 40 00 00 09' };
    const { careRequest } = await propose({ careRequestId, version: 3, replacesId, ...right });

    const told = { contact: null, proposedAt: '2026-03-02T09:00:00.000Z', proposedBy: 'lea' };
    const id = careRequest.alternatives[2].id;
    expect(careRequest).toEqual({
      ...{ status: 'ALTERNATIVE_PROPOSED', version: 4, alternative: 'Mme Le Goff' },
      alternatives: [
        { ...told, id: replacesId, text: 'Mme Le Goff', phone: '+33240000000', replacedById: id },
        {
          ...told,
          ...{ id: expect.any(String), text: 'Halte-garderie associative', phone: null, replacedById: null },
        },
        { ...told, id, text: 'Mme Le Goff', phone: '+33240000009', replacedById: null },
      ],
    });
    const kinds = await graph.db.find(CareStep, {
      where: { subjectId: careRequestId },
      order: { id: 'asc' },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'ALTERNATIVE_PROPOSED',
      'ALTERNATIVE_PROPOSED',
      'ALTERNATIVE_REPLACED',
    ]);
  });

  it('is refused with its reason', async () => {
    const { id: careRequestId } = await givenCareRequest(graph.db);
    await propose({ careRequestId, version: 1, text: 'Mme Le Goff' });
    const about = { careRequestId, version: 2 };
    const reasons = [
      await propose({ ...about, text: 'Mme Le Goff', phone: 'demain' }),
      await propose({ ...about, text: 'Mme Le Goff', replacesId: newId() }),
      await propose({ ...about, text: ' Mme Le Goff ' }),
      await propose({ ...about, text: 'x'.repeat(1001) }),
      await propose({ ...about, version: 1, text: 'Une autre' }),
    ].map(({ refusal }) => refusal.reason);
    expect(reasons).toEqual([
      'PHONE_NOT_UNDERSTOOD',
      'UNKNOWN_ALTERNATIVE',
      'PROPOSED_ALREADY',
      'TEXT_TOO_LONG',
      'STALE_VERSION',
    ]);
  });
});

describe('the history of a care request', () => {
  it('says who took each step, when and why', async () => {
    const lea = coordinator('lea');
    const { childId, familyId } = await givenCareRequest(graph.db);
    await givenFollowers(graph.db, familyId, [{ sub: 'maud', relation: 'TEAM' }]);
    const submit = `mutation ($input: SubmitCareRequestInput!) { submitCareRequest(input: $input) { careRequest { id } } }`;
    const pattern = [{ weekday: 1, from: '09:00', to: '12:00' }];
    const weekly = { firstDay: '2026-04-06', lastDay: '2026-07-31', pattern };
    const input = { childId, kind: 'FLEXIBLE', weekly };
    const { data } = await graph.query(submit, { input }, caseworker('maud'));
    const careRequestId = data.submitCareRequest.careRequest.id;
    await take('changeCareRequest', { careRequestId, version: 1, facilities: ['MEALS'] }, caseworker('maud'));
    await take('proposeAlternative', { careRequestId, version: 2, text: 'Halte-garderie' }, lea);
    await take('withdrawCareRequest', { careRequestId, version: 3, reason: 'Grand-mère disponible' }, lea);

    const history = '{ history { kind doneBy at reason sentence } }';
    const found = await graph.resolveReferences('CareRequest', [{ id: careRequestId }], history, lea);
    const at = '2026-03-02T09:00:00.000Z';
    const step = (kind: string, doneBy: string, reason: string | null) =>
      expect.objectContaining({ kind, doneBy, at, reason, sentence: expect.stringContaining('Tom') });
    expect(found.data[0].history).toEqual([
      step('CARE_REQUEST_SUBMITTED', 'maud', null),
      step('CARE_REQUEST_CHANGED', 'maud', null),
      step('ALTERNATIVE_PROPOSED', 'lea', 'Halte-garderie'),
      step('CARE_REQUEST_WITHDRAWN', 'lea', 'Grand-mère disponible'),
    ]);
  });
});

describe('changing a care request', () => {
  const change = (careRequestId: string, input: Input) =>
    take('changeCareRequest', { careRequestId, version: 1, ...input });
  const stretch = (date: string) => ({ startsAt: `${date}T08:00:00.000Z`, endsAt: `${date}T10:00:00.000Z` });

  it('keeps what is not given, and its place in the waiting list', async () => {
    const before = await givenCareRequest(graph.db, { facilities: ['GARDEN'] });
    const { id: centreId } = await givenCentre(graph.db);
    expect((await change(before.id, { rankedCentreIds: [centreId] })).careRequest).toMatchObject({
      version: 2,
    });
    const after = await graph.db.findOneByOrFail(CareRequest, { id: before.id });
    expect(after).toEqual({ ...before, rankedCentreIds: [centreId], confirmedAt: NOW, version: 2 });
  });

  it('that changes nothing raises no version and writes no history', async () => {
    const { id } = await givenCareRequest(graph.db, { facilities: ['GARDEN'] });
    expect((await change(id, { facilities: ['GARDEN'] })).careRequest.version).toBe(1);
    expect((await change(id, {})).careRequest.version).toBe(1);
    expect(await graph.db.countBy(CareStep, { subjectId: id })).toBe(0);
  });

  it('takes other dates', async () => {
    const { id } = await givenCareRequest(graph.db, { kind: 'SHORT_TERM' });
    await change(id, { stretches: [stretch('2026-03-12'), stretch('2026-03-11')] });
    const stored = await graph.db.findOneByOrFail(CareRequest, { id });
    expect([String(stored.firstDay), String(stored.lastDay), stored.stretches.length]).toEqual([
      '2026-03-11',
      '2026-03-12',
      2,
    ]);
  });

  it('asks about times for which another open request asks', async () => {
    const first = await givenCareRequest(graph.db, { kind: 'SHORT_TERM' });
    const { id } = await givenCareRequest(graph.db, {
      kind: 'SHORT_TERM',
      childId: first.childId,
      firstDay: Temporal.PlainDate.from('2026-03-12'),
      lastDay: Temporal.PlainDate.from('2026-03-12'),
      stretches: [{ startsAt: new Date('2026-03-12T08:00:00Z'), endsAt: new Date('2026-03-12T10:00:00Z') }],
    });
    const stretches = first.stretches.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    expect((await change(id, { stretches })).refusal.reason).toBe('SAME_REQUEST_OPEN');
    expect((await change(id, { stretches, confirmed: true })).careRequest).toMatchObject({ version: 2 });
  });

  it('asks whether it is an emergency still, where its new dates could be foreseen', async () => {
    const { id } = await givenCareRequest(graph.db, { kind: 'EMERGENCY' });
    expect((await change(id, { facilities: ['MEALS'] })).careRequest).toMatchObject({ version: 2 });
    const later = { version: 2, stretches: [stretch('2026-03-12')] };
    expect((await change(id, later)).refusal.reason).toBe('FORESEEN');
    expect((await change(id, { ...later, confirmed: true })).careRequest).toMatchObject({ version: 3 });
  });

  it('leaves dates that have passed meanwhile, and takes no new ones of that sort', async () => {
    const { id } = await givenCareRequest(graph.db, { kind: 'SHORT_TERM', version: 1 });
    graph.setNow(new Date('2026-03-11T10:00:00+01:00'));
    expect((await change(id, { stretches: [stretch('2026-03-11')] })).refusal.reason).toBe('IN_THE_PAST');
    expect((await change(id, { facilities: ['MEALS'] })).careRequest).toMatchObject({ version: 2 });
    graph.setNow(NOW);
  });

  it('is refused with its reason', async () => {
    const { id } = await givenCareRequest(graph.db);
    const placed = await givenCareRequest(graph.db, { status: 'PLACED' });
    const reasons = [
      await change(newId(), {}),
      await change(placed.id, {}),
      await change(id, { version: 2 }),
      await change(id, { rankedCentreIds: [newId()] }),
      await change(id, { stretches: [stretch('2026-03-11')] }),
    ].map(({ refusal }) => refusal.reason);
    expect(reasons).toEqual([
      'UNKNOWN_CARE_REQUEST',
      'NOT_WAITING',
      'STALE_VERSION',
      'UNKNOWN_CENTRE',
      'STRETCHES_NOT_FOR_THIS_KIND',
    ]);
  });
});
