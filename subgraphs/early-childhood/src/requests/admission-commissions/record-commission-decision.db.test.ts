import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { Child } from '../../families/families/child.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { grantedSectionOf } from './commission.queries.ts';
import { CommissionDecision } from './commission-decision.ts';
import { askCommissions, type Input, NOW } from './testing/ask-commissions.ts';

const LATER = new Date('2026-03-10T10:00:00+01:00');

let graph: TestSubgraph;
let sectionId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
  const { id: centreId } = await givenCentre(graph.db, { name: 'Les Ribambelles' });
  sectionId = (await givenSection(graph.db, { centreId, name: 'Les grands' })).id;
});
afterAll(() => graph.close());

const { ask, record, close, givenCommission } = askCommissions(() => graph);
const grant = (commissionId: string, careRequestId: string, input: Input = {}) =>
  record({ commissionId, careRequestId, version: 1, decision: 'GRANTED', sectionId, ...input });
const granted = (id: string) => inTransaction(graph.db, (tx) => grantedSectionOf(tx, id));

describe('a decision of a commission', () => {
  it('grants a place in a section, with the priority and the reasons as they were', async () => {
    const commissionId = await givenCommission();
    const { id } = await givenCareRequest(graph.db, { submittedAt: new Date('2026-01-20T09:00:00Z') });
    expect(await granted(id)).toBeNull();
    const answer = await record(
      { commissionId, careRequestId: id, version: 1, decision: 'GRANTED', sectionId },
      coordinator('lea'),
    );

    expect(answer).toMatchObject({
      commissionDecision: {
        decision: 'GRANTED',
        reason: null,
        decidedAt: NOW.toISOString(),
        decidedBy: 'lea',
        section: { name: 'Les grands' },
      },
      careRequest: { id, status: 'SUBMITTED', version: 2 },
      refusal: null,
    });
    expect(await granted(id)).toBe(sectionId);

    const query = `query ($id: ID!) { careRequest(id: $id) { priority { score } history { kind sentence }
      commissionDecisions { commission { id } careRequest { id } priority { score reasons { sentence } }
      explanation { score reasons { criterion value sentence } } } } }`;
    const { careRequest } = await ask(query, { id }, caseworker(), LATER);
    expect(careRequest.history).toEqual([
      {
        kind: 'COMMISSION_GRANTED',
        sentence: 'La commission d’admission accorde une place à Tom : Les grands, Les Ribambelles.',
      },
    ]);
    const [decision] = careRequest.commissionDecisions;
    expect(decision).toMatchObject({ commission: { id: commissionId }, careRequest: { id } });
    expect(decision.priority).toMatchObject({
      score: 33,
      reasons: expect.arrayContaining([{ sentence: 'La demande a été faite il y a 41 jours.' }]),
    });
    expect(decision.explanation.reasons).toEqual(
      expect.arrayContaining([expect.objectContaining({ criterion: 'WHOLE_TIME', value: 1 })]),
    );
  });

  it('keeps no reasons for a section that does not suit the request', async () => {
    const request = await givenCareRequest(graph.db, { facilities: ['GARDEN'] });
    const { commissionDecision } = await grant(await givenCommission(), request.id);
    const kept = await graph.db.findOneByOrFail(CommissionDecision, { id: commissionDecision.id });
    expect(kept).toMatchObject({ decision: 'GRANTED', explanation: null });
  });

  it('postpones, then grants in a later one; the newest counts', async () => {
    const [first, second] = [await givenCommission(), await givenCommission()];
    const { id } = await givenCareRequest(graph.db);
    const postponed = await grant(first, id, {
      decision: 'POSTPONED',
      sectionId: null,
      reason: 'Dossier incomplet',
    });
    expect(postponed.careRequest).toMatchObject({ status: 'SUBMITTED', version: 2 });
    expect(await granted(id)).toBeNull();
    await record(
      { commissionId: second, careRequestId: id, version: 2, decision: 'GRANTED', sectionId },
      coordinator(),
      LATER,
    );
    expect(await granted(id)).toBe(sectionId);
  });

  it('refuses with the reason that the family is told', async () => {
    const { id } = await givenCareRequest(graph.db);
    const refused = { decision: 'REFUSED', sectionId: null, reason: ' Aucune place avant la rentrée ' };
    const { careRequest } = await grant(await givenCommission(), id, refused);
    expect(careRequest).toMatchObject({
      status: 'REFUSED',
      refusalReason: 'Aucune place avant la rentrée',
      version: 2,
    });
    expect(await granted(id)).toBeNull();
  });

  it('is recorded once however often it is sent, by one of two who saw the same version', async () => {
    const [one, other] = [await givenCommission(), await givenCommission()];
    const request = await givenCareRequest(graph.db);
    const id = newId();
    const answers = [await grant(one, request.id, { id }), await grant(one, request.id, { id })];
    expect(answers.map(({ commissionDecision }) => commissionDecision.id)).toEqual([id, id]);
    expect((await grant(one, request.id, { id, reason: 'Autre' })).refusal.reason).toBe('CONFLICT');
    expect(await graph.db.countBy(CommissionDecision, { careRequestId: request.id })).toBe(1);

    const second = await givenCareRequest(graph.db);
    const raced = await Promise.all([grant(one, second.id), grant(other, second.id)]);
    expect(raced.map(({ refusal }) => refusal?.reason ?? 'recorded').toSorted()).toEqual([
      'STALE_VERSION',
      'recorded',
    ]);
  });

  it('is not recorded: each with its reason', async () => {
    const commissionId = await givenCommission();
    const { id } = await givenCareRequest(graph.db);
    const flexible = await givenCareRequest(graph.db, { kind: 'FLEXIBLE' });
    const placed = await givenCareRequest(graph.db, { status: 'PLACED' });
    const decided = await givenCareRequest(graph.db);
    await grant(commissionId, decided.id);
    const tomorrow = await givenCommission('2026-03-03');
    const closed = await givenCommission();
    await close(closed);
    const cases: readonly (readonly [string, string, string, Input])[] = [
      ['UNKNOWN_COMMISSION', newId(), id, {}],
      ['NOT_HELD_YET', tomorrow, id, {}],
      ['COMMISSION_CLOSED', closed, id, {}],
      ['UNKNOWN_CARE_REQUEST', commissionId, newId(), {}],
      ['STALE_VERSION', commissionId, id, { version: 2 }],
      ['NOT_LONG_TERM', commissionId, flexible.id, {}],
      ['NOT_WAITING', commissionId, placed.id, {}],
      ['ALREADY_DECIDED', commissionId, decided.id, { version: 2 }],
      ['SECTION_MISSING', commissionId, id, { sectionId: null }],
      ['UNKNOWN_SECTION', commissionId, id, { sectionId: newId() }],
      ['SECTION_NOT_FOR_THIS_DECISION', commissionId, id, { decision: 'REFUSED', reason: 'Complet' }],
      ['REASON_MISSING', commissionId, id, { decision: 'POSTPONED', sectionId: null, reason: ' ' }],
    ];
    for (const [reason, sitting, request, input] of cases)
      expect((await grant(sitting, request, input)).refusal).toEqual({
        reason,
        message: expect.stringMatching(/\.$/),
      });
    expect(await graph.db.findOneByOrFail(CareRequest, { id })).toMatchObject({
      status: 'SUBMITTED',
      version: 1,
    });
  });
});

