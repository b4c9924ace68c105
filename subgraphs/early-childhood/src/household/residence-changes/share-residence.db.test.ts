import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import type { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { SharedResidence } from '../../families/shared-residence/shared-residence.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { subgraph } from '../../subgraph.ts';

let graph: TestSubgraph;
let child: Child;
let second: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
beforeEach(async () => {
  child = await givenChild(graph.db);
  ({ id: second } = await givenFamily(graph.db));
});
afterAll(() => graph.close());

const SHARE = `mutation ($input: ShareResidenceInput!) {
  shareResidence(input: $input) { child { id } refusal { reason } }
}`;
const CALENDAR = `{
  sharedResidence {
    otherFamily { id }
    calendar(from: "2026-03-02T08:00:00Z", to: "2026-03-16T08:00:00Z") { family { id } startsAt endsAt source }
  }
}`;

type Period = { familyId: string; startsAt: string; endsAt: string };
const stay = (familyId: string, from: string, to: string): Period => ({
  familyId,
  startsAt: `2026-03-${from}T08:00:00.000Z`,
  endsAt: `2026-03-${to}T08:00:00.000Z`,
});
const shown = ({ familyId, ...times }: Period) => ({
  family: { id: familyId },
  ...times,
  source: 'CALENDAR',
});
const unknown = (from: string, to: string) => {
  const { familyId: _nobody, ...times } = stay('', from, to);
  return { family: null, ...times, source: 'UNKNOWN' };
};

const versionOf = async () =>
  (await graph.db.findOneBy(SharedResidence, { childId: child.id }))?.version ?? null;

const share = async (calendar?: Period[], facts: object = {}, as = caseworker()) => {
  const input = {
    ...{ childId: child.id, otherFamilyId: second, version: await versionOf() },
    ...(calendar && { calendar }),
    ...facts,
  };
  const { data, errors } = await graph.query(SHARE, { input }, as);
  return { payload: data?.shareResidence, errors };
};

const residenceOf = (id: string, as = caseworker()) =>
  graph.resolveReferences('Child', [{ id }], CALENDAR, as);

describe('sharing a child’s residence', () => {
  it('shows the second family and the calendar', async () => {
    const calendar = [stay(child.familyId, '02', '09'), stay(second, '09', '16')];
    expect((await share(calendar)).payload).toEqual({ child: { id: child.id }, refusal: null });
    const { data } = await residenceOf(child.id);
    expect(data).toEqual([
      { sharedResidence: { otherFamily: { id: second }, calendar: calendar.map(shown) } },
    ]);
    const told = (await graph.published()).filter(({ type }) => type === 'relais.children.changed.v1');
    expect(told.filter(({ familyId }) => familyId === second).map((event) => event.data.childIds)).toEqual([
      [child.id],
    ]);
  });

  it('shows the child in both families, in each with the other one', async () => {
    await share();
    const { data } = await graph.resolveReferences(
      'Family',
      [{ id: child.familyId }, { id: second }],
      '{ children { id family { id } sharedResidence { otherFamily { id } } } }',
      caseworker(),
    );
    const seen = (other: string) => ({
      children: [
        { id: child.id, family: { id: child.familyId }, sharedResidence: { otherFamily: { id: other } } },
      ],
    });
    expect(data).toEqual([seen(second), seen(child.familyId)]);
  });

  it('names the other family than the one that asks or pays for care', async () => {
    await share([stay(second, '02', '09')]);
    const booking = await givenBooking(graph.db, { childId: child.id, familyId: second });
    const milestone = await givenKnownMilestone(graph.db, { familyId: second });
    const OTHER = 'child { sharedResidence { otherFamily { id } } }';
    const other = { child: { sharedResidence: { otherFamily: { id: child.familyId } } } };
    const { data } = await graph.query(`{ booking(id: "${booking.id}") { ${OTHER} } }`, {}, caseworker());
    expect(data.booking).toEqual(other);
    const covers = await graph.resolveReferences(
      'Milestone',
      [referenceTo(milestone)],
      `{ childcareCover { children { ${OTHER} } } }`,
      caseworker(),
    );
    expect(covers.data).toEqual([{ childcareCover: { children: [other] } }]);
  });

  it('replaces the calendar from its first start on, and keeps what was before', async () => {
    await share([stay(child.familyId, '02', '09'), stay(second, '09', '16')]);
    await share([stay(second, '05', '12')]);
    await share();
    const { data } = await residenceOf(child.id);
    expect(data[0].sharedResidence.calendar).toEqual([
      ...[stay(child.familyId, '02', '05'), stay(second, '05', '12')].map(shown),
      unknown('12', '16'),
    ]);
  });

  it('with the calendar that is known writes no history, and with any other does', async () => {
    const calendar = [stay(child.familyId, '02', '09'), stay(second, '09', '16')];
    const stepsAfter = async (given: Period[]) => {
      expect((await share(given)).payload.refusal).toBeNull();
      return graph.db.countBy(CareStep, { childId: child.id, familyId: child.familyId });
    };
    expect(await stepsAfter(calendar)).toBe(1);
    expect(await stepsAfter(calendar.toReversed())).toBe(1);
    expect(await stepsAfter(calendar.slice(1))).toBe(1);
    expect(await stepsAfter(calendar.slice(0, 1))).toBe(2);
    expect(await stepsAfter([stay(second, '02', '09')])).toBe(3);
    expect(await stepsAfter([stay(second, '05', '09')])).toBe(4);
  });

  it.each([
    ['an unknown child', () => ({ childId: newId() }), 'UNKNOWN_CHILD'],
    ['an unknown family', () => ({ otherFamilyId: newId() }), 'UNKNOWN_FAMILY'],
    ['the family itself', () => ({ otherFamilyId: child.familyId }), 'SAME_FAMILY'],
    [
      'a calendar at odds with itself',
      () => ({ calendar: [stay(second, '02', '09'), stay(child.familyId, '08', '16')] }),
      'PERIODS_OVERLAP',
    ],
  ])('refuses %s', async (_case, facts, reason) => {
    expect((await share([], facts())).payload).toEqual({ child: null, refusal: { reason } });
    expect((await residenceOf(child.id)).data).toEqual([{ sharedResidence: null }]);
  });

  it('refuses a third family', async () => {
    await share();
    const { id: otherFamilyId } = await givenFamily(graph.db);
    expect((await share([], { otherFamilyId })).payload.refusal.reason).toBe('SHARED_WITH_ANOTHER_FAMILY');
  });

  it('is not for advisors', async () => {
    expect((await share([], {}, advisor())).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the shared residence of a child', () => {
  it('is absent when it lives with one family', async () => {
    expect((await residenceOf(child.id)).data).toEqual([{ sharedResidence: null }]);
  });

  it('is not shared with advisors', async () => {
    const { data, errors } = await residenceOf(child.id, advisor());
    expect(data).toEqual([{ sharedResidence: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  });

  it('is read for 92 days at most', async () => {
    await share();
    const { errors } = await graph.resolveReferences(
      'Child',
      [{ id: child.id }],
      '{ sharedResidence { calendar(from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") { startsAt } } }',
      caseworker(),
    );
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('92 jours au plus'),
        extensions: { code: 'BAD_USER_INPUT', argument: 'to' },
      },
    ]);
  });
});
