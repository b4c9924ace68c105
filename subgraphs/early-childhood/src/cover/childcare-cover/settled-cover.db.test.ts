import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenDatedArrangement } from '../../care/own-arrangements/own-arrangement.builder.ts';
import type { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenKnownMilestone } from '../known-milestones/known-milestone.builder.ts';
import type { KnownMilestone } from '../known-milestones/known-milestone.ts';
import { askCover, referenceTo } from './testing/ask-cover.ts';

/** A time on Tuesday 3 March 2026 in Nantes; the milestone is from 10:00 to 11:00, with 30 minutes each way. */
const at = (time: string): Date => new Date(`2026-03-03T${time}:00+01:00`);
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const DURING = span('10:30', '11:00');

let graph: TestSubgraph;
let child: Child;
let milestone: KnownMilestone;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
beforeEach(async () => {
  graph.setNow(at('09:00'));
  child = await givenChild(graph.db);
  milestone = await givenKnownMilestone(graph.db, { familyId: child.familyId, travelMinutes: 30 });
});
afterAll(() => graph.close());

const mutate = async (name: string, input: object) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const { data, errors } = await graph.query(
    `mutation ($input: ${type}) { ${name}(input: $input) { refusal { reason } } }`,
    { input: JSON.parse(JSON.stringify(input)) },
    coordinator(),
  );
  expect(errors).toEqual([]);
  expect(data[name].refusal).toBeNull();
};

const coverOf = async (asked = milestone, as = coordinator()) => {
  const { data, errors } = await askCover(graph, [referenceTo(asked)], as);
  expect(errors).toEqual([]);
  return data[0].childcareCover;
};

const grandmother = (time = span('09:00', '12:00')) =>
  mutate('recordOwnArrangement', { childId: child.id, kind: 'FAMILY', dated: time });

const statusesTold = async () =>
  (await graph.published())
    .filter(({ type, data }) => type === 'relais.cover.changed.v1' && data.milestoneId === milestone.id)
    .map(({ data }) => data.status);

describe('an own arrangement that is noted', () => {
  it('until the way back is over, covers', async () => {
    graph.setNow(at('11:29'));
    await grandmother();
    expect(await coverOf()).toMatchObject({ status: 'COVERED', laterStatus: null, notedAfterwards: [] });
    expect(await statusesTold()).toEqual(['COVERED']);
  });

  it('once it is over, is shown beside the cover that was known, and told to nobody', async () => {
    graph.setNow(at('11:30'));
    await grandmother();
    expect(await coverOf()).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: 'COVERED',
      children: [
        {
          child: { id: child.id },
          status: 'UNCOVERED',
          laterStatus: 'COVERED',
          gaps: [{ startsAt: at('09:30').toISOString(), endsAt: at('11:30').toISOString() }],
        },
      ],
      notedAfterwards: [
        {
          notedAt: at('11:30').toISOString(),
          kind: 'ARRANGEMENT_RECORDED',
          sentence: 'Noté après coup, le 3 mars 2026 à 11:30 : une solution familiale pour Tom.',
        },
      ],
    });
    expect(await statusesTold()).toEqual([]);
  });

  it('of another time, changes nothing', async () => {
    graph.setNow(at('18:00'));
    await grandmother(span('14:00', '16:00'));
    expect(await coverOf()).toMatchObject({ status: 'UNCOVERED', laterStatus: null, notedAfterwards: [] });
  });

  it('twice, is noted where it says otherwise', async () => {
    graph.setNow(at('12:00'));
    await grandmother(DURING);
    await grandmother(DURING);
    await grandmother();
    expect(await coverOf()).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: 'COVERED',
      notedAfterwards: [{ kind: 'ARRANGEMENT_RECORDED' }, { kind: 'ARRANGEMENT_RECORDED' }],
    });
  });

  it('in a preview, or refused, settles and notes nothing', async () => {
    const { id } = await givenDatedArrangement(graph.db, child.id, span('17:00', '18:00'));
    graph.setNow(at('12:00'));
    const correction = { ownArrangementId: id, version: 1, kind: 'FAMILY', dated: span('09:00', '12:00') };
    await mutate('correctOwnArrangement', { ...correction, preview: true });
    expect(await coverOf()).toMatchObject({ status: 'UNCOVERED', laterStatus: null, notedAfterwards: [] });
    await mutate('correctOwnArrangement', correction);
    expect(await coverOf()).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: 'COVERED',
      notedAfterwards: [{ kind: 'ARRANGEMENT_CORRECTED' }],
    });
  });

  it('is shown to the advisor, who reads the milestone', async () => {
    graph.setNow(at('12:00'));
    await grandmother();
    expect(await coverOf(milestone, advisor())).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: 'COVERED',
      notedAfterwards: [{ kind: 'ARRANGEMENT_RECORDED' }],
    });
  });
});