const CORRECT = `mutation ($input: CorrectCommissionDecisionInput!) { correctCommissionDecision(input: $input) {
  commissionDecision { id decision reason section { name } explanation { score }
    corrections { reason isBeside changes { field before after } } }
  careRequest { status version refusalReason history { kind sentence } } refusal { reason message } } }`;

describe('a decision that was recorded wrongly', () => {
  const correct = async (input: Input, as = coordinator()) =>
    (await ask(CORRECT, { input }, as)).correctCommissionDecision;
  const refusedByMistake = { decision: 'REFUSED', sectionId: null, reason: 'Complet' };

  it('is put right with the reason, what was recorded before stays readable, and the request stands so', async () => {
    const commissionId = await givenCommission();
    const { id } = await givenCareRequest(graph.db);
    const { commissionDecision } = await grant(commissionId, id, refusedByMistake);
    const asked = { commissionDecisionId: commissionDecision.id, reason: 'Ligne confondue' };
    const right = await correct({ ...asked, version: 2, decision: 'GRANTED', sectionId });
    expect(right).toEqual({
      commissionDecision: {
        ...{ id: commissionDecision.id, decision: 'GRANTED', reason: null },
        ...{ section: { name: 'Les grands' }, explanation: { score: expect.any(Number) } },
        corrections: [
          {
            ...{ reason: 'Ligne confondue', isBeside: false },
            changes: [
              { field: 'decision', before: 'REFUSED', after: 'GRANTED' },
              { field: 'reason', before: 'Complet', after: null },
              { field: 'section', before: null, after: sectionId },
            ],
          },
        ],
      },
      careRequest: {
        ...{ status: 'SUBMITTED', version: 3, refusalReason: null },
        history: expect.arrayContaining([
          {
            kind: 'COMMISSION_CORRECTED',
            sentence: 'Décision de la commission d’admission corrigée pour Tom : Ligne confondue.',
          },
        ]),
      },
      refusal: null,
    });
    expect(right.careRequest.history.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      ...['CARE_REQUEST_REFUSED', 'CARE_REQUEST_WAITS_AGAIN', 'COMMISSION_CORRECTED', 'COMMISSION_GRANTED'],
    ]);
    expect(await granted(id)).toBe(sectionId);

    const same = { ...asked, version: 3, decision: 'GRANTED', sectionId };
    expect((await correct(same)).careRequest.version).toBe(3);
    const back = await correct({ ...asked, version: 3, decision: 'REFUSED', grounds: ' Complet ' });
    expect(back.careRequest).toMatchObject({ status: 'REFUSED', refusalReason: 'Complet', version: 4 });
    expect(back.commissionDecision.explanation).toBeNull();
    expect(back.careRequest.history).toContainEqual({
      kind: 'CARE_REQUEST_REFUSED',
      sentence: 'Demande d’accueil de Tom refusée : Complet.',
    });
    await graph.db.update(CareRequest, { id }, { noticeSentAt: new Date('2026-02-01T09:00:00Z') });
    const postponed = await correct({ ...asked, version: 4, decision: 'POSTPONED', grounds: 'Reporté' });
    expect(postponed.careRequest).toMatchObject({ status: 'SUBMITTED', refusalReason: null });
    expect(postponed.commissionDecision.corrections).toHaveLength(3);
    expect(postponed.careRequest.history).toContainEqual({
      kind: 'COMMISSION_POSTPONED',
      sentence: 'La commission d’admission reporte la demande de Tom : Reporté.',
    });
    expect((await graph.db.findOneByOrFail(CareRequest, { id })).noticeSentAt).toBeNull();

    const refused = await correct({ ...asked, version: 5, decision: 'REFUSED', grounds: 'Complet' });
    const { childId } = await graph.db.findOneByOrFail(CareRequest, { id });
    await graph.db.update(Child, { id: childId }, { leftOn: Temporal.PlainDate.from('2026-03-01') });
    const forNobody = await correct({ ...asked, version: 6, decision: 'GRANTED', sectionId });
    expect([refused.refusal, forNobody.refusal.reason]).toEqual([null, 'NOT_WAITING']);
  });

  it('stands where something followed from it, or its commission is closed, and says so', async () => {
    const commissionId = await givenCommission();
    const { id } = await givenCareRequest(graph.db);
    const { commissionDecision } = await grant(commissionId, id);
    const asked = {
      ...{ commissionDecisionId: commissionDecision.id, version: 2, decision: 'POSTPONED' },
      ...{ grounds: 'Reporté', reason: 'Erreur' },
    };
    const reasonOf = async (otherwise: Input) => (await correct({ ...asked, ...otherwise })).refusal.reason;
    expect(await reasonOf({ commissionDecisionId: newId() })).toBe('UNKNOWN_COMMISSION_DECISION');
    expect(await reasonOf({ version: 1 })).toBe('STALE_VERSION');
    expect(await reasonOf({ reason: '' })).toBe('REASON_MISSING');
    expect(await reasonOf({ grounds: null })).toBe('GROUNDS_MISSING');
    expect(await reasonOf({ decision: 'GRANTED', sectionId: newId() })).toBe('UNKNOWN_SECTION');
    const { errors } = await graph.query(CORRECT, { input: asked }, caseworker());
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');

    const later = await givenCommission();
    await grant(later, id, { version: 2 });
    expect(await reasonOf({ version: 3 })).toBe('DECIDED_AGAIN');

    const offered = await givenCareRequest(graph.db);
    const forOffer = await grant(commissionId, offered.id);
    await graph.db.query(
      `insert into care_offers (id, care_request_id, section_id, centre_id, status, first_day, last_day, weekly_pattern,
         stretches, expires_at, offered_at, offered_by, end_reason, version)
       select $1, $2, section.id, section.centre_id, 'WITHDRAWN', '2026-03-09', '2026-07-31', $3, '[]', $4, $5, 'zoe', 'x', 1
       from sections section where section.id = $6`,
      [newId(), offered.id, JSON.stringify(offered.weeklyPattern), LATER, LATER, sectionId],
    );
    const onOffer = { commissionDecisionId: forOffer.commissionDecision.id };
    expect(await reasonOf(onOffer)).toBe('PLACE_OFFERED_SINCE');
    await close(commissionId);
    expect(await reasonOf(onOffer)).toBe('COMMISSION_CLOSED');
  });
});
