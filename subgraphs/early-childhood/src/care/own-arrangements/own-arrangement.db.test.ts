import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenDatedArrangement, givenWeeklyArrangement } from './own-arrangement.builder.ts';
import { OwnArrangement } from './own-arrangement.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const LOAD = `mutation ($input: LoadSchoolTermsInput!) {
  loadSchoolTerms(input: $input) { knownUntil familiesLookedAt refusal { reason message } }
}`;
const FIELDS = 'kind startsAt endsAt weekday from to startsOn endsOn';
const RECORD = `mutation ($input: RecordOwnArrangementInput!) {
  recordOwnArrangement(input: $input) { ownArrangement { id ${FIELDS} } refusal { reason message } }
}`;

const weekly = { weekday: 3, from: '08:00', to: '18:00', startsOn: '2026-03-01', endsOn: '2026-07-03' };
const dated = { startsAt: '2026-03-03T08:00:00.000Z', endsAt: '2026-03-03T11:00:00.000Z' };
const notWeekly = { weekday: null, from: null, to: null, startsOn: null, endsOn: null };

const record = async (input: Readonly<Record<string, unknown>>, as = coordinator()) => {
  const { data, errors } = await graph.query(RECORD, { input: { kind: 'FAMILY', ...input } }, as);
  return { payload: data?.recordOwnArrangement, errors };
};

describe('the school calendar', () => {
  it('is named by the health of the service 90 days before it ends, and where school counts without one', async () => {
    const warnings = async () => (await graph.running.outages()).warnings;
    const { id: childId } = await givenChild(graph.db);
    graph.setNow(new Date('2026-03-02T10:00:00+01:00'));
    expect(await warnings()).toBeUndefined();
    await record({ childId, kind: 'SCHOOL', weekly });
    expect(await warnings()).toEqual({ schoolTermsEnd: 'not known' });

    await graph.db.query("insert into school_periods values ('2025-09-01', '2026-07-03')");
    expect(await warnings()).toBeUndefined();
    graph.setNow(new Date('2026-04-05T10:00:00+02:00'));
    expect(await warnings()).toEqual({ schoolTermsEnd: '2026-07-03' });
    graph.setNow(new Date());
  });

  it('goes on with the terms that a coordinator adds: school covers their days, without public holidays', async () => {
    const now = new Date('2026-04-05T10:00:00+02:00');
    graph.setNow(now);
    const { id: childId, familyId } = await givenChild(graph.db);
    const onWednesdays = { ...weekly, startsOn: '2026-09-01', endsOn: '2027-06-30' };
    await record({ childId, kind: 'SCHOOL', weekly: onWednesdays });
    const onWednesday = (day: string) =>
      givenKnownMilestone(graph.db, {
        familyId,
        startsAt: new Date(`${day}T10:00:00+01:00`),
        endsAt: new Date(`${day}T11:00:00+01:00`),
      });
    const [inTerm, onHoliday] = [await onWednesday('2026-11-04'), await onWednesday('2026-11-11')];
    const load = async (input: object, as = coordinator()) => {
      const { data, errors } = await graph.query(LOAD, { input }, as);
      return { ...data?.loadSchoolTerms, code: errors[0]?.extensions?.code };
    };
    const terms = [{ startsOn: '2026-11-02', endsOn: '2026-12-18' }];

    expect((await load({ terms: [] })).refusal.reason).toBe('TERMS_MISSING');
    expect((await load({ terms: [{ startsOn: '2026-07-03', endsOn: '2026-12-18' }] })).refusal).toMatchObject(
      {
        reason: 'KNOWN_ALREADY',
        message: expect.stringContaining('2026'),
      },
    );
    expect((await load({ terms }, caseworker())).code).toBe('FORBIDDEN');
    expect((await load({ terms, preview: true })).knownUntil).toBe('2026-12-18');
    expect(await load({ terms })).toMatchObject({
      knownUntil: '2026-12-18',
      familiesLookedAt: 1,
      refusal: null,
    });
    expect((await load({ terms })).refusal.reason).toBe('KNOWN_ALREADY');
    const again = { terms, isWhatFollowsOnly: true };
    expect(await load(again)).toMatchObject({ knownUntil: '2026-12-18', familiesLookedAt: 0, refusal: null });
    const longer = [{ startsOn: '2026-11-02', endsOn: '2026-12-19' }];
    expect(await load({ ...again, terms: longer })).toMatchObject({
      knownUntil: '2026-12-19',
      refusal: null,
    });

    const told = (await graph.published()).filter(({ type }) => type === 'relais.cover.changed.v1');
    const statusOf = (id: string) => told.findLast(({ data }) => data.milestoneId === id)?.data.status;
    expect([statusOf(inTerm.id), statusOf(onHoliday.id)]).toEqual(['COVERED', 'UNCOVERED']);
    graph.setNow(new Date());
  });
});

describe('recording an own arrangement', () => {
  it('keeps a weekly one', async () => {
    const { id: childId } = await givenChild(graph.db);
    const { payload } = await record({ childId, kind: 'SCHOOL', weekly });
    expect(payload).toEqual({
      ownArrangement: { id: expect.any(String), kind: 'SCHOOL', startsAt: null, endsAt: null, ...weekly },
      refusal: null,
    });
    expect(await graph.db.countBy(OwnArrangement, { childId })).toBe(1);
  });

  it('keeps a dated one', async () => {
    const { id: childId } = await givenChild(graph.db);
    const { payload } = await record({ childId, dated });
    expect(payload.ownArrangement).toMatchObject({ ...dated, ...notWeekly });
  });

  it('records once what is sent twice', async () => {
    const { id: childId } = await givenChild(graph.db);
    const id = newId();
    await record({ id, childId, weekly });
    const { payload } = await record({ id, childId, weekly });
    expect(payload).toMatchObject({ ownArrangement: { id }, refusal: null });
    expect(await graph.db.countBy(OwnArrangement, { childId })).toBe(1);
  });

  it('is refused as not shared to an agency that may not know of care, and as unknown to a stranger', async () => {
    const { id: childId, familyId } = await givenChild(graph.db);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'CARE', 'BENEFITS')",
      [familyId],
    );
    const reasonFor = async () => (await record({ childId, weekly }, caseworker())).payload.refusal.reason;
    expect(await reasonFor()).toBe('FAMILY_OBJECTS');
    await graph.db.query('delete from followers where family_id = $1', [familyId]);
    expect(await reasonFor()).toBe('UNKNOWN_CHILD');
    expect(await graph.db.countBy(OwnArrangement, { childId })).toBe(0);
  });

  it('refuses an id that stands for something else', async () => {
    const { id: childId } = await givenChild(graph.db);
    const { id } = await givenDatedArrangement(graph.db, childId, {
      startsAt: new Date(dated.startsAt),
      endsAt: new Date(dated.endsAt),
    });
    const { payload } = await record({ id, childId, weekly });
    expect(payload.refusal.reason).toBe('CONFLICT');
  });

  it('refuses what is neither dated nor weekly, in the reader’s language', async () => {
    const { id: childId } = await givenChild(graph.db);
    const { payload } = await record({ childId });
    expect(payload).toEqual({
      ownArrangement: null,
      refusal: {
        reason: 'DATED_OR_WEEKLY',
        message: 'Indiquez soit un moment daté, soit un jour de chaque semaine.',
      },
    });
  });

  it('refuses an unknown child', async () => {
    expect((await record({ childId: newId(), dated })).payload.refusal.reason).toBe('UNKNOWN_CHILD');
  });

  it('is for caseworkers, who hear of it first, and not for advisors', async () => {
    const { id: childId } = await givenChild(graph.db);
    expect((await record({ childId, dated }, caseworker())).payload.refusal).toBeNull();
    const { errors } = await record({ childId, dated }, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the own arrangements of a child', () => {
  const ask = (id: string, as = caseworker()) =>
    graph.resolveReferences('Child', [{ id }], `{ ownArrangements { ${FIELDS} } }`, as);

  it('are read weekly ones first', async () => {
    const { id } = await givenChild(graph.db);
    const { startsAt, endsAt } = dated;
    await givenDatedArrangement(graph.db, id, { startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
    await givenWeeklyArrangement(graph.db, id, { weekday: 5, from: '09:00', to: '10:00' });
    const { data } = await ask(id);
    expect(data[0].ownArrangements).toMatchObject([
      { weekday: 5, from: '09:00', to: '10:00', startsAt: null },
      { ...dated, ...notWeekly },
    ]);
  });

  it('are not shared with advisors', async () => {
    const { data, errors } = await ask((await givenChild(graph.db)).id, advisor());
    expect(data).toEqual([{ ownArrangements: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  });
});