describe('what else is noted afterwards', () => {
  it('is care given back while it was under way', async () => {
    const booking = await givenBooking(graph.db, {
      childId: child.id,
      status: 'CONFIRMED',
      ...span('09:00', '14:00'),
    });
    graph.setNow(at('13:00'));
    await mutate('cancelBooking', {
      bookingId: booking.id,
      version: booking.version,
      reason: 'Enfant malade',
    });
    expect(await coverOf()).toMatchObject({
      status: 'COVERED',
      laterStatus: 'UNCOVERED',
      notedAfterwards: [{ kind: 'BOOKING_CANCELLED' }],
    });
  });

  it('is a child who joined, who was not known to need care', async () => {
    await grandmother();
    graph.setNow(at('18:00'));
    const newborn = { firstName: 'Zoé', lastName: 'Lefort', birthDate: '2026-02-20' };
    await mutate('addChild', { familyId: child.familyId, child: newborn, joinedOn: '2026-03-01' });
    expect(await coverOf()).toMatchObject({
      status: 'COVERED',
      laterStatus: 'UNCOVERED',
      children: [{ child: { id: child.id }, status: 'COVERED', laterStatus: null }],
      notedAfterwards: [{ kind: 'CHILD_ADDED', sentence: expect.stringContaining('Zoé') }],
    });
  });

  it('is a day of birth put right: the child was six', async () => {
    graph.setNow(at('18:00'));
    await mutate('correctChild', { childId: child.id, version: 1, birthDate: '2019-03-03' });
    expect(await coverOf()).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: 'NOT_NEEDED',
      children: [{ status: 'UNCOVERED', laterStatus: 'NOT_NEEDED' }],
      notedAfterwards: [{ kind: 'CHILD_CORRECTED' }],
    });
  });

  it('is nothing when a child’s name is put right', async () => {
    graph.setNow(at('18:00'));
    await mutate('correctChild', { childId: child.id, version: 1, firstName: 'Thomas' });
    expect(await coverOf()).toMatchObject({ laterStatus: null, notedAfterwards: [] });
    expect(
      await graph.db.query('select from settled_covers where milestone_id = $1', [milestone.id]),
    ).toEqual([]);
  });

  it('is a departure, and one that is taken back', async () => {
    graph.setNow(at('18:00'));
    await mutate('recordChildDeparture', { childId: child.id, version: 1, leftOn: '2026-03-02' });
    expect(await coverOf()).toMatchObject({ status: 'UNCOVERED', laterStatus: 'NOT_NEEDED' });
    await mutate('recordChildDeparture', { childId: child.id, version: 2, leftOn: null });
    expect(await coverOf()).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: null,
      notedAfterwards: [{ kind: 'CHILD_LEFT' }, { kind: 'CHILD_BACK' }],
    });
  });

  it('is another calendar of a shared residence, for both families', async () => {
    const second = await givenFamily(graph.db);
    const theirs = await givenKnownMilestone(graph.db, { familyId: second.id });
    const week = { startsAt: at('00:00'), endsAt: new Date('2026-03-09T00:00:00+01:00') };
    const share = (familyId: string, version: number) =>
      mutate('shareResidence', {
        childId: child.id,
        otherFamilyId: second.id,
        version,
        calendar: [{ familyId, ...week }],
      });
    await share(child.familyId, 1);
    graph.setNow(at('18:00'));
    await share(second.id, 2);
    const noted = [{ kind: 'RESIDENCE_SHARED' }];
    expect([await coverOf(), await coverOf(theirs)]).toMatchObject([
      { status: 'UNCOVERED', laterStatus: 'NOT_NEEDED', notedAfterwards: noted },
      { status: 'NOT_NEEDED', laterStatus: 'UNCOVERED', children: [], notedAfterwards: noted },
    ]);
  });

  it('is an exception from the rule of a shared residence', async () => {
    const second = await givenFamily(graph.db);
    const rule = { kind: 'EVERY_SECOND_WEEK', startsOn: '2026-02-27', weekday: 5, time: '17:00' };
    const rules = { ...rule, firstFamilyId: child.familyId, holidays: 'LIKE_TERMS' };
    await mutate('shareResidence', { childId: child.id, otherFamilyId: second.id, rule: rules });
    graph.setNow(at('18:00'));
    const theirDay = { familyId: second.id, startsAt: at('08:00'), endsAt: at('17:00') };
    await mutate('changeResidenceExceptions', { childId: child.id, version: 2, added: [theirDay] });
    expect(await coverOf()).toMatchObject({
      status: 'UNKNOWN',
      laterStatus: 'NOT_NEEDED',
      notedAfterwards: [{ kind: 'RESIDENCE_SHARED' }],
    });
  });

  it('is that two files are one family: each milestone keeps the cover of its file', async () => {
    const other = await givenFamily(graph.db, { version: 1 });
    const twin = await givenChild(graph.db, { familyId: other.id });
    const sister = await givenChild(graph.db, { familyId: other.id, firstName: 'Zoé' });
    const theirs = await givenKnownMilestone(graph.db, { familyId: other.id });
    await givenDatedArrangement(graph.db, twin.id, span('09:00', '12:00'));
    graph.setNow(at('18:00'));
    await mutate('mergeFamilies', {
      survivorId: child.familyId,
      survivorVersion: 1,
      duplicateId: other.id,
      duplicateVersion: 1,
      sameChildren: [{ keep: child.id, drop: twin.id }],
    });
    const noted = [{ kind: 'FAMILIES_MERGED' }];
    expect(await coverOf()).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: null,
      children: [{ child: { id: child.id }, status: 'UNCOVERED', laterStatus: 'COVERED' }],
      notedAfterwards: noted,
    });
    expect(await coverOf(theirs)).toMatchObject({
      status: 'UNCOVERED',
      children: [
        { child: { id: child.id }, status: 'COVERED' },
        { child: { id: sister.id }, status: 'UNCOVERED' },
      ],
    });
  });
});

describe('a settled cover', () => {
  it('says nothing of the time to which the milestone is moved afterwards', async () => {
    graph.setNow(at('12:00'));
    await grandmother();
    const tomorrow = {
      startsAt: new Date('2026-03-04T10:00:00+01:00'),
      endsAt: new Date('2026-03-04T11:00:00+01:00'),
    };
    const { id: milestoneId, familyId } = milestone;
    const moved = { milestoneId, familyId, travelMinutes: 30, status: 'PLANNED', version: 2, ...tomorrow };
    await graph.receive('relais.milestone.changed.v1', familyId, JSON.parse(JSON.stringify(moved)));
    expect(await statusesTold()).toEqual(['UNCOVERED']);
    expect(await coverOf({ ...milestone, ...tomorrow })).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: null,
      notedAfterwards: [],
    });
  });

  it('costs the same one statement', async () => {
    graph.setNow(at('12:00'));
    const before = await graph.statements(() => coverOf());
    await grandmother();
    expect(await graph.statements(() => coverOf())).toBe(before);
  });
});
